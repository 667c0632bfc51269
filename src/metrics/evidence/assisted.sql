-- The orders with which one agent helped another.
WITH counted AS (
  SELECT *, {adds} FROM assisted WHERE agent = {agent}
)
SELECT
  counted.purchase,
  orders.order_id AS "order",
  orders.created,
  orders.paid,
  orders.amount,
  orders.buyer,
  orders.file AS at_file,
  orders.line AS at_line,
  COLUMNS('^adds_')
FROM counted
JOIN orders ON orders.rowid = counted.purchase
ORDER BY counted.purchase
