-- Orders of the month whose memo (with the agent column) names two different agents or more.
SELECT order_id, file, line, array_to_string(agents, ',') AS agents
FROM named
JOIN orders ON orders.rowid = named.purchase
JOIN credits ON credits.purchase = named.purchase
WHERE len(agents) > 1 AND (paid_in_month OR created_in_month)
ORDER BY orders.rowid;
