-- Paid orders, of whatever month, that are on their way for `confirm_days` at the end of the month, or may be.
CREATE OR REPLACE TEMP VIEW {view} AS
SELECT *, {lastDay} AS day, on_the_way IS NULL OR shipped_day IS NULL AS is_unclear
FROM {credits}
WHERE paid IS NOT NULL
  AND coalesce(on_the_way, true)
  -- What was not ordered yet was not sent either.
  AND coalesce(shipped_day, created_day) <= {lastDay} - {confirmDays};
