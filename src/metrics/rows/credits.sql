-- Whose result each order is. Rules 1 to 4 of credit: memo, chat, after payment, else silent.

-- The orders with their buyers as numbers. An order without a buyer gets a number of its own, below 0,
-- which no session has: it can be credited by memo only, and counts as one buyer.
CREATE OR REPLACE TEMP TABLE purchases AS
SELECT
  orders.rowid AS purchase,
  coalesce(buyers.buyer, -1 - orders.rowid) AS buyer,
  created,
  paid,
  (created - {dayStartsAt}) // 86400 AS created_day,
  (paid - {dayStartsAt}) // 86400 AS paid_day,
  amount,
  coalesce(quantity, 1) AS quantity,
  refund,
  completed,
  on_the_way,
  (shipped - {dayStartsAt}) // 86400 AS shipped_day,
  status,
  shop_name
FROM orders
LEFT JOIN buyers ON orders.shop = buyers.shop AND orders.buyer = buyers.nick;

-- The words of the memos that count. `memo_flag`: the flags that an order may carry for this to count.
CREATE OR REPLACE TEMP VIEW countable AS
-- An account is whose it was on the day of payment.
SELECT rowid AS purchase, memo, agent, (coalesce(paid, created) - {dayStartsAt}) // 86400 AS day
FROM orders
WHERE {memo} <> 'off' AND ({anyFlag} OR coalesce(flag, 'none') IN (SELECT unnest({memoFlags})));

CREATE OR REPLACE TEMP VIEW memo_tokens AS
-- White space is all of Unicode's: the class Z, the control characters 9 to 13, and U+0085.
SELECT
  purchase,
  day,
  unnest(string_split_regex(
    replace(memo, '：', ':'),
    '[\p{Z}\t\n\x{0B}\f\r\x{85},，;；、。/|()（）\[\]【】]+'
  )) AS token
FROM countable;

-- Rule 1. "The memo names an agent when one of its tokens is an agent's id, N号 or N号客服 where N is the
-- agent's id, or one of the agent's whole accounts (an id of digits alone counts only as N号 or N号客服)."
-- "An `agent` column in the orders file decides like a memo."
CREATE OR REPLACE TEMP TABLE named AS
WITH signs AS (
  SELECT agent, name AS sign, first_day, last_day
  FROM agent_names
  WHERE NOT (is_id AND regexp_full_match(name, '[0-9]+'))
  UNION
  SELECT agent, name || unnest(['号', '号客服']), NULL, NULL FROM agent_names WHERE is_id
)
SELECT
  purchase,
  CASE WHEN count(DISTINCT agent) = 1 THEN min(agent) END AS agent,
  list_sort(list(DISTINCT agent)) AS agents
FROM (
  SELECT purchase, signs.agent
  FROM memo_tokens
  JOIN signs ON token = sign
  WHERE day >= coalesce(first_day, day) AND day <= coalesce(last_day, day)
  UNION ALL
  SELECT purchase, agent FROM countable WHERE agent IS NOT NULL
)
GROUP BY purchase;

-- Every effective session that reaches an order by rule 2 (for the time of creation and of payment) or by
-- rule 3, whoever had it. The smallest `first` (then `second`, then agent id) wins its rule.
CREATE OR REPLACE TEMP TABLE reached AS
WITH effective AS (
  SELECT buyer, agent, starts, ends, buyer_first
  FROM sessions
  WHERE effective
),
-- "The candidates are the effective sessions of that buyer that start at or before e and whose last
-- message is at or after e − `window`. The winner has the latest min(end, e); then the latest start."
by_time AS (
  SELECT purchase, rule, agent, -least(ends, moment) AS first, -starts AS second
  FROM (
    SELECT purchase, buyer, 'created' AS rule, created AS moment FROM purchases
    UNION ALL
    SELECT purchase, buyer, 'paid', paid FROM purchases WHERE paid IS NOT NULL
  )
  JOIN effective USING (buyer)
  WHERE starts <= moment AND ends >= moment - {window}
),
-- "Among effective sessions of that buyer that start after paid_at and within `window` of it and whose
-- first message is the buyer's, the earliest start wins."
after_payment AS (
  SELECT purchase, 'after' AS rule, agent, starts AS first, 0 AS second
  FROM purchases
  JOIN effective USING (buyer)
  WHERE {afterPayment} <> 'off' AND buyer_first AND starts > paid AND starts <= paid + {window}
)
SELECT * FROM by_time
UNION ALL
SELECT * FROM after_payment;

-- `credit_roles`: "roles whose agents can be credited with orders by chat (empty: all)".
CREATE OR REPLACE TEMP VIEW candidates AS
SELECT
  purchase,
  rule,
  agent,
  first,
  second,
  id_order,
  len({creditRoles}) = 0 OR list_contains({creditRoles}, role) AS in_role
FROM reached
JOIN agents USING (agent);

-- The candidates of each order as they win; {rules} are the rules that the attribution asks, in their
-- order: created, paid, after.
CREATE OR REPLACE TEMP VIEW ranked AS
SELECT
  *,
  row_number() OVER (
    PARTITION BY purchase ORDER BY list_position({rules}, rule), first, second, id_order
  ) AS place
FROM candidates
WHERE {memo} <> 'only' AND in_role AND list_contains({rules}, rule);

-- "Created in the month and credited by created_at (rules 1 and 2)."
CREATE OR REPLACE TEMP VIEW ranked_by_creation AS
SELECT *, row_number() OVER (PARTITION BY purchase ORDER BY first, second, id_order) AS place
FROM candidates
WHERE {memo} <> 'only' AND in_role AND rule = 'created';

CREATE OR REPLACE TEMP TABLE credits AS
WITH by_chat AS (
  SELECT purchase, agent FROM ranked WHERE place = 1
),
by_creation AS (
  SELECT purchase, agent FROM ranked_by_creation WHERE place = 1
)
SELECT
  purchases.*,
  paid_day BETWEEN {firstDay} AND {lastDay} AS paid_in_month,
  created_day BETWEEN {firstDay} AND {lastDay} AS created_in_month,
  -- NULL: silent.
  coalesce(named.agent, by_chat.agent) AS agent,
  coalesce(named.agent, by_creation.agent) AS created_agent
FROM purchases
LEFT JOIN named USING (purchase)
LEFT JOIN by_chat USING (purchase)
LEFT JOIN by_creation USING (purchase);
