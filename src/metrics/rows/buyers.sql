-- One whole number per buyer, so that everything after this sorts and joins numbers instead of nicks.
-- "Buyers are matched within a shop": the same nick in two shops is two buyers.
-- "Messages whose buyer is exactly an agent's id or account are team talk."
CREATE OR REPLACE TEMP TABLE buyers AS
SELECT
  key,
  shop_of_key(key) AS shop,
  nick_of_key(key) AS nick,
  (row_number() OVER ())::INTEGER AS buyer,
  nick_of_key(key) IN (SELECT name FROM agent_names) AS is_team,
  messages
FROM (
  SELECT key, sum(messages)::BIGINT AS messages
  FROM (
    SELECT key, messages FROM chat_buyers
    UNION ALL
    SELECT DISTINCT buyer_key(shop, buyer), 0 FROM orders WHERE buyer IS NOT NULL
  )
  GROUP BY key
);

-- The ways in which chats write the buyers who are not of the team.
CREATE OR REPLACE TEMP TABLE customers AS
SELECT DISTINCT written, buyer
FROM chat_buyers
JOIN buyers USING (key)
WHERE NOT is_team;
