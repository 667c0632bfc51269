-- One refund file into intake_refunds. `wrong` marks a row with a cell that cannot be read.
INSERT INTO intake_refunds
WITH source AS (
  SELECT
    {line_source} AS line_source,
    {blank} AS blank,
    {summary} AS summary,
    {order_id} AS order_id,
    {refund_id} AS refund_id,
    {amount} AS amount,
    {amount_parts} AS amount_parts,
    {status} AS status
  FROM {rows}
),
lined AS (
  SELECT * EXCLUDE (line_source), {line} AS line FROM source
),
raw AS (
  SELECT * EXCLUDE (blank) FROM lined WHERE NOT blank
),
cells AS (
  SELECT line, summary, amount_parts, plain_cell(COLUMNS(* EXCLUDE (line, summary, amount_parts)))
  FROM raw
),
narrow_cells AS (
  SELECT * REPLACE (narrow(amount) AS amount) FROM cells
),
read AS (
  SELECT
    * REPLACE (narrow_number(amount) AS amount, comparable(status) AS status),
    amount IS NOT NULL AS has_amount
  FROM narrow_cells
)
SELECT
  {file},
  line,
  order_id,
  refund_id,
  amount + sum_of(amount_parts),
  status,
  summary,
  NOT summary AND (
    order_id IS NULL
    OR is_damaged_id(order_id)
    OR ({needs_refund_id} AND refund_id IS NULL)
    OR (refund_id IS NOT NULL AND is_damaged_id(refund_id))
    OR status IS NULL
    OR (has_amount AND amount IS NULL)
    OR (status IN {refunded} AND amount IS NULL)
    OR is_unreadable(amount_parts)
  )
FROM read;
