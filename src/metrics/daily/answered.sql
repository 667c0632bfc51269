-- Consults with a reply, and the slow ones among them, by business day.
SELECT
  agent,
  day_of(chat_day) AS day,
  count(*) AS replied,
  count(*) FILTER (WHERE slow) AS slow_receptions
FROM answered_days
GROUP BY agent, day_of(chat_day);
