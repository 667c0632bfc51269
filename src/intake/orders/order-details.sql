-- What the rows of an order say of it, where it has several: as the first says that says it, and which that is.
CREATE TEMP TABLE order_details AS
SELECT
  grain = 'line' AS is_line,
  order_id,
  {details}
FROM intake_orders
WHERE NOT wrong
GROUP BY grain = 'line', order_id
HAVING count(*) > 1
