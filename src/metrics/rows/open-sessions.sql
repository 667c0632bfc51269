-- The sessions of the month's chat days.
CREATE OR REPLACE TEMP VIEW month_sessions AS
SELECT agent, buyer, chat_day, starts, ends
FROM sessions
SEMI JOIN month_days USING (chat_day);

-- "Greatest number of sessions, of any kind, open at one moment, both ends included": a running sum of
-- what starts (+1) and ends (−1), where at equal times what starts comes first. Each agent's sum is back
-- at 0 after its last session, so one sum can run through all of them.
CREATE OR REPLACE TEMP VIEW open_sessions AS
SELECT
  agent,
  moment // 2 AS time,
  -- A session lies within one business day, so what is open at a moment belongs to that moment's day.
  (moment // 2 - {dayStartsAt}) // 86400 AS day,
  sum(change) OVER (ROWS UNBOUNDED PRECEDING) AS open
FROM (
  SELECT agent, moment, change
  FROM (
    SELECT agent, starts * 2 AS moment, 1 AS change FROM month_sessions
    UNION ALL
    SELECT agent, ends * 2 + 1, -1 FROM month_sessions
  )
  ORDER BY agent, moment
);
