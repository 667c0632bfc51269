-- One order file into intake_orders, as it stands: fake and repeated orders are still among its rows.
-- `wrong` marks a row with a cell that cannot be read; it stays out of every sum.
INSERT INTO intake_orders
WITH counted AS (
  -- A line break inside a cell moves every row below it one line down.
  SELECT *, {breaks} AS breaks FROM {rows}
),
lined AS (
  SELECT *, {line} AS line FROM counted
),
read AS (
  SELECT
    line,
    cell({order_id}) AS order_id,
    account({buyer}) AS buyer,
    coalesce(cell({shop}), '') AS shop,
    time_of({created_at}) AS created,
    time_of({paid_at}) AS paid,
    number_of({amount}) AS amount,
    number_of({quantity}) AS quantity,
    lower(cell({status})) AS status,
    number_of({refund_amount}) AS refund,
    lower(cell({refund_status})) AS refund_status,
    {memo} AS memo,
    {flag} AS flag,
    account({agent}) AS account,
    cell({paid_at}) IS NOT NULL AS has_paid,
    cell({quantity}) IS NOT NULL AS has_quantity,
    cell({refund_amount}) IS NOT NULL AS has_refund,
    cell({flag_cell}) IS NOT NULL AS has_flag
  FROM lined
  WHERE NOT {blank}
)
SELECT
  {file},
  read.line,
  read.order_id,
  read.buyer,
  read.shop,
  read.created,
  read.paid,
  read.amount,
  read.quantity,
  read.status,
  read.refund,
  read.refund_status,
  read.memo,
  read.flag,
  read.account,
  coalesce(named.agent, bare.agent),
  read.order_id IS NULL
    OR is_damaged_id(read.order_id)
    OR read.created IS NULL
    OR read.amount IS NULL
    OR (read.has_paid AND read.paid IS NULL)
    OR (read.has_quantity AND read.quantity IS NULL)
    OR (read.has_refund AND read.refund IS NULL)
    OR (read.has_flag AND read.flag IS NULL)
    OR coalesce(named.agent, bare.agent, 0) = -1
FROM read
LEFT JOIN intake_names AS named ON named.cell = read.account
LEFT JOIN intake_bare_accounts AS bare
  ON bare.cell = CASE WHEN named.cell IS NULL THEN without_shop(read.account) END;
