-- What an agent did for orders that were credited to somebody else, or to nobody.
SELECT
  agents.agent,
  coalesce(assist_orders, 0) AS assist_orders,
  coalesce(assist_follow_ups, 0) AS assist_follow_ups
FROM agents
LEFT JOIN (
  SELECT agent, count(DISTINCT purchase) AS assist_orders FROM assisted GROUP BY agent
) AS orders_of USING (agent)
LEFT JOIN (
  SELECT agent, count(DISTINCT buyer) AS assist_follow_ups FROM followed GROUP BY agent
) AS buyers_of USING (agent);
