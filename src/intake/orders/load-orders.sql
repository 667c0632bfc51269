-- One file of orders or of their items into intake_orders, as it stands: fake and repeated orders are still
-- among its rows. `wrong` marks a row with a cell that cannot be read; it stays out of every sum. Only the
-- columns that are read walk past the numbering of lines.
INSERT INTO intake_orders
WITH source AS (
  SELECT
    {line_source} AS line_source,
    {blank} AS blank,
    {summary} AS summary,
    {order_id} AS order_id,
    {line_id} AS line_id,
    {buyer} AS buyer,
    {shop} AS shop,
    {created_at} AS created,
    {paid_at} AS paid,
    {amount} AS amount,
    {amount_parts} AS amount_parts,
    {quantity} AS quantity,
    {status} AS status,
    {refund_amount} AS refund,
    {refund_status} AS refund_status,
    {memo} AS memo,
    {flag} AS flag,
    {flag_word} AS flag_word,
    {agent} AS account
  FROM {rows}
),
lined AS (
  SELECT * EXCLUDE (line_source), {line} AS line FROM source
),
raw AS (
  SELECT * EXCLUDE (blank) FROM lined WHERE NOT blank
),
cells AS (
  SELECT
    line,
    summary,
    memo,
    flag_word,
    amount_parts,
    plain_cell(COLUMNS(* EXCLUDE (line, summary, memo, flag_word, amount_parts)))
  FROM raw
),
narrow_cells AS (
  SELECT
    * REPLACE (
      narrow(amount) AS amount,
      narrow(quantity) AS quantity,
      narrow(refund) AS refund,
      replace(buyer, '：', ':') AS buyer,
      replace(account, '：', ':') AS account
    ),
    cast_time(created) AS quick_created,
    cast_time(paid) AS quick_paid
  FROM cells
),
timed AS (
  SELECT
    * EXCLUDE (quick_created, quick_paid),
    usual_time(created, quick_created) AS usual_created,
    usual_time(paid, quick_paid) AS usual_paid
  FROM narrow_cells
),
read AS (
  SELECT
    * REPLACE (
      time_of(created, usual_created) AS created,
      time_of(paid, usual_paid) AS paid,
      narrow_number(amount) AS amount,
      narrow_number(quantity) AS quantity,
      narrow_number(refund) AS refund
    ),
    agent_called(account) AS agent,
    paid IS NOT NULL AS has_paid,
    quantity IS NOT NULL AS has_quantity,
    refund IS NOT NULL AS has_refund
  FROM timed
)
SELECT
  {file},
  line,
  {grain},
  order_id,
  line_id,
  buyer,
  coalesce(shop, ''),
  CASE WHEN {says_created} THEN created ELSE paid END,
  paid,
  amount + sum_of(amount_parts),
  quantity,
  comparable(status),
  refund,
  comparable(refund_status),
  memo,
  flag_word,
  account,
  agent,
  {says_refunds},
  {refunds_unsaid},
  summary,
  NOT summary AND (
    order_id IS NULL
    OR is_damaged_id(order_id)
    OR ({needs_line_id} AND line_id IS NULL)
    OR (line_id IS NOT NULL AND is_damaged_id(line_id))
    OR ({says_created} AND created IS NULL)
    OR ({says_amount} AND amount IS NULL)
    OR is_unreadable(amount_parts)
    OR (has_paid AND paid IS NULL)
    OR (has_quantity AND quantity IS NULL)
    OR (has_refund AND refund IS NULL)
    OR (flag IS NOT NULL AND flag_word IS NULL)
    OR coalesce(agent, 0) = -1
  )
FROM read;
