-- What a line leaves unsaid of its order is as another line of it says.
UPDATE intake_orders
SET {filled}
FROM order_details
WHERE intake_orders.order_id = order_details.order_id
  AND (intake_orders.grain = 'line') = is_line
  AND is_line = {is_line}
  AND ({is_unsaid})
