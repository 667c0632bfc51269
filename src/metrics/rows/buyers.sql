-- One whole number per buyer, so that everything after this sorts and joins numbers instead of nicks.
-- "Buyers are matched within a shop": the same nick in two shops is two buyers.
CREATE OR REPLACE TEMP TABLE order_buyers AS
WITH others AS (
  SELECT DISTINCT shop, buyer AS nick FROM orders WHERE buyer IS NOT NULL
)
SELECT
  ((SELECT count(*) FROM chat_buyers) + row_number() OVER () - 1)::INTEGER AS buyer,
  shop,
  nick
FROM others
ANTI JOIN chat_buyers USING (shop, nick);

CREATE OR REPLACE TEMP VIEW buyers AS
SELECT buyer, shop, nick FROM chat_buyers
UNION ALL
SELECT buyer, shop, nick FROM order_buyers;
