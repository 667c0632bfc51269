-- Orders that were paid in the month and of which more was given back than was paid, with the last row that says so.
WITH excess AS (
  SELECT * FROM order_refunds
  WHERE refund > counted AND amount IS NOT NULL AND settled BETWEEN {from} AND {to} - 1
),
saying AS (
  SELECT target AS order_id, file, line, place
  FROM refund_rows
  WHERE status IN {refunded}
  UNION ALL
  SELECT excess.order_id, intake_orders.file, intake_orders.line, order_rows.place
  FROM order_rows
  JOIN excess ON excess.order_id = order_rows.order_id
  JOIN intake_orders ON intake_orders.rowid = order_rows.place
  WHERE excess. by_refunds IS NULL AND (order_rows.grain = 'line') = (excess.by_items IS NOT NULL) AND order_rows.refund > 0
)
SELECT
  excess.order_id,
  any_value(excess.refund) AS refund,
  any_value(excess.amount) AS amount,
  any_value(excess.counted) AS counted,
  arg_max(saying.file, saying.place) AS file,
  arg_max(saying.line, saying.place) AS line
FROM excess
JOIN saying ON saying.order_id = excess.order_id
GROUP BY excess.order_id
ORDER BY file, line
