-- The sessions that were considered for the listed orders by the rules that were asked, in the order in
-- which they win; place 1 is the winner. A session is told once, under the first rule that reached it.
WITH reaching AS (
  SELECT
    candidates.*,
    CASE rule WHEN 'after' THEN first ELSE -second END AS starts,
    list_position({asked}, rule) AS turn
  FROM candidates
  SEMI JOIN listed USING (purchase)
  WHERE list_contains({asked}, rule)
),
once AS (
  SELECT *
  FROM reaching
  QUALIFY row_number() OVER (PARTITION BY purchase, agent, starts ORDER BY turn) = 1
),
winners AS (
  SELECT purchase, rule, agent, first, second FROM ranked WHERE {scope} = 'paid' AND place = 1
  UNION ALL
  SELECT purchase, rule, agent, first, second FROM ranked_by_creation WHERE {scope} = 'created' AND place = 1
)
SELECT
  once.purchase,
  once.rule,
  once.agent,
  in_role,
  once.starts,
  sessions.ends,
  once.first,
  once.second,
  winners.purchase IS NOT NULL AS won
FROM once
JOIN purchases ON purchases.purchase = once.purchase
JOIN sessions
  ON sessions.agent = once.agent
  AND sessions.buyer = purchases.buyer
  AND sessions.starts = once.starts
LEFT JOIN winners
  ON winners.purchase = once.purchase
  AND winners.rule = once.rule
  AND winners.agent = once.agent
  AND winners.first = once.first
  AND winners.second = once.second
WHERE effective
ORDER BY once.purchase, won DESC, in_role DESC, turn, once.first, once.second, id_order
