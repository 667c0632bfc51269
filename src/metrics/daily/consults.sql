-- Consults and their messages by business day.
SELECT
  agent,
  day,
  count(*) FILTER (WHERE consult) AS consults,
  count(*) FILTER (WHERE reception) AS receptions,
  count(*) FILTER (WHERE effective) AS effective_receptions,
  count(DISTINCT buyer) FILTER (WHERE reception) AS buyers,
  coalesce(sum(buyer_messages) FILTER (WHERE consult), 0) AS buyer_messages,
  coalesce(sum(agent_messages) FILTER (WHERE consult), 0) AS agent_messages,
  coalesce(sum(agent_chars) FILTER (WHERE consult), 0) AS agent_chars
FROM month_days
GROUP BY agent, day;
