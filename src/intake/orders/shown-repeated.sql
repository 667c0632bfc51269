-- Of each file the first of the rows that are the same as others, and the first that contradict others, with what
-- they say and where the others stand.
SELECT
  later.file,
  later.line,
  {key} AS key,
  {is_line} AS is_line,
  first_rows.file AS first_file,
  first_rows.line AS first_line,
  identical,
  what,
  {here} AS here,
  {there} AS there,
  {state_here} AS state_here,
  {state_there} AS state_there,
  rows
FROM (
  SELECT
    repeated.*,
    row_number() OVER (PARTITION BY file, identical ORDER BY place) AS nth,
    count(*) OVER (PARTITION BY file, identical) AS rows
  FROM repeated
  JOIN {table} AS each ON each.rowid = place
) AS counted
JOIN {table} AS later ON later.rowid = counted.place
JOIN {table} AS first_rows ON first_rows.rowid = counted.first_place
WHERE nth <= CASE WHEN identical THEN 1 ELSE {most} END
ORDER BY counted.place
