-- Buyers who were followed up, by the business day on which the session began.
SELECT
  agent,
  (starts - {dayStartsAt}) // 86400 AS day,
  count(DISTINCT buyer) AS assist_follow_ups
FROM followed
WHERE (starts - {dayStartsAt}) // 86400 BETWEEN {firstDay} AND {lastDay}
GROUP BY agent, (starts - {dayStartsAt}) // 86400;
