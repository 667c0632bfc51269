-- The paid orders of the month, credited or not, and what each counts for.
CREATE OR REPLACE TEMP VIEW {view} AS
SELECT
  *,
  paid_day AS day,
  refund > 0 AS refunded,
  -- "Orders for which the credited agent has an effective session that satisfies rule 2 or 3."
  (purchase, agent) IN (
    SELECT (purchase, agent) FROM reached WHERE list_contains({rules}, rule)
  ) AS received,
  -- `refund_rate` "by `refund_basis`": what an order has of its numerator and of its denominator.
  CASE {refundBasis}
    WHEN 'orders' THEN (refund > 0)::INTEGER
    WHEN 'items' THEN (refund > 0)::INTEGER * quantity
    ELSE refund
  END AS refunded_part,
  CASE {refundBasis} WHEN 'orders' THEN 1 WHEN 'items' THEN quantity ELSE amount END AS refundable
FROM {credits}
WHERE paid_in_month;
