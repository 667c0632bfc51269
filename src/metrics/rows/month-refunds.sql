-- The refunds of the month, by the day on which they were made; those of which nobody says when as well. They are
-- whose the order is.
CREATE OR REPLACE TEMP VIEW {view} AS
WITH dated AS (
  SELECT
    orders.rowid AS purchase,
    (refunds.refunded - {dayStartsAt}) // 86400 AS day,
    refunds.refunded,
    refunds.amount AS given_back,
    refunds.file AS refund_file,
    refunds.line AS refund_line
  FROM refunds
  JOIN orders USING (order_id)
)
SELECT *
FROM dated
JOIN {credits} AS of_order USING (purchase)
WHERE paid IS NOT NULL AND coalesce(day BETWEEN {firstDay} AND {lastDay}, true);
