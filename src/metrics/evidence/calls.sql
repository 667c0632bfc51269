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
  CASE WHEN answered THEN 1 END AS connected,
  CASE WHEN answered AND direction = 'in' THEN 1 END AS calls_answered,
  CASE WHEN direction = 'out' THEN 1 END AS calls_out,
  CASE WHEN answered THEN talk END AS talk_total,
  CASE WHEN answered THEN talk + hold END AS call_total,
  CASE WHEN answered THEN hold END AS hold_total,
  CASE WHEN answered THEN wrap END AS wrap_total,
  CASE WHEN answered THEN talk + hold + wrap END AS handle_total,
  CASE WHEN answered AND direction = 'in' OR direction = 'out' THEN 3600 END AS calls_by_hour,
  CASE WHEN direction = 'in' THEN 1 END AS incoming,
  CASE WHEN direction = 'in' AND NOT answered THEN 1 END AS abandoned
FROM month_calls
WHERE {agent}::INTEGER IS NULL OR month_calls.agent = {agent}::INTEGER
ORDER BY call
