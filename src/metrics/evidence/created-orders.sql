-- The orders created in the month that creation credits to one agent.
SELECT
  month_created.purchase,
  orders.order_id AS "order",
  orders.created,
  orders.paid,
  orders.amount,
  orders.buyer,
  orders.file AS at_file,
  orders.line AS at_line,
  1 AS created_orders,
  CASE WHEN unpaid THEN 1 END AS unpaid_orders
FROM month_created
JOIN orders ON orders.rowid = month_created.purchase
WHERE month_created.created_agent = {agent}
ORDER BY month_created.purchase
