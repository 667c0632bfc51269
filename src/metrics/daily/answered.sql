-- Consults with a reply, and the slow ones among them, by business day.
SELECT
  agent,
  day,
  count(*) AS replied,
  count(*) FILTER (WHERE slow) AS slow_receptions
FROM month_days
WHERE replied
GROUP BY agent, day;
