-- Each service day: from the first agent message to the last.
SELECT
  agent,
  day,
  1 AS service_days,
  seconds AS daily_service_hours_numerator,
  3600 AS daily_service_hours_denominator
FROM service_day_rows;
