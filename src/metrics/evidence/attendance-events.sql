-- The attendance of one agent, one row per event.
SELECT
  strftime(day, '%Y-%m-%d') AS date,
  kind,
  minutes,
  days,
  file AS at_file,
  line AS at_line,
  * EXCLUDE (day, kind, minutes, days, file, line, agent),
  CASE WHEN kind = 'present' THEN minutes * 60 END AS logged_in
FROM attendance_rows
WHERE agent = {agent}
ORDER BY file, line
