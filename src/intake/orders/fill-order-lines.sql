-- The lines of the orders in `orders`: of each the finest rows that there are, and of these, where lines are paid
-- one by one, those that are paid.
INSERT INTO order_lines
WITH lined AS (
  SELECT order_id, count(settled) > 0 AS paid_by_line
  FROM order_rows
  WHERE grain = 'line'
  GROUP BY order_id
),
-- Refunds whose number is a line's.
refunded_lines AS (
  SELECT order_id AS line_id, sum(amount) AS refund
  FROM refund_rows
  WHERE status IN {refunded} AND target <> order_id
  GROUP BY order_id
)
SELECT
  order_id,
  intake_orders.item,
  intake_orders.item_id,
  coalesce(
    intake_orders.category,
    by_id.category,
    by_name.category,
    CASE WHEN coalesce(item, item_id) IS NOT NULL AND (SELECT count(*) > 0 FROM products) THEN '' END
  ),
  CASE WHEN order_rows.grain = 'line' THEN order_rows.amount END,
  coalesce(order_rows.quantity, 1),
  coalesce(CASE WHEN by_refunds IS NULL THEN order_rows.refund ELSE refunded_lines.refund END, 0)
FROM order_rows
JOIN order_refunds USING (order_id)
JOIN intake_orders ON intake_orders.rowid = order_rows.place
LEFT JOIN lined USING (order_id)
LEFT JOIN refunded_lines ON refunded_lines.line_id = order_rows.line_id
LEFT JOIN products AS by_id ON by_id.key = intake_orders.item_id
LEFT JOIN products AS by_name ON by_name.key = intake_orders.item
WHERE CASE
  WHEN paid_by_line IS NULL THEN true
  WHEN order_rows.grain = 'line' THEN order_rows.settled IS NOT NULL OR NOT paid_by_line
  ELSE false
END;
