-- The attendance of one agent, one row per file row.
SELECT *, file AS at_file, line AS at_line, {adds}
FROM attendance
WHERE agent = {agent} AND file IS NOT NULL
ORDER BY file, line
