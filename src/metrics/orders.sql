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
    count(*) FILTER (WHERE refund > 0) AS refunded_orders,
    sum(quantity) FILTER (WHERE refund > 0) AS refunded_items,
    -- "Orders for which the credited agent has an effective session that satisfies rule 2 or 3."
    sum(amount) FILTER (WHERE (purchase, agent) IN (
      SELECT (purchase, agent) FROM reached WHERE list_contains({rules}, rule)
    )) AS received_sales
  FROM credits
  WHERE paid_in_month
  GROUP BY agent
),
created AS (
  SELECT
    created_agent AS agent,
    count(*) AS created_orders,
    count(*) FILTER (WHERE paid IS NULL) AS unpaid_orders
  FROM credits
  WHERE created_in_month
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
  CASE {refundBasis}
    WHEN 'orders' THEN coalesce(refunded_orders, 0)
    WHEN 'items' THEN coalesce(refunded_items, 0)
    ELSE coalesce(refunds, 0)
  END AS refund_rate_numerator,
  CASE {refundBasis}
    WHEN 'orders' THEN coalesce(paid_orders, 0)
    WHEN 'items' THEN coalesce(items, 0)
    ELSE coalesce(sales, 0)
  END AS refund_rate_denominator,
  coalesce(created_orders, 0) AS created_orders,
  coalesce(unpaid_orders, 0) AS unpaid_orders
FROM agents
LEFT JOIN paid USING (agent)
LEFT JOIN created USING (agent);
