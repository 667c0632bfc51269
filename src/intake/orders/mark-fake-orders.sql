-- The rows of fake orders. A fake order is fake with all of its lines, and so are its items in another file.
INSERT INTO fake_rows
WITH fakes AS (
  SELECT rowid AS place, order_id FROM intake_orders WHERE {fake}
)
SELECT place FROM fakes
UNION
SELECT rowid FROM intake_orders
WHERE grain <> 'order' AND order_id IN (SELECT order_id FROM fakes)
UNION
-- A list may name one line of an order.
SELECT rowid FROM intake_orders
WHERE grain = 'order' AND order_id IN (
  SELECT order_id FROM intake_orders WHERE line_id IN (SELECT id FROM fake_ids)
);

INSERT INTO fake_orders
SELECT DISTINCT order_id, line_id
FROM intake_orders
WHERE rowid IN (SELECT place FROM fake_rows);
