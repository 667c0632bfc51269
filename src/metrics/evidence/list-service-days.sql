-- The service days of one agent, each with its first message and with its replies.
WITH days AS (
  SELECT
    service_days.*,
    slow AND run = (
      SELECT run FROM slow_runs WHERE agent = {agent} ORDER BY days DESC, first_day LIMIT 1
    ) AS in_longest_run
  FROM service_days
  JOIN slow_days USING (agent, day)
  WHERE agent = {agent}
),
counted AS (
  SELECT *, {adds} FROM days
),
opening AS (
  SELECT service_days.day, arg_min(buyer, chat_day) AS buyer
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
  counted.agent AS at_agent,
  buyers.shop AS at_shop,
  false AS at_by_buyer,
  starts AS at_time,
  1 AS at_nth,
  COLUMNS('^adds_')
FROM counted
JOIN opening USING (day)
JOIN buyers USING (buyer)
ORDER BY day
