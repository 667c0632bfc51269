-- One whole number per buyer, so that everything after this sorts and joins numbers instead of nicks.
-- "Buyers are matched within a shop": the same nick in two shops is two buyers.
-- "Messages whose buyer is exactly an agent's id or account are team talk."
CREATE OR REPLACE TEMP TABLE buyers AS
SELECT
  shop,
  buyer AS nick,
  (row_number() OVER ())::INTEGER AS buyer,
  buyer IN (SELECT name FROM agent_names) AS is_team,
  sum(messages)::BIGINT AS messages
FROM (
  SELECT shop, buyer, count(*) FILTER (WHERE sender IN ('buyer', 'agent')) AS messages
  FROM chats
  GROUP BY shop, buyer
  UNION ALL
  SELECT DISTINCT shop, buyer, 0 FROM orders WHERE buyer IS NOT NULL
)
GROUP BY shop, buyer;
