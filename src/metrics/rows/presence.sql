-- The attendance rows of single days that say that an agent was present. An agent of whom none does has a row
-- without minutes: "logged-in time from attendance" is not known.
CREATE OR REPLACE TEMP VIEW presence AS
SELECT agent, date_diff('day', DATE '1970-01-01', day) AS day, minutes, coalesce(days, 1) AS days
FROM agents
LEFT JOIN (SELECT * FROM attendance_events WHERE kind = 'present') AS present USING (agent);
