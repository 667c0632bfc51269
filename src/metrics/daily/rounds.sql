-- Reply gaps by the business day of their round.
SELECT
  agent,
  day,
  coalesce(sum(gap) FILTER (WHERE counted), 0) AS response_time_numerator,
  count(*) FILTER (WHERE counted) AS response_time_denominator,
  coalesce(sum(gap) FILTER (WHERE is_first AND counted), 0) AS first_response_time_numerator,
  count(*) FILTER (WHERE is_first AND counted) AS first_response_time_denominator,
  count(*) FILTER (WHERE late) AS late_rounds,
  coalesce(sum(platform_gap), 0) AS platform_response_time_numerator,
  count(platform_gap) AS platform_response_time_denominator,
  count(*) FILTER (WHERE within_3min) AS within_3min_rate_numerator,
  count(platform_gap) AS within_3min_rate_denominator
FROM month_rounds
GROUP BY agent, day;
