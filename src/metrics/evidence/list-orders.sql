-- The orders of a view that are one agent's, or all of the shop when no agent is given.
WITH counted AS (
  SELECT *, {adds}
  FROM {view}
  WHERE {agent}::INTEGER IS NULL OR agent = {agent}::INTEGER
)
SELECT
  counted.purchase,
  orders.order_id AS "order",
  orders.created,
  orders.paid,
  orders.shipped,
  orders.amount,
  coalesce(orders.quantity, 1) AS quantity,
  orders.refund,
  orders.buyer,
  orders.file AS at_file,
  orders.line AS at_line,
  COLUMNS('^(session|adds)_')
FROM counted
JOIN orders ON orders.rowid = counted.purchase
ORDER BY counted.purchase
