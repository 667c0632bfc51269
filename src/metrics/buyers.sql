-- One whole number per buyer, so that everything after this sorts and joins numbers instead of nicks.
-- "Buyers are matched within a shop": the same nick in two shops is two buyers.
-- "Messages whose buyer is exactly an agent's id or account are team talk."
CREATE OR REPLACE TEMP TABLE buyers AS
SELECT
  shop,
  buyer AS nick,
  (row_number() OVER ())::INTEGER AS buyer,
  buyer IN (SELECT name FROM agent_names) AS is_team
FROM (
  SELECT shop, buyer FROM chats
  UNION
  SELECT shop, buyer FROM orders WHERE buyer IS NOT NULL
);
