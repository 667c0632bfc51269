-- Why the silent orders of the month are silent: the first thing that each lacks on its way to an agent.
WITH why AS (
  SELECT
    CASE
      WHEN agent IS NOT NULL THEN 'credited'
      WHEN buyer < 0 THEN 'no_buyer'
      WHEN buyer NOT IN (SELECT buyer FROM sessions) THEN 'no_chat'
      WHEN buyer NOT IN (SELECT buyer FROM sessions WHERE effective) THEN 'no_reply'
      WHEN purchase IN (SELECT purchase FROM candidates WHERE NOT in_role) THEN 'role'
      ELSE 'time'
    END AS reason
  FROM credits
  WHERE paid_in_month
)
SELECT reason, count(*) AS orders
FROM why
GROUP BY reason
ORDER BY orders DESC, reason;
