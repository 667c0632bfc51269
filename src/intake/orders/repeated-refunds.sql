-- Refunds that stand further up already: are they the same, and where is the first one? A refund without a
-- number is told by its order.
WITH firsts AS (
  SELECT coalesce(refund_id, order_id) AS key, min(rowid) AS place
  FROM intake_refunds
  GROUP BY ALL
  HAVING count(*) > 1
),
pairs AS (
  SELECT
    later.rowid AS place,
    first_rows.rowid AS first_place,
    {what} AS what
  FROM firsts
  JOIN intake_refunds AS later
    ON coalesce(later.refund_id, later.order_id) = firsts.key AND later.rowid > firsts.place
  JOIN intake_refunds AS first_rows ON first_rows.rowid = firsts.place
)
SELECT *, what IS NULL AS identical
FROM pairs
