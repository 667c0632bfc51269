-- Rows of orders that are no sales of the month: why.
WITH rows AS (
  SELECT
    CASE WHEN lined THEN order_rows.settled ELSE made_orders.settled END AS settled,
    coalesce(made_orders.settled, made_orders.created) BETWEEN {from} AND {to} - 1 AS in_month,
    coalesce(CASE WHEN lined THEN order_rows.place ELSE made_orders.place END IN (SELECT place FROM untimed_orders), false)
      AS untimed
  FROM order_rows
  JOIN made_orders USING (order_id)
)
SELECT
  count(*) FILTER (NOT coalesce(in_month, true)) AS "orders.other-month",
  count(*) FILTER (coalesce(in_month, true) AND settled IS NULL AND NOT untimed) AS "orders.unpaid",
  count(*) FILTER (coalesce(in_month, true) AND untimed) AS "orders.no-payment-time"
FROM rows
