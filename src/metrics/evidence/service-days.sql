-- The service days of one agent, each with its first message and with its replies.
WITH longest AS (
  SELECT run FROM slow_runs WHERE agent = {agent} ORDER BY days DESC, first_day LIMIT 1
),
opening AS (
  SELECT service_days.day, min(chat_day) AS chat_day
  FROM service_days
  JOIN month_days USING (agent, day)
  WHERE agent = {agent} AND first_agent_time = starts
  GROUP BY service_days.day
)
SELECT
  day,
  starts AS time,
  ends,
  buyers.nick AS buyer,
  replies,
  gaps,
  service_days.agent AS at_agent,
  buyers.shop AS at_shop,
  false AS at_by_buyer,
  starts AS at_time,
  1 AS at_nth,
  1 AS service_days,
  seconds,
  3600 AS seconds_of_hour,
  CASE WHEN slow AND run IN (SELECT run FROM longest) THEN 1 END AS slow_day_streak
FROM service_days
JOIN slow_days USING (agent, day)
JOIN opening USING (day)
JOIN buyers ON buyers.buyer = buyer_of(opening.chat_day)
WHERE service_days.agent = {agent}
ORDER BY day
