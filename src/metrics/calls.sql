-- Phone calls of the month's business days. Times are those of answered calls in either direction; a
-- total to which one call's time is missing is unknown.
WITH month_calls AS (
  SELECT
    agent,
    coalesce(direction, 'in') AS direction,
    answered,
    talk,
    talk + hold AS call,
    hold,
    wrap,
    talk + hold + wrap AS handle
  FROM calls
  WHERE (time - {dayStartsAt}) // 86400 BETWEEN {firstDay} AND {lastDay}
),
counted AS (
  SELECT
    agents.agent,
    count(*) FILTER (WHERE answered) AS connected,
    count(*) FILTER (WHERE answered AND direction = 'in') AS calls_answered,
    count(*) FILTER (WHERE direction = 'out') AS calls_out,
    CASE WHEN bool_and(talk IS NOT NULL) FILTER (WHERE answered) IS DISTINCT FROM false
      THEN coalesce(sum(talk) FILTER (WHERE answered), 0) END AS talk_total,
    CASE WHEN bool_and(call IS NOT NULL) FILTER (WHERE answered) IS DISTINCT FROM false
      THEN coalesce(sum(call) FILTER (WHERE answered), 0) END AS call_total,
    CASE WHEN bool_and(hold IS NOT NULL) FILTER (WHERE answered) IS DISTINCT FROM false
      THEN coalesce(sum(hold) FILTER (WHERE answered), 0) END AS hold_total,
    CASE WHEN bool_and(wrap IS NOT NULL) FILTER (WHERE answered) IS DISTINCT FROM false
      THEN coalesce(sum(wrap) FILTER (WHERE answered), 0) END AS wrap_total,
    CASE WHEN bool_and(handle IS NOT NULL) FILTER (WHERE answered) IS DISTINCT FROM false
      THEN coalesce(sum(handle) FILTER (WHERE answered), 0) END AS handle_total
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
