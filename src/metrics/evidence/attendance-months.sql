-- The attendance of one agent, one row per file row.
SELECT file AS at_file, line AS at_line, * EXCLUDE (file, line, agent)
FROM attendance_months
WHERE agent = {agent}
ORDER BY file, line
