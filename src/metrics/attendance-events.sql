-- Attendance from files with one row per event. "With a file, an agent without a row has 0." Only when
-- the file records other things and nobody's presence, workdays are unknown, not 0.
CREATE OR REPLACE TEMP TABLE attendance AS
WITH counted AS (
  SELECT
    agents.agent,
    coalesce(sum(coalesce(days, 1)) FILTER (WHERE kind = 'present'), 0) AS workdays,
    count(*) FILTER (WHERE kind = 'late') AS late,
    count(*) FILTER (WHERE kind = 'early_leave') AS early_leave,
    count(*) FILTER (WHERE kind = 'leave') AS leave,
    coalesce(sum(coalesce(days, 1)) FILTER (WHERE kind = 'leave'), 0) AS leave_days,
    count(*) FILTER (WHERE kind = 'absent') AS absent,
    coalesce(sum(coalesce(days, 1)) FILTER (WHERE kind = 'absent'), 0) AS absent_days,
    count(*) FILTER (WHERE kind = 'missed_punch') AS missed_punch
  FROM agents
  LEFT JOIN attendance_events USING (agent)
  GROUP BY agents.agent
)
SELECT
  * REPLACE (
    CASE
      WHEN (SELECT count(*) = 0 OR bool_or(kind = 'present') FROM attendance_events) THEN workdays
    END AS workdays
  ),
  -- Events do not say how many days were due; the roster may.
  NULL::DECIMAL(18, 4) AS workdays_due
FROM counted;
