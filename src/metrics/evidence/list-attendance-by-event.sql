-- The attendance of one agent, one row per event.
WITH counted AS (
  SELECT *, {adds} FROM attendance WHERE agent = {agent} AND file IS NOT NULL
)
SELECT day AS date, kind, minutes, days, file AS at_file, line AS at_line, COLUMNS('^adds_')
FROM counted
ORDER BY file, line
