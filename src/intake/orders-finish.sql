-- The first row of every order id into `orders`.
INSERT INTO orders
SELECT
  order_id,
  CASE WHEN contains(buyer, '*') THEN NULL ELSE buyer END,
  shop,
  created,
  CASE WHEN status IN {unpaid} THEN NULL ELSE paid END,
  amount,
  coalesce(quantity, 1),
  CASE WHEN refund_status IS NULL OR refund_status IN {refunded} THEN coalesce(refund, 0) ELSE 0 END,
  memo,
  coalesce(flag, 'none'),
  agent,
  status IN {completed},
  file,
  line
FROM intake_orders
WHERE rowid IN (SELECT min(rowid) FROM intake_orders GROUP BY order_id)
ORDER BY rowid;

DROP TABLE intake_orders;
