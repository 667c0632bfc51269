-- Phone calls of the month's business days, and what each call counts for: the times are those of answered
-- calls in either direction. A view: the figures and the evidence behind them read the same rows.
CREATE OR REPLACE TEMP VIEW month_calls AS
SELECT
  rowid AS call,
  time,
  agent,
  coalesce(direction, 'in') AS direction,
  answered,
  talk,
  hold,
  wrap,
  CASE WHEN answered THEN 1 END AS connected,
  CASE WHEN answered AND coalesce(direction, 'in') = 'in' THEN 1 END AS calls_answered,
  CASE WHEN direction = 'out' THEN 1 END AS calls_out,
  CASE WHEN answered THEN talk END AS talk_total,
  CASE WHEN answered THEN talk + hold END AS call_total,
  CASE WHEN answered THEN hold END AS hold_total,
  CASE WHEN answered THEN wrap END AS wrap_total,
  CASE WHEN answered THEN talk + hold + wrap END AS handle_total,
  -- "`abandon_rate` (shop)": incoming calls that were not answered ÷ incoming calls.
  CASE WHEN coalesce(direction, 'in') = 'in' THEN 1 END AS incoming,
  CASE WHEN coalesce(direction, 'in') = 'in' AND NOT answered THEN 1 END AS abandoned
FROM calls
WHERE (time - {dayStartsAt}) // 86400 BETWEEN {firstDay} AND {lastDay};
