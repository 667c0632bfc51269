-- Rows that are lines of one order and do not agree on what is the whole order's. What a line leaves unsaid
-- contradicts nothing.
WITH differing AS (
  SELECT
    later.rowid AS place,
    CASE WHEN is_line THEN {line_differs} ELSE {order_differs} END AS what,
    {first_place} AS first_place
  FROM order_details
  JOIN intake_orders AS later
    ON later.order_id = order_details.order_id AND (later.grain = 'line') = is_line AND NOT later.wrong
)
SELECT *, false AS identical
FROM differing
WHERE what IS NOT NULL
