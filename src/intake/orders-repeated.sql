-- Rows whose order id stands further up already: are they the same, and where is the first one?
WITH firsts AS (
  SELECT order_id, min(rowid) AS place
  FROM intake_orders
  GROUP BY order_id
  HAVING count(*) > 1
),
first_rows AS (
  SELECT intake_orders.*, firsts.place
  FROM firsts
  JOIN intake_orders ON intake_orders.rowid = firsts.place
)
SELECT
  later.file,
  later.line,
  later.order_id,
  first_rows.file AS first_file,
  first_rows.line AS first_line,
  {later_content} IS NOT DISTINCT FROM {first_content} AS identical
FROM intake_orders AS later
JOIN first_rows ON first_rows.order_id = later.order_id AND first_rows.place < later.rowid
ORDER BY later.rowid;
