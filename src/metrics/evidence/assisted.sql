-- The orders with which one agent helped another.
SELECT
  orders.rowid AS purchase,
  orders.order_id AS "order",
  orders.created,
  orders.paid,
  orders.amount,
  orders.buyer,
  credits.agent AS credited,
  orders.file AS at_file,
  orders.line AS at_line,
  1 AS assist_orders
FROM (SELECT DISTINCT purchase FROM assisted WHERE agent = {agent}) AS helped
JOIN orders ON orders.rowid = helped.purchase
JOIN credits ON credits.purchase = helped.purchase
ORDER BY orders.rowid
