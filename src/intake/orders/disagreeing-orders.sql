-- Rows that are lines of one order and do not agree on what is the whole order's.
WITH firsts AS (
  SELECT grain = 'line' AS is_line, order_id, min(rowid) AS place
  FROM intake_orders
  WHERE NOT wrong
  GROUP BY ALL
  HAVING count(*) > 1
)
SELECT
  later.file,
  later.line,
  later.order_id,
  later.rowid AS place,
  first_rows.file AS first_file,
  first_rows.line AS first_line,
  false AS identical
FROM firsts
JOIN intake_orders AS first_rows ON first_rows.rowid = firsts.place
JOIN intake_orders AS later
  ON later.order_id = firsts.order_id
  AND (later.grain = 'line') = firsts.is_line
  AND later.rowid > firsts.place
  AND NOT later.wrong
WHERE coalesce(later.line_id, '') <> coalesce(first_rows.line_id, '')
  AND CASE
    WHEN firsts.is_line THEN {later_line} IS DISTINCT FROM {first_line}
    ELSE {later_order} IS DISTINCT FROM {first_order}
  END
ORDER BY later.rowid
