-- The figures of the whole shop over all paid orders of the month, credited or not.
SELECT
  coalesce(sum(amount), 0) AS shop_sales,
  coalesce(sum(amount) FILTER (WHERE agent IS NULL), 0) AS silent_sales,
  count(DISTINCT (buyer, paid_day)) AS shop_avg_order_value_denominator,
  CASE {refundBasis}
    WHEN 'orders' THEN count(*) FILTER (WHERE refund > 0)
    WHEN 'items' THEN coalesce(sum(quantity) FILTER (WHERE refund > 0), 0)
    ELSE coalesce(sum(refund), 0)
  END AS shop_refund_rate_numerator,
  CASE {refundBasis}
    WHEN 'orders' THEN count(*)
    WHEN 'items' THEN coalesce(sum(quantity), 0)
    ELSE coalesce(sum(amount), 0)
  END AS shop_refund_rate_denominator
FROM credits
WHERE paid_in_month;
