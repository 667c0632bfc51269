-- Refunds that stand further up already: are they the same, and where is the first one? A refund without a
-- number is told by its order.
WITH firsts AS (
  SELECT coalesce(refund_id, order_id) AS key, min(rowid) AS place
  FROM intake_refunds
  GROUP BY ALL
  HAVING count(*) > 1
)
SELECT
  later.file,
  later.line,
  firsts.key AS order_id,
  later.rowid AS place,
  first_rows.file AS first_file,
  first_rows.line AS first_line,
  row(later.order_id, later.amount, later.status)
    IS NOT DISTINCT FROM row(first_rows.order_id, first_rows.amount, first_rows.status) AS identical
FROM firsts
JOIN intake_refunds AS later
  ON coalesce(later.refund_id, later.order_id) = firsts.key AND later.rowid > firsts.place
JOIN intake_refunds AS first_rows ON first_rows.rowid = firsts.place
ORDER BY later.rowid
