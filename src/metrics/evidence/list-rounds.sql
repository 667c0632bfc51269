-- The rounds of the month of one agent, each with the message that begins it.
WITH rounds AS (
  SELECT *, row_number() OVER (PARTITION BY chat_day ORDER BY nth) = 1 AS is_first
  FROM messages
  WHERE opens_round
),
counted AS (
  SELECT *, {adds} FROM rounds
)
SELECT
  buyers.nick AS buyer,
  day,
  time,
  gap,
  agent AS at_agent,
  buyers.shop AS at_shop,
  true AS at_by_buyer,
  time AS at_time,
  nth_alike AS at_nth,
  COLUMNS('^adds_')
FROM counted
JOIN month_days USING (chat_day)
JOIN buyers USING (buyer)
WHERE agent = {agent}
ORDER BY time, chat_day, nth
