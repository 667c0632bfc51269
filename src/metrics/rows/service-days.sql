-- "Business days with at least one agent message to a buyer, in whatever unfiltered chat day."
CREATE OR REPLACE TEMP VIEW service_days AS
SELECT
  agent,
  day,
  min(first_agent_time) AS starts,
  max(last_agent_time) AS ends,
  max(last_agent_time) - min(first_agent_time) AS seconds,
  -- The counted rounds of the day; a chat day without a message of the agent's has none.
  sum(gaps) AS gaps,
  nullif(sum(replies), 0) AS replies
FROM month_days
WHERE agent_messages > 0
GROUP BY agent, day;
