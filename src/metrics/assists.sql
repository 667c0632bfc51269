-- What an agent did for orders that were credited to somebody else, or to nobody.
WITH assisted AS (
  -- "Paid orders of the month credited to another agent for which this agent has an effective session
  -- that satisfies rule 2 (with e = paid_at when `attribution` is `payment`, else created_at)."
  SELECT reached.agent, count(DISTINCT purchase) AS assist_orders
  FROM reached
  JOIN credits USING (purchase)
  WHERE paid_in_month
    AND rule = CASE WHEN {attribution} = 'payment' THEN 'paid' ELSE 'created' END
    AND reached.agent <> credits.agent
  GROUP BY reached.agent
),
followed AS (
  -- "Distinct buyers with a paid order of the month credited to another agent or silent, with whom this
  -- agent has an effective session that starts after created_at and within `window` of it."
  SELECT effective.agent, count(DISTINCT buyer) AS assist_follow_ups
  FROM (
    SELECT agent_of(chat_day) AS agent, buyer_of(chat_day) AS buyer, starts
    FROM sessions
    WHERE effective
  ) AS effective
  JOIN credits USING (buyer)
  WHERE paid_in_month
    AND credits.agent IS DISTINCT FROM effective.agent
    AND starts > created
    AND starts <= created + {window}
  GROUP BY effective.agent
)
SELECT
  agents.agent,
  coalesce(assist_orders, 0) AS assist_orders,
  coalesce(assist_follow_ups, 0) AS assist_follow_ups
FROM agents
LEFT JOIN assisted USING (agent)
LEFT JOIN followed USING (agent);
