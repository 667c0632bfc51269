-- The orders of `credits` that a filter of a metric means.
CREATE OR REPLACE TEMP VIEW {view} AS
SELECT *
FROM credits
WHERE {matches};
