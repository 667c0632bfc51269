-- The unfiltered chat days of the month of one agent, with what each counts for.
WITH counted AS (
  SELECT *, {adds} FROM month_days WHERE agent = {agent}
)
SELECT
  buyers.nick AS buyer,
  counted.day,
  messages.time,
  counted.buyer_messages AS from_buyer,
  counted.agent_messages AS from_agent,
  nullif(slow_gaps, 0) AS slow_gaps,
  counted.agent AS at_agent,
  buyers.shop AS at_shop,
  messages.by_buyer AS at_by_buyer,
  messages.time AS at_time,
  messages.nth_alike AS at_nth,
  COLUMNS('^adds_')
FROM counted
JOIN buyers ON buyers.buyer = counted.buyer
JOIN messages ON messages.chat_day = counted.chat_day AND opens_day
ORDER BY messages.time, counted.chat_day
