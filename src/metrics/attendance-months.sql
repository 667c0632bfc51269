-- Attendance from files with one row per agent. Several rows of an agent (one file per shop or week) add
-- up; a column that one of them lacks is unknown. An agent without a row: all unknown.
CREATE OR REPLACE TEMP VIEW attendance_rows AS
SELECT * FROM attendance_months;

CREATE OR REPLACE TEMP TABLE attendance AS
SELECT
  agents.agent,
  CASE WHEN count(workdays_due) = count(*) THEN sum(workdays_due) END AS workdays_due,
  CASE WHEN count(workdays) = count(*) THEN sum(workdays) END AS workdays,
  CASE WHEN count(late) = count(*) THEN sum(late) END AS late,
  CASE WHEN count(early_leave) = count(*) THEN sum(early_leave) END AS early_leave,
  CASE WHEN count(leave) = count(*) THEN sum(leave) END AS leave,
  CASE WHEN count(leave_days) = count(*) THEN sum(leave_days) END AS leave_days,
  CASE WHEN count(absent) = count(*) THEN sum(absent) END AS absent,
  CASE WHEN count(absent_days) = count(*) THEN sum(absent_days) END AS absent_days,
  CASE WHEN count(missed_punch) = count(*) THEN sum(missed_punch) END AS missed_punch
FROM agents
LEFT JOIN attendance_rows USING (agent)
GROUP BY agents.agent;
