-- The attendance of one agent, one row per event.
SELECT
  day AS date,
  kind,
  minutes,
  days,
  file AS at_file,
  line AS at_line,
  * EXCLUDE (day, kind, minutes, days, file, line, agent),
  CASE WHEN kind = 'present' THEN minutes * 60 END AS logged_in
FROM attendance
WHERE agent = {agent} AND file IS NOT NULL
ORDER BY file, line
