-- Credited paid orders by the business day of paid_at.
SELECT
  agent,
  paid_day AS day,
  count(*) AS paid_orders,
  sum(quantity) AS items,
  count(DISTINCT buyer) AS paid_buyers,
  sum(amount) AS sales,
  sum(refund) AS refunds,
  count(*) FILTER (WHERE refunded) AS refunded_orders,
  sum(amount) - sum(refund) AS net_sales,
  sum(refunded_part) AS refund_rate_numerator,
  sum(refundable) AS refund_rate_denominator
FROM month_orders
WHERE agent IS NOT NULL
GROUP BY agent, paid_day;
