-- One row per order into `orders`, from rows that are neither fake nor repeated.

-- What a row says of refunds; NULL when it says nothing.
CREATE TEMP MACRO refund_of(says, unsaid, refund, refund_status, amount) AS
  CASE
    WHEN says
      THEN CASE WHEN refund_status IS NULL OR refund_status IN {refunded} THEN coalesce(refund, 0) ELSE 0 END
    WHEN unsaid AND refund_status IN {refunded} THEN amount
  END;

CREATE TEMP TABLE order_rows AS
SELECT
  intake_orders.rowid AS place,
  grain,
  order_id,
  line_id,
  created,
  CASE WHEN coalesce(unpaid, false) THEN NULL ELSE paid END AS settled,
  -- A status of an order that goes on after payment, and no time of payment.
  paid IS NULL AND NOT wrong AND coalesce(going_on, false) AS untimed,
  shipped,
  -- No status says nothing; one that no platform is known to write says no.
  CASE WHEN status IS NOT NULL THEN coalesce(sent, false) END AS on_the_way,
  CASE WHEN status IS NOT NULL THEN coalesce(completed, false) END AS completed,
  CASE WHEN status IS NOT NULL THEN coalesce(closed, false) OR is_deleted(status) END AS closed,
  amount,
  quantity,
  refund_of(says_refunds, refunds_unsaid, refund, refund_status, amount) AS refund,
  coalesce(NOT says_refunds AND refunds_unsaid AND refund_status IN {refunded}, false) AS refund_unsaid,
  -- An empty amount is none, unless the status says that nothing was refunded.
  coalesce(refund IS NOT NULL OR refund_status NOT IN {refunded}, false) AS refund_said
FROM intake_orders
LEFT JOIN (VALUES {statuses}) AS known (word, unpaid, going_on, sent, completed, closed)
  ON word = plain_status(status);

-- Every order, whichever files say it.
CREATE TEMP TABLE made_orders AS
WITH firsts AS (
  SELECT order_id, min(place) AS place, sum(quantity) AS quantity
  FROM order_rows
  WHERE grain <> 'line'
  GROUP BY order_id
),
-- Orders of the files that have one row per order, or repeat the order in each of its lines.
whole_orders AS (
  SELECT order_rows.* REPLACE (firsts.quantity AS quantity)
  FROM firsts
  JOIN order_rows USING (place)
),
-- Orders of the files that have one row per line, with its own amounts: what is paid of them. An order of
-- which nothing is paid is all of its lines.
lined_orders AS (
  SELECT
    order_id,
    min(place) AS place,
    min(created) AS created,
    min(settled) AS settled,
    -- The first of what has not come counts.
    CASE WHEN count(*) FILTER (on_the_way AND shipped IS NULL) = 0 THEN min(shipped) FILTER (on_the_way) END AS shipped,
    bool_or(on_the_way) FILTER (settled IS NOT NULL) AS on_the_way,
    bool_and(completed) FILTER (settled IS NOT NULL) AS completed,
    bool_or(closed) FILTER (settled IS NOT NULL) AS closed,
    CASE WHEN count(settled) > 0 THEN sum(amount) FILTER (settled IS NOT NULL) ELSE sum(amount) END AS amount,
    CASE
      WHEN count(settled) > 0 THEN sum(coalesce(quantity, 1)) FILTER (settled IS NOT NULL)
      ELSE sum(coalesce(quantity, 1))
    END AS quantity,
    count(quantity) > 0 AS says_quantity,
    CASE WHEN count(settled) > 0 THEN sum(refund) FILTER (settled IS NOT NULL) ELSE sum(refund) END AS refund,
    CASE
      WHEN count(settled) > 0 THEN bool_or(refund_unsaid) FILTER (settled IS NOT NULL)
      ELSE bool_or(refund_unsaid)
    END AS refund_unsaid,
    CASE
      WHEN count(settled) > 0 THEN bool_or(refund_said) FILTER (settled IS NOT NULL)
      ELSE bool_or(refund_said)
    END AS refund_said
  FROM order_rows
  WHERE grain = 'line'
  GROUP BY order_id
)
SELECT
  order_id,
  whole_orders.place,
  false AS lined,
  whole_orders.created,
  whole_orders.settled,
  whole_orders.shipped,
  whole_orders.on_the_way,
  whole_orders.completed,
  whole_orders.closed,
  whole_orders.amount,
  coalesce(whole_orders.quantity, CASE WHEN says_quantity THEN lined_orders.quantity END) AS quantity,
  whole_orders.refund AS by_order,
  whole_orders.refund_unsaid AS order_unsaid,
  whole_orders.refund_said AS order_said,
  -- A file of lines need not say when they were paid: they are paid with their order.
  CASE WHEN is_paid THEN lined_orders.refund END AS by_items,
  is_paid AND coalesce(lined_orders.refund_unsaid, false) AS items_unsaid,
  is_paid AND coalesce(lined_orders.refund_said, false) AS items_said
