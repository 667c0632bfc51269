-- The rounds of the month of one agent, each with the message that begins it.
WITH openers AS (
  SELECT *, row_number() OVER (PARTITION BY chat_day, time ORDER BY nth) AS place
  FROM messages
  WHERE by_buyer AND opens_run
),
-- Of two rounds that begin in the same second the first was answered within it.
placed AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY chat_day, starts ORDER BY gap NULLS LAST, NOT is_first) AS place
  FROM month_rounds
  WHERE agent = {agent}
)
SELECT
  buyers.nick AS buyer,
  day,
  starts AS time,
  gap,
  agent AS at_agent,
  buyers.shop AS at_shop,
  true AS at_by_buyer,
  starts AS at_time,
  nth AS at_nth,
  CASE WHEN counted THEN gap END AS response_time_numerator,
  CASE WHEN counted THEN 1 END AS response_time_denominator,
  CASE WHEN is_first AND counted THEN gap END AS first_response_time_numerator,
  CASE WHEN is_first AND counted THEN 1 END AS first_response_time_denominator,
  CASE WHEN late THEN 1 END AS late_rounds,
  platform_gap,
  CASE WHEN in_platform_hours THEN 1 END AS platform_rounds,
  CASE WHEN within_3min THEN 1 END AS within_3min
FROM placed
JOIN openers ON openers.chat_day = placed.chat_day AND time = starts AND openers.place = placed.place
JOIN buyers ON buyers.buyer = buyer_of(placed.chat_day)
ORDER BY starts, placed.chat_day, placed.place
