-- Phone calls of the month's business days.
CREATE OR REPLACE TEMP VIEW month_calls AS
SELECT
  rowid AS call,
  (time - {dayStartsAt}) // 86400 AS day,
  time,
  agent,
  coalesce(direction, 'in') AS direction,
  answered,
  talk,
  hold,
  wrap
FROM calls
WHERE (time - {dayStartsAt}) // 86400 BETWEEN {firstDay} AND {lastDay};
