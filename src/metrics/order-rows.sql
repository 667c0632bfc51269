-- What the order metrics count, one row each, and what each row counts for. Views: the figures and the
-- evidence behind them read the same rows, and nothing is stored.

-- The paid orders of the month, credited or not.
CREATE OR REPLACE TEMP VIEW month_orders AS
SELECT
  *,
  refund > 0 AS refunded,
  -- "Orders for which the credited agent has an effective session that satisfies rule 2 or 3."
  (purchase, agent) IN (
    SELECT (purchase, agent) FROM reached WHERE list_contains({rules}, rule)
  ) AS received,
  -- `refund_rate` "by `refund_basis`": what an order has of its numerator and of its denominator.
  CASE {refundBasis}
    WHEN 'orders' THEN CASE WHEN refund > 0 THEN 1 ELSE 0 END
    WHEN 'items' THEN CASE WHEN refund > 0 THEN quantity ELSE 0 END
    ELSE refund
  END AS refunded_part,
  CASE {refundBasis} WHEN 'orders' THEN 1 WHEN 'items' THEN quantity ELSE amount END AS refundable
FROM credits
WHERE paid_in_month;

-- The orders created in the month, paid or not, with the agent to whom creation credits them.
CREATE OR REPLACE TEMP VIEW month_created AS
SELECT *, paid IS NULL AS unpaid
FROM credits
WHERE created_in_month;

-- "Paid orders of the month credited to another agent for which this agent has an effective session that
-- satisfies rule 2 (with e = paid_at when `attribution` is `payment`, else created_at)": once for each
-- such session.
CREATE OR REPLACE TEMP VIEW assisted AS
SELECT reached.agent, purchase
FROM reached
JOIN credits USING (purchase)
WHERE paid_in_month
  AND rule = CASE WHEN {attribution} = 'payment' THEN 'paid' ELSE 'created' END
  AND reached.agent <> credits.agent;

-- "Buyers with a paid order of the month credited to another agent or silent, with whom this agent has an
-- effective session that starts after created_at and within `window` of it."
CREATE OR REPLACE TEMP VIEW followed AS
SELECT effective.agent, buyer, purchase, starts, ends
FROM (
  SELECT agent_of(chat_day) AS agent, buyer_of(chat_day) AS buyer, starts, ends
  FROM sessions
  WHERE effective
) AS effective
JOIN credits USING (buyer)
WHERE paid_in_month
  AND credits.agent IS DISTINCT FROM effective.agent
  AND starts > created
  AND starts <= created + {window};
