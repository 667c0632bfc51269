-- Attendance from files with one row per agent. Several rows of an agent (one file per shop or week) add
-- up; a column that one of them lacks is unknown. An agent without a row: all unknown.
CREATE OR REPLACE TEMP VIEW attendance AS
SELECT
  *,
  NULL::INTEGER AS day,
  NULL::VARCHAR AS kind,
  NULL::DECIMAL(18, 4) AS minutes,
  NULL::INTEGER AS night_days,
  true AS is_whole,
  false AS nobody_present,
  true AS nobody_at_night,
  true AS nobody_overtime
FROM (SELECT agent FROM agents)
LEFT JOIN attendance_months USING (agent);
