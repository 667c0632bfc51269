-- Logged-in time by date: the minutes of the present rows, known when each of them has some.
SELECT
  agent,
  date_diff('day', DATE '1970-01-01', day) AS day,
  CASE WHEN count(minutes) = count(*) THEN sum(minutes) * 60 END AS occupancy_denominator,
  CASE WHEN count(minutes) = count(*) THEN sum(minutes) * 60 END AS calls_per_hour_denominator
FROM attendance_events
WHERE kind = 'present'
GROUP BY agent, day;
