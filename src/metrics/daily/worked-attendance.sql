-- An agent worked on a day on which a row of attendance says that they were present.
SELECT DISTINCT agent, date_diff('day', DATE '1970-01-01', day) AS day, 1 AS worked
FROM attendance_events
WHERE kind = 'present' AND coalesce(days, 1) > 0;
