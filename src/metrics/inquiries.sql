-- The inquiries of each agent, and those that succeeded.
SELECT
  agents.agent,
  coalesce(inquiries, 0) AS inquiries,
  coalesce(inquiry_paid, 0) AS inquiry_paid
FROM agents
LEFT JOIN (
  SELECT
    agent,
    count(*) FILTER (WHERE inquiry) AS inquiries,
    count(*) FILTER (WHERE success) AS inquiry_paid
  FROM classified_consults
  GROUP BY agent
) AS counted USING (agent);
