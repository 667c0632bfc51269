-- Complaints, praise, reviews and errors that are verified.
CREATE OR REPLACE TEMP VIEW verified_cases AS
SELECT agent, date_diff('day', DATE '1970-01-01', day) AS day, kind, points
FROM complaints
WHERE verified;
