-- What the rows of an order say of it, where it has several: as the first says that says it, and which that is.
-- Most orders are one row, of which nothing but that is looked at.
CREATE TEMP TABLE order_details AS
WITH several AS (
  SELECT grain = 'line' AS is_line, order_id
  FROM intake_orders
  WHERE NOT wrong
  GROUP BY ALL
  HAVING count(*) > 1
)
SELECT
  grain = 'line' AS is_line,
  order_id,
  {details}
FROM intake_orders
SEMI JOIN several
  ON several.order_id IS NOT DISTINCT FROM intake_orders.order_id
  AND several.is_line = (intake_orders.grain = 'line')
WHERE NOT wrong
GROUP BY grain = 'line', order_id
