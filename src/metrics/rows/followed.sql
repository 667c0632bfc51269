-- "Buyers with a paid order of the month credited to another agent or silent, with whom this agent has an
-- effective session that starts after created_at and within `window` of it."
CREATE OR REPLACE TEMP VIEW followed AS
SELECT
  effective.agent,
  (starts - {dayStartsAt}) // 86400 AS day,
  buyer,
  purchase,
  starts AS session_starts,
  ends AS session_ends
FROM (
  SELECT agent, buyer, starts, ends
  FROM sessions
  WHERE effective
) AS effective
JOIN credits USING (buyer)
WHERE paid_in_month
  AND credits.agent IS DISTINCT FROM effective.agent
  AND starts > created
  AND starts <= created + {window};
