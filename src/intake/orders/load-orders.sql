-- One file of orders or of their items into intake_orders, as it stands: fake and repeated orders are still
-- among its rows. `wrong` marks a row with a cell that cannot be read; it stays out of every sum.
INSERT INTO intake_orders
SELECT
  {file},
  line,
  {grain},
  order_id,
  line_id,
  buyer,
  {shop},
  CASE WHEN {says_created} THEN created ELSE paid END,
  paid,
  shipped,
  {amount},
  quantity,
  status,
  refund,
  refund_status,
  memo,
  flag,
  account,
  agent,
  {says_refunds},
  {refunds_unsaid},
  summary,
  NOT summary AND ({wrong} OR coalesce(agent, 0) = -1),
  shop,
  {item},
  {item_id},
  {category}
FROM (SELECT *, agent_called(account) AS agent FROM ({cells}))
