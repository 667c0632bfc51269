-- The buyers whom one agent followed up: of each the first order, and the first session after it.
WITH counted AS (
  SELECT *, {adds} FROM followed WHERE agent = {agent}
)
SELECT
  counted.purchase,
  orders.order_id AS "order",
  orders.created,
  orders.paid,
  orders.amount,
  orders.buyer,
  counted.starts AS session_starts,
  counted.ends AS session_ends,
  orders.file AS at_file,
  orders.line AS at_line,
  COLUMNS('^adds_')
FROM counted
JOIN orders ON orders.rowid = counted.purchase
ORDER BY counted.purchase
