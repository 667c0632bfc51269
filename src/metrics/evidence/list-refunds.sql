-- The refunds of a view that are one agent's, or all of the shop when no agent is given.
WITH counted AS (
  SELECT *, {adds}
  FROM {view}
  WHERE {agent}::INTEGER IS NULL OR agent = {agent}::INTEGER
)
SELECT
  counted.purchase,
  orders.order_id AS "order",
  counted.refunded,
  given_back AS refund,
  orders.paid,
  orders.amount,
  orders.buyer,
  refund_file AS at_file,
  refund_line AS at_line,
  COLUMNS('^adds_')
FROM counted
JOIN orders ON orders.rowid = counted.purchase
ORDER BY counted.refunded, refund_file, refund_line
