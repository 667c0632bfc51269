-- The buyers whom one agent followed up: of each the first order, and the first session after it.
WITH firsts AS (
  SELECT *
  FROM followed
  WHERE agent = {agent}
  QUALIFY row_number() OVER (PARTITION BY buyer ORDER BY purchase, starts) = 1
)
SELECT
  firsts.purchase,
  orders.order_id AS "order",
  orders.created,
  orders.paid,
  orders.amount,
  orders.buyer,
  credits.agent AS credited,
  firsts.starts AS session_starts,
  firsts.ends AS session_ends,
  orders.file AS at_file,
  orders.line AS at_line,
  1 AS assist_follow_ups
FROM firsts
JOIN orders ON orders.rowid = firsts.purchase
JOIN credits ON credits.purchase = firsts.purchase
ORDER BY firsts.purchase
