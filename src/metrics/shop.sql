-- The figures of the whole shop over all paid orders of the month, credited or not.
SELECT
  coalesce(sum(amount), 0) AS shop_sales,
  coalesce(sum(amount) FILTER (WHERE agent IS NULL), 0) AS silent_sales,
  -- Completed and not refunded; not known while one of them has no status.
  CASE
    WHEN count(*) FILTER (WHERE agent IS NULL AND NOT refunded AND completed IS NULL) = 0
      THEN coalesce(sum(amount) FILTER (WHERE agent IS NULL AND NOT refunded AND completed), 0)
  END AS completed_silent_sales,
  count(DISTINCT (buyer, paid_day)) AS shop_avg_order_value_denominator,
  coalesce(sum(refunded_part), 0) AS shop_refund_rate_numerator,
  coalesce(sum(refundable), 0) AS shop_refund_rate_denominator
FROM month_orders;
