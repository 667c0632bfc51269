-- Created orders by the business day of created_at.
SELECT
  created_agent AS agent,
  created_day AS day,
  count(*) AS created_orders,
  count(*) FILTER (WHERE unpaid) AS unpaid_orders
FROM month_created
WHERE created_agent IS NOT NULL
GROUP BY created_agent, created_day;
