-- The orders created in the month, paid or not, with the agent to whom creation credits them.
CREATE OR REPLACE TEMP VIEW {view} AS
SELECT * REPLACE (created_agent AS agent), created_day AS day, paid IS NULL AS unpaid
FROM {credits}
WHERE created_in_month;
