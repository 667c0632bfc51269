-- The paid orders of the month credited to one agent, or all of the shop when no agent is given.
WITH counted AS (
  SELECT *, {adds}
  FROM month_orders
  WHERE {agent}::INTEGER IS NULL OR agent = {agent}::INTEGER
)
SELECT
  counted.purchase,
  orders.order_id AS "order",
  orders.created,
  orders.paid,
  orders.amount,
  counted.quantity,
  orders.refund,
  orders.buyer,
  orders.file AS at_file,
  orders.line AS at_line,
  COLUMNS('^adds_')
FROM counted
JOIN orders ON orders.rowid = counted.purchase
ORDER BY counted.purchase
