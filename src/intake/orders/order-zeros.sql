-- Numbers of orders that refunds and lists of fake orders name, that no order has, and that differ from one
-- order's number in the noughts before it alone.
CREATE TEMP TABLE order_zeros AS
WITH known AS (
  SELECT order_id AS id FROM intake_orders WHERE order_id IS NOT NULL
  UNION ALL
  SELECT line_id FROM intake_orders WHERE line_id IS NOT NULL
),
strays AS (
  SELECT order_id AS written FROM intake_refunds WHERE order_id NOT IN (SELECT id FROM known)
  UNION
  SELECT id FROM fake_ids WHERE id NOT IN (SELECT id FROM known)
),
numbers AS (
  SELECT ltrim(order_id, '0') AS number, min(order_id) AS id
  FROM intake_orders
  WHERE ltrim(order_id, '0') IN (SELECT ltrim(written, '0') FROM strays)
  GROUP BY number
  HAVING count(DISTINCT order_id) = 1
)
SELECT written, id
FROM strays
JOIN numbers ON number = ltrim(written, '0')
WHERE regexp_full_match(written, '[0-9]+');
