-- Attendance from files with one row per event, and what each row counts for. "With a file, an agent without
-- a row has 0." Only when the file records other things and nobody's presence, workdays are unknown, not 0.
CREATE OR REPLACE TEMP VIEW attendance_rows AS
SELECT
  *,
  CASE WHEN kind = 'present' THEN coalesce(days, 1) END AS workdays,
  CASE WHEN kind = 'late' THEN 1 END AS late,
  CASE WHEN kind = 'early_leave' THEN 1 END AS early_leave,
  CASE WHEN kind = 'leave' THEN 1 END AS leave,
  CASE WHEN kind = 'leave' THEN coalesce(days, 1) END AS leave_days,
  CASE WHEN kind = 'absent' THEN 1 END AS absent,
  CASE WHEN kind = 'absent' THEN coalesce(days, 1) END AS absent_days,
  CASE WHEN kind = 'missed_punch' THEN 1 END AS missed_punch,
  -- Events do not say how many days were due; the roster may.
  NULL::DECIMAL(18, 4) AS workdays_due
FROM attendance_events;

CREATE OR REPLACE TEMP TABLE attendance AS
SELECT
  agents.agent,
  CASE
    WHEN (SELECT count(*) = 0 OR bool_or(kind = 'present') FROM attendance_events)
      THEN coalesce(sum(workdays), 0)
  END AS workdays,
  coalesce(sum(late), 0) AS late,
  coalesce(sum(early_leave), 0) AS early_leave,
  coalesce(sum(leave), 0) AS leave,
  coalesce(sum(leave_days), 0) AS leave_days,
  coalesce(sum(absent), 0) AS absent,
  coalesce(sum(absent_days), 0) AS absent_days,
  coalesce(sum(missed_punch), 0) AS missed_punch,
  sum(workdays_due) AS workdays_due
FROM agents
LEFT JOIN attendance_rows USING (agent)
GROUP BY agents.agent;
