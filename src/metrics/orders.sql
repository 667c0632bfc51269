-- The order metrics of each agent that need no chats beyond the credit.
WITH paid AS (
  SELECT
    agent,
    count(*) AS paid_orders,
    sum(quantity) AS items,
    -- "Distinct (buyer, business day of paid_at)."
    count(DISTINCT (buyer, paid_day)) AS paid_buyers,
    sum(amount) AS sales,
    sum(refund) AS refunds,
    count(*) FILTER (WHERE refunded) AS refunded_orders,
    sum(amount) FILTER (WHERE received) AS received_sales,
    sum(refunded_part) AS refund_rate_numerator,
    sum(refundable) AS refund_rate_denominator
  FROM month_orders
  GROUP BY agent
),
created AS (
  SELECT
    created_agent AS agent,
    count(*) AS created_orders,
    count(*) FILTER (WHERE unpaid) AS unpaid_orders
  FROM month_created
  GROUP BY created_agent
)
SELECT
  agents.agent,
  coalesce(paid_orders, 0) AS paid_orders,
  coalesce(items, 0) AS items,
  coalesce(paid_buyers, 0) AS paid_buyers,
  coalesce(sales, 0) AS sales,
  coalesce(received_sales, 0) AS received_sales,
  coalesce(refunds, 0) AS refunds,
  coalesce(refunded_orders, 0) AS refunded_orders,
  coalesce(sales, 0) - coalesce(refunds, 0) AS net_sales,
  coalesce(refund_rate_numerator, 0) AS refund_rate_numerator,
  coalesce(refund_rate_denominator, 0) AS refund_rate_denominator,
  coalesce(created_orders, 0) AS created_orders,
  coalesce(unpaid_orders, 0) AS unpaid_orders
FROM agents
LEFT JOIN paid USING (agent)
LEFT JOIN created USING (agent);
