-- The paid orders of the month of which no list of reviews speaks, but for those that are not completed.
CREATE OR REPLACE TEMP VIEW {view} AS
SELECT
  *,
  paid_day AS day,
  completed IS NULL OR NOT (SELECT count(*) > 0 FROM reviews) AS is_unclear
FROM {credits}
WHERE paid_in_month
  AND coalesce(completed, true)
  AND purchase NOT IN (
    SELECT orders.rowid FROM orders WHERE order_id IN (SELECT order_id FROM reviews WHERE order_id IS NOT NULL)
  );
