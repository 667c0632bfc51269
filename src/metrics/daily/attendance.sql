-- Attendance per event, by the date of the row: an event of several days counts on the day it is dated.
SELECT
  agent,
  date_diff('day', DATE '1970-01-01', day) AS day,
  coalesce(sum(workdays), 0) AS workdays,
  coalesce(sum(late), 0) AS late,
  coalesce(sum(early_leave), 0) AS early_leave,
  coalesce(sum(leave), 0) AS leave,
  coalesce(sum(leave_days), 0) AS leave_days,
  coalesce(sum(absent), 0) AS absent,
  coalesce(sum(absent_days), 0) AS absent_days,
  coalesce(sum(missed_punch), 0) AS missed_punch
FROM attendance_rows
GROUP BY agent, day;
