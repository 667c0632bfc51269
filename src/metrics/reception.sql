-- The reception metrics of each agent, over the chat days of the month.
WITH days AS (
  SELECT * FROM chat_days WHERE in_month AND NOT filtered
),
month_rounds AS (
  SELECT
    *,
    -- "A round belongs when its run begins within `platform_hours`, the end excluded."
    CASE
      WHEN {platformFrom} <= {platformTo}
        THEN starts % 86400 >= {platformFrom} AND starts % 86400 < {platformTo}
      ELSE starts % 86400 >= {platformFrom} OR starts % 86400 < {platformTo}
    END AS in_platform_hours
  FROM rounds
  WHERE day BETWEEN {firstDay} AND {lastDay}
),
counted AS (
  SELECT
    agent,
    count(*) FILTER (WHERE consult) AS consults,
    -- "Consults with at least one agent message."
    count(*) FILTER (WHERE consult AND agent_messages > 0) AS receptions,
    count(*) FILTER (WHERE effective) AS effective_receptions,
    count(DISTINCT buyer) FILTER (WHERE consult AND agent_messages > 0) AS buyers,
    sum(buyer_messages) FILTER (WHERE consult) AS buyer_messages,
    sum(agent_messages) FILTER (WHERE consult) AS agent_messages,
    sum(agent_chars) FILTER (WHERE consult) AS agent_chars
  FROM days
  GROUP BY agent
),
replies AS (
  SELECT
    agent,
    -- "Mean reply gap over rounds with gap ≤ `max_wait`."
    sum(gap) FILTER (WHERE gap <= {maxWait}) AS response_time_numerator,
    count(*) FILTER (WHERE gap <= {maxWait}) AS response_time_denominator,
    sum(gap) FILTER (WHERE is_first AND gap <= {maxWait}) AS first_response_time_numerator,
    count(*) FILTER (WHERE is_first AND gap <= {maxWait}) AS first_response_time_denominator,
    -- "Rounds with gap > `max_wait`, and unanswered rounds."
    count(*) FILTER (WHERE gap > {maxWait} OR gap IS NULL) AS late_rounds,
    -- "Gap capped at 600 s, unanswered counts as 600 s."
    sum(least(coalesce(gap, 600), 600)) FILTER (WHERE in_platform_hours)
      AS platform_response_time_numerator,
    count(*) FILTER (WHERE in_platform_hours) AS platform_response_time_denominator,
    count(*) FILTER (WHERE in_platform_hours AND gap <= 180) AS within_3min_rate_numerator
  FROM month_rounds
  GROUP BY agent
),
-- "Consults with at least one agent message after the first buyer message": with an answered round.
answered AS (
  SELECT
    agent,
    count(*) AS replied,
    count(*) FILTER (WHERE slow_gaps >= {slowTimes}) AS slow_receptions
  FROM (
    SELECT agent, chat_day, count(*) FILTER (WHERE gap > {slowAfter}) AS slow_gaps
    FROM month_rounds
    WHERE gap IS NOT NULL
    GROUP BY agent, chat_day
  )
  GROUP BY agent
),
-- "Business days with at least one agent message to a buyer, in whatever unfiltered chat day."
service AS (
  SELECT agent, day, max(last_agent_time) - min(first_agent_time) AS seconds
  FROM days
  WHERE agent_messages > 0
  GROUP BY agent, day
),
served AS (
  SELECT
    agent,
    count(*) AS service_days,
    sum(seconds) AS daily_service_hours_numerator,
    count(*) * 3600 AS daily_service_hours_denominator
  FROM service
  GROUP BY agent
),
-- "Service days whose mean reply gap is above `slow_day_after`; a service day without a counted round
-- ends the run." Successive days of the same kind share the difference of the two numberings.
slow_days AS (
  SELECT
    agent,
    slow,
    row_number() OVER (PARTITION BY agent ORDER BY day)
      - row_number() OVER (PARTITION BY agent, slow ORDER BY day) AS run
  FROM (
    SELECT service.agent, service.day, coalesce(gaps > {slowDayAfter} * replies, false) AS slow
    FROM service
    LEFT JOIN (
      SELECT agent, day, sum(gap) AS gaps, count(*) AS replies
      FROM month_rounds
      WHERE gap <= {maxWait}
      GROUP BY agent, day
    ) AS by_day USING (agent, day)
  )
),
streaks AS (
  SELECT agent, max(days) AS slow_day_streak
  FROM (SELECT agent, count(*) AS days FROM slow_days WHERE slow GROUP BY agent, run)
  GROUP BY agent
),
month_sessions AS (
  SELECT agent_of(sessions.chat_day) AS agent, starts, ends
  FROM sessions
  SEMI JOIN days ON sessions.chat_day = days.chat_day
),
-- "Greatest number of sessions, of any kind, open at one moment, both ends included": a running sum of
-- what starts (+1) and ends (−1), where at equal times what starts comes first. Each agent's sum is back
-- at 0 after its last session, so one sum can run through all of them.
moments AS (
  SELECT agent, change
  FROM (
    SELECT agent, starts * 2 AS moment, 1 AS change FROM month_sessions
    UNION ALL
    SELECT agent, ends * 2 + 1, -1 FROM month_sessions
  )
  ORDER BY agent, moment
),
peaks AS (
  SELECT agent, max(open) AS peak_sessions
  FROM (SELECT agent, sum(change) OVER (ROWS UNBOUNDED PRECEDING) AS open FROM moments)
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
LEFT JOIN replies USING (agent)
LEFT JOIN answered USING (agent)
LEFT JOIN served USING (agent)
LEFT JOIN streaks USING (agent)
LEFT JOIN peaks USING (agent);
