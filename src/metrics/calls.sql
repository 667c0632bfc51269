-- Phone calls of each agent. A total to which one call's time is missing is unknown.
WITH counted AS (
  SELECT
    agents.agent,
    count(connected) AS connected,
    count(calls_answered) AS calls_answered,
    count(calls_out) AS calls_out,
    CASE WHEN count(talk_total) = count(connected) THEN coalesce(sum(talk_total), 0) END AS talk_total,
    CASE WHEN count(call_total) = count(connected) THEN coalesce(sum(call_total), 0) END AS call_total,
    CASE WHEN count(hold_total) = count(connected) THEN coalesce(sum(hold_total), 0) END AS hold_total,
    CASE WHEN count(wrap_total) = count(connected) THEN coalesce(sum(wrap_total), 0) END AS wrap_total,
    CASE WHEN count(handle_total) = count(connected) THEN coalesce(sum(handle_total), 0) END AS handle_total
  FROM agents
  LEFT JOIN month_calls USING (agent)
  GROUP BY agents.agent
),
-- "Logged-in time from attendance": the minutes of the present rows, known when each of them has some.
logged_in AS (
  SELECT agent, CASE WHEN count(minutes) = count(*) THEN sum(minutes) * 60 END AS seconds
  FROM attendance_events
  WHERE kind = 'present'
  GROUP BY agent
)
SELECT
  agent,
  calls_answered,
  calls_out,
  call_total,
  talk_total,
  call_total AS call_avg_numerator,
  connected AS call_avg_denominator,
  talk_total AS talk_avg_numerator,
  connected AS talk_avg_denominator,
  hold_total AS hold_avg_numerator,
  connected AS hold_avg_denominator,
  wrap_total AS wrap_avg_numerator,
  connected AS wrap_avg_denominator,
  handle_total AS handle_avg_numerator,
  connected AS handle_avg_denominator,
  handle_total AS occupancy_numerator,
  seconds AS occupancy_denominator,
  (calls_answered + calls_out) * 3600 AS calls_per_hour_numerator,
  seconds AS calls_per_hour_denominator
FROM counted
LEFT JOIN logged_in USING (agent);
