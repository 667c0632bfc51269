-- Sales with an effective reception, by the business day of paid_at.
SELECT agent, paid_day AS day, sum(amount) AS received_sales
FROM month_orders
WHERE agent IS NOT NULL AND received
GROUP BY agent, paid_day;
