-- The refunds of the month, by the day on which they were made; those of which nobody says when as well. They are
-- whose the order is. Over some items of an order its refunds count when all that was given back was for these, and not
-- when nothing was; else nobody knows how much of each counts.
CREATE OR REPLACE TEMP VIEW {view} AS
WITH dated AS (
  SELECT
    orders.rowid AS purchase,
    (refunds.refunded - {dayStartsAt}) // 86400 AS day,
    refunds.refunded,
    refunds.amount AS given_back,
    orders.refund AS of_whole,
    refunds.file AS refund_file,
    refunds.line AS refund_line
  FROM refunds
  JOIN orders USING (order_id)
)
SELECT
  dated.* EXCLUDE (purchase, given_back, of_whole),
  of_order.*,
  CASE WHEN of_order.refund = of_whole THEN given_back WHEN of_order.refund = 0 THEN 0 END AS given_back
FROM dated
JOIN {credits} AS of_order USING (purchase)
WHERE paid IS NOT NULL AND coalesce(day BETWEEN {firstDay} AND {lastDay}, true);
