-- Calls by business day. A total to which one call's time is missing is unknown.
WITH counted AS (
  SELECT
    agent,
    (time - {dayStartsAt}) // 86400 AS day,
    count(connected) AS connected,
    count(calls_answered) AS calls_answered,
    count(calls_out) AS calls_out,
    CASE WHEN count(talk_total) = count(connected) THEN coalesce(sum(talk_total), 0) END AS talk_total,
    CASE WHEN count(call_total) = count(connected) THEN coalesce(sum(call_total), 0) END AS call_total,
    CASE WHEN count(hold_total) = count(connected) THEN coalesce(sum(hold_total), 0) END AS hold_total,
    CASE WHEN count(wrap_total) = count(connected) THEN coalesce(sum(wrap_total), 0) END AS wrap_total,
    CASE WHEN count(handle_total) = count(connected) THEN coalesce(sum(handle_total), 0) END AS handle_total
  FROM month_calls
  WHERE agent IS NOT NULL
  GROUP BY agent, (time - {dayStartsAt}) // 86400
)
SELECT
  agent,
  day,
  calls_answered,
  calls_out,
  call_total,
  talk_total,
  connected AS call_avg_denominator,
  connected AS talk_avg_denominator,
  hold_total AS hold_avg_numerator,
  connected AS hold_avg_denominator,
  wrap_total AS wrap_avg_numerator,
  connected AS wrap_avg_denominator,
  handle_total AS handle_avg_numerator,
  connected AS handle_avg_denominator,
  handle_total AS occupancy_numerator,
  (calls_answered + calls_out) * 3600 AS calls_per_hour_numerator
FROM counted;
