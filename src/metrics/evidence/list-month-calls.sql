-- The phone calls of the month of one agent, or all of the shop when no agent is given.
SELECT
  CASE WHEN {agent}::INTEGER IS NULL THEN month_calls.agent END AS agent,
  time,
  direction,
  answered,
  talk,
  hold,
  wrap,
  month_calls.agent AS at_agent,
  time AS at_time,
  row_number() OVER (PARTITION BY month_calls.agent, time ORDER BY call) AS at_nth,
  {adds}
FROM month_calls
WHERE {agent}::INTEGER IS NULL OR month_calls.agent = {agent}::INTEGER
ORDER BY call
