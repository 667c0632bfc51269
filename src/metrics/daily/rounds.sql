-- Reply gaps by the business day of their round. Every consult has a round.
SELECT
  agent,
  day,
  coalesce(sum(gaps), 0) AS response_time_numerator,
  sum(replies) AS response_time_denominator,
  coalesce(sum(first_gap) FILTER (WHERE first_counted), 0) AS first_response_time_numerator,
  count(*) FILTER (WHERE first_counted) AS first_response_time_denominator,
  sum(late_rounds) AS late_rounds,
  coalesce(sum(platform_gaps), 0) AS platform_response_time_numerator,
  sum(platform_rounds) AS platform_response_time_denominator,
  sum(within_3min) AS within_3min_rate_numerator,
  sum(platform_rounds) AS within_3min_rate_denominator
FROM month_days
WHERE consult
GROUP BY agent, day;
