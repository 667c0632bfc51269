-- Attendance from files with one row per event, and what each row counts for. "With a file, an agent without
-- a row has 0." Only when the file records other things and nobody's presence, workdays are unknown, not 0.
CREATE OR REPLACE TEMP VIEW attendance AS
SELECT
  agent,
  date_diff('day', DATE '1970-01-01', day) AS day,
  kind,
  minutes,
  days,
  file,
  line,
  CASE WHEN kind = 'present' THEN coalesce(days, 1) END AS workdays,
  CASE WHEN kind = 'late' THEN 1 END AS late,
  CASE WHEN kind = 'early_leave' THEN 1 END AS early_leave,
  CASE WHEN kind = 'leave' THEN 1 END AS leave,
  CASE WHEN kind = 'leave' THEN coalesce(days, 1) END AS leave_days,
  CASE WHEN kind = 'absent' THEN 1 END AS absent,
  CASE WHEN kind = 'absent' THEN coalesce(days, 1) END AS absent_days,
  CASE WHEN kind = 'missed_punch' THEN 1 END AS missed_punch,
  CASE WHEN kind = 'night' THEN 1 END AS night_days,
  CASE WHEN kind = 'overtime_workday' THEN hours END AS overtime_workday,
  CASE WHEN kind = 'overtime_restday' THEN hours END AS overtime_restday,
  CASE WHEN kind = 'overtime_holiday' THEN hours END AS overtime_holiday,
  -- Unknown where a leave does not say what type it is of.
  CASE WHEN kind = 'leave' AND is_sick THEN coalesce(days, 1) WHEN kind = 'leave' AND NOT is_sick THEN 0 END
    AS sick_days,
  NULL::DECIMAL(18, 4) AS paid_days_due,
  -- Events do not say how many days were due; the roster may.
  NULL::DECIMAL(18, 4) AS workdays_due,
  false AS is_whole,
  (SELECT count(*) > 0 AND NOT bool_or(kind = 'present') FROM attendance_events) AS nobody_present,
  (SELECT NOT coalesce(bool_or(kind = 'night'), false) FROM attendance_events) AS nobody_at_night,
  (SELECT NOT coalesce(bool_or(kind LIKE 'overtime%'), false) FROM attendance_events) AS nobody_overtime
FROM agents
LEFT JOIN attendance_events USING (agent);
