-- A session lies within one business day, so what is open at a moment belongs to that moment's day.
SELECT agent, (time - {dayStartsAt}) // 86400 AS day, max(open) AS peak_sessions
FROM open_sessions
GROUP BY agent, (time - {dayStartsAt}) // 86400;
