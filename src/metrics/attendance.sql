-- "`full_attendance`: 1 when late, early_leave, leave, leave_days, absent, absent_days and missed_punch are
-- all 0, else 0; late, leave and absent must be known, the others count when they are."
SELECT
  *,
  CASE
    WHEN late IS NULL OR leave IS NULL OR absent IS NULL THEN NULL
    WHEN late = 0 AND leave = 0 AND absent = 0
      AND coalesce(early_leave, 0) = 0
      AND coalesce(leave_days, 0) = 0
      AND coalesce(absent_days, 0) = 0
      AND coalesce(missed_punch, 0) = 0
      THEN 1
    ELSE 0
  END AS full_attendance
FROM attendance;
