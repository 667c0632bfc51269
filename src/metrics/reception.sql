-- The reception metrics of each agent, over the rows of reception-rows.sql.
WITH counted AS (
  SELECT
    agent,
    count(*) FILTER (WHERE consult) AS consults,
    count(*) FILTER (WHERE reception) AS receptions,
    count(*) FILTER (WHERE effective) AS effective_receptions,
    count(DISTINCT buyer) FILTER (WHERE reception) AS buyers,
    sum(buyer_messages) FILTER (WHERE consult) AS buyer_messages,
    sum(agent_messages) FILTER (WHERE consult) AS agent_messages,
    sum(agent_chars) FILTER (WHERE consult) AS agent_chars,
    count(*) FILTER (WHERE replied) AS replied,
    count(*) FILTER (WHERE slow) AS slow_receptions,
    sum(gaps) AS response_time_numerator,
    sum(replies) AS response_time_denominator,
    sum(first_gap) FILTER (WHERE first_counted) AS first_response_time_numerator,
    count(*) FILTER (WHERE first_counted) AS first_response_time_denominator,
    sum(late_rounds) AS late_rounds,
    sum(platform_gaps) AS platform_response_time_numerator,
    sum(platform_rounds) AS platform_response_time_denominator,
    sum(within_3min) AS within_3min_rate_numerator
  FROM month_days
  GROUP BY agent
),
served AS (
  SELECT
    agent,
    count(*) AS service_days,
    sum(seconds) AS daily_service_hours_numerator,
    count(*) * 3600 AS daily_service_hours_denominator
  FROM service_day_rows
  GROUP BY agent
),
streaks AS (
  SELECT agent, max(days) AS slow_day_streak
  FROM (SELECT agent, count(*) AS days FROM slow_days WHERE slow GROUP BY agent, run)
  GROUP BY agent
),
peaks AS (
  SELECT agent, max(open) AS peak_sessions
  FROM open_sessions
  GROUP BY agent
)
SELECT
  agents.agent,
  coalesce(consults, 0) AS consults,
  coalesce(replied, 0) AS replied,
  coalesce(receptions, 0) AS receptions,
  coalesce(effective_receptions, 0) AS effective_receptions,
  coalesce(buyers, 0) AS buyers,
  coalesce(buyer_messages, 0) AS buyer_messages,
  coalesce(agent_messages, 0) AS agent_messages,
  coalesce(agent_chars, 0) AS agent_chars,
  coalesce(response_time_numerator, 0) AS response_time_numerator,
  coalesce(response_time_denominator, 0) AS response_time_denominator,
  coalesce(first_response_time_numerator, 0) AS first_response_time_numerator,
  coalesce(first_response_time_denominator, 0) AS first_response_time_denominator,
  coalesce(late_rounds, 0) AS late_rounds,
  coalesce(slow_receptions, 0) AS slow_receptions,
  coalesce(platform_response_time_numerator, 0) AS platform_response_time_numerator,
  coalesce(platform_response_time_denominator, 0) AS platform_response_time_denominator,
  coalesce(within_3min_rate_numerator, 0) AS within_3min_rate_numerator,
  coalesce(platform_response_time_denominator, 0) AS within_3min_rate_denominator,
  coalesce(peak_sessions, 0) AS peak_sessions,
  coalesce(service_days, 0) AS service_days,
  coalesce(daily_service_hours_numerator, 0) AS daily_service_hours_numerator,
  coalesce(daily_service_hours_denominator, 0) AS daily_service_hours_denominator,
  coalesce(slow_day_streak, 0) AS slow_day_streak
FROM agents
LEFT JOIN counted USING (agent)
LEFT JOIN served USING (agent)
LEFT JOIN streaks USING (agent)
LEFT JOIN peaks USING (agent);
