-- The paid orders of the month credited to one agent, or all of the shop when no agent is given.
SELECT
  month_orders.purchase,
  orders.order_id AS "order",
  orders.created,
  orders.paid,
  orders.amount,
  month_orders.quantity,
  orders.refund,
  orders.buyer,
  month_orders.agent AS credited,
  orders.file AS at_file,
  orders.line AS at_line,
  1 AS paid_orders,
  month_orders.quantity AS items,
  -- "Distinct (buyer, business day of paid_at)": the first of each.
  CASE
    WHEN row_number() OVER (
      PARTITION BY month_orders.buyer, paid_day ORDER BY month_orders.paid, month_orders.purchase
    ) = 1 THEN 1
  END AS paid_buyers,
  month_orders.amount AS sales,
  CASE WHEN received THEN month_orders.amount END AS received_sales,
  nullif(month_orders.refund, 0) AS refunds,
  CASE WHEN refunded THEN 1 END AS refunded_orders,
  month_orders.amount - month_orders.refund AS net_sales,
  refunded_part,
  refundable,
  CASE WHEN month_orders.agent IS NULL THEN month_orders.amount END AS silent_sales,
  CASE
    WHEN month_orders.agent IS NULL AND NOT refunded AND month_orders.completed
      THEN month_orders.amount
  END AS completed_silent_sales
FROM month_orders
JOIN orders ON orders.rowid = month_orders.purchase
WHERE {agent}::INTEGER IS NULL OR month_orders.agent = {agent}::INTEGER
ORDER BY month_orders.purchase
