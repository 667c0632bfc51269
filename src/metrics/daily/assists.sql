-- Assisted orders by the business day of paid_at.
SELECT assisted.agent, paid_day AS day, count(DISTINCT purchase) AS assist_orders
FROM assisted
JOIN credits USING (purchase)
GROUP BY assisted.agent, paid_day;
