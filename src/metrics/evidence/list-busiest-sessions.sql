-- The sessions of one agent that were open at the first moment at which most of them were.
WITH peak AS (
  SELECT time AS moment FROM open_sessions WHERE agent = {agent} ORDER BY open DESC, time LIMIT 1
),
counted AS (
  SELECT *, {adds}
  FROM month_sessions
  JOIN peak ON starts <= moment AND ends >= moment
  WHERE agent = {agent}
),
openers AS (
  SELECT chat_day, time, first(by_buyer ORDER BY nth) AS by_buyer
  FROM messages
  GROUP BY chat_day, time
)
SELECT
  buyers.nick AS buyer,
  starts AS time,
  ends,
  moment,
  agent AS at_agent,
  buyers.shop AS at_shop,
  by_buyer AS at_by_buyer,
  starts AS at_time,
  1 AS at_nth,
  COLUMNS('^adds_')
FROM counted
JOIN openers ON openers.chat_day = counted.chat_day AND openers.time = starts
JOIN buyers USING (buyer)
ORDER BY starts, counted.chat_day
