-- The rounds of the month of one agent, each with the message that begins it.
WITH rounds AS (
  SELECT *, row_number() OVER (PARTITION BY chat_day ORDER BY nth) = 1 AS is_first
  FROM messages
  WHERE opens_round
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
  CASE WHEN counted THEN gap END AS response_time_numerator,
  CASE WHEN counted THEN 1 END AS response_time_denominator,
  CASE WHEN is_first AND counted THEN gap END AS first_response_time_numerator,
  CASE WHEN is_first AND counted THEN 1 END AS first_response_time_denominator,
  CASE WHEN late THEN 1 END AS late_rounds,
  platform_gap,
  CASE WHEN platform_gap IS NOT NULL THEN 1 END AS platform_rounds,
  CASE WHEN platform_gap <= 180 THEN 1 END AS within_3min
FROM rounds
JOIN month_days USING (chat_day)
JOIN buyers USING (buyer)
WHERE agent = {agent}
ORDER BY time, chat_day, nth
