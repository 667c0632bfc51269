-- An agent worked on a day on which they answered a call or made one.
SELECT DISTINCT agent, (time - {dayStartsAt}) // 86400 AS day, 1 AS worked
FROM month_calls
WHERE agent IS NOT NULL AND (answered OR direction = 'out');