FROM (SELECT *, settled IS NOT NULL AS is_paid FROM whole_orders) AS whole_orders
LEFT JOIN lined_orders USING (order_id)
UNION ALL
SELECT
  order_id,
  place,
  true,
  created,
  settled,
  shipped,
  on_the_way,
  completed,
  closed,
  amount,
  CASE WHEN says_quantity THEN quantity END,
  NULL,
  false,
  false,
  CASE WHEN settled IS NOT NULL THEN refund END,
  settled IS NOT NULL AND refund_unsaid,
  settled IS NOT NULL AND refund_said
FROM lined_orders
ANTI JOIN whole_orders USING (order_id)
WHERE amount IS NOT NULL;

-- Orders of the month, and lines of such as say their own amounts, that go on though nobody says when they were paid.
CREATE TEMP TABLE untimed_orders AS
SELECT order_rows.place, order_id, order_rows.amount
FROM made_orders
JOIN order_rows USING (order_id)
WHERE untimed
  AND (lined OR order_rows.place = made_orders.place)
  AND coalesce(order_rows.created BETWEEN {from} AND {to} - 1, true);

-- The rows of the files of refunds, each with its order. Some of these name a line instead.
CREATE TEMP TABLE refund_rows AS
WITH known_lines AS (
  SELECT line_id, min(order_id) AS order_id
  FROM order_rows
  WHERE grain = 'line' AND line_id IS NOT NULL
  GROUP BY line_id
)
SELECT
  intake_refunds.*,
  intake_refunds.rowid AS place,
  coalesce(made_orders.order_id, of_line.order_id) AS target
FROM intake_refunds
LEFT JOIN made_orders ON made_orders.order_id = intake_refunds.order_id
LEFT JOIN known_lines ON known_lines.line_id = intake_refunds.order_id
LEFT JOIN made_orders AS of_line ON of_line.order_id = known_lines.order_id;

-- Every order with what each source says of its refund, and the one that counts.
CREATE TEMP TABLE order_refunds AS
WITH refunded_orders AS (
  SELECT target AS order_id, coalesce(sum(amount) FILTER (status IN {refunded}), 0) AS refund
  FROM refund_rows
  WHERE target IS NOT NULL
  GROUP BY target
)
SELECT
  made_orders.*,
  refunded_orders.refund AS by_refunds,
  coalesce(refunded_orders.refund, by_items, by_order) AS refund,
  -- More than was paid cannot be given back.
  least(coalesce(refunded_orders.refund, by_items, by_order, 0), greatest(amount, 0)) AS counted
FROM made_orders
LEFT JOIN refunded_orders USING (order_id);

INSERT INTO orders
WITH line_memos AS (
  SELECT order_id, string_agg(DISTINCT memo, '；' ORDER BY memo) AS memo
  FROM intake_orders
  WHERE grain = 'line' AND cell(memo) IS NOT NULL
  GROUP BY order_id
)
SELECT
  order_refunds.order_id,
  CASE WHEN contains(buyer, '*') THEN NULL ELSE buyer END,
  shop,
  order_refunds.created,
  settled,
  order_refunds.amount,
  coalesce(order_refunds.quantity, 1),
  counted,
  CASE WHEN lined THEN line_memos.memo ELSE intake_orders.memo END,
  coalesce(flag, 'none'),
  agent,
  completed,
  file,
  line,
  order_refunds.shipped,
  on_the_way,
  plain_status(status),
  shop_name
FROM order_refunds
JOIN intake_orders ON intake_orders.rowid = order_refunds.place
LEFT JOIN line_memos ON line_memos.order_id = order_refunds.order_id AND lined
-- What has no time at all was never paid, and nobody knows when it was made.
WHERE order_refunds.created IS NOT NULL
ORDER BY order_refunds.place;

-- Refunds with the time at which each was made. Files of refunds that say it are all that there was; where there
-- are none, nobody knows when what other files say was given back.
INSERT INTO refunds
WITH timed AS (
  SELECT
    refund_rows.place,
    refund_rows.file,
    refund_rows.line,
    target AS order_id,
    refunded,
    refund_rows.amount,
    greatest(order_refunds.amount, 0) AS most,
    sum(refund_rows.amount) OVER (
      PARTITION BY target ORDER BY refunded NULLS LAST, refund_rows.place
    ) AS so_far
  FROM refund_rows
  JOIN order_refunds ON order_refunds.order_id = target
  WHERE says_time AND refund_rows.status IN {refunded}
)
-- More than was paid cannot be given back.
SELECT order_id, refunded, least(so_far, most) - least(so_far - amount, most), file, line
FROM timed
UNION ALL
SELECT orders.order_id, NULL, refund, coalesce(refund_file, file), coalesce(refund_line, line)
FROM orders
LEFT JOIN (
  SELECT target, arg_min(file, place) AS refund_file, arg_min(line, place) AS refund_line
  FROM refund_rows
  WHERE status IN {refunded}
  GROUP BY target
) AS undated ON undated.target = orders.order_id
WHERE refund <> 0 AND NOT EXISTS (SELECT 1 FROM intake_refunds WHERE says_time);
