-- The unfiltered chat days of the month of one agent, with what each counts for.
SELECT
  buyers.nick AS buyer,
  month_days.day,
  messages.time,
  month_days.buyer_messages AS from_buyer,
  month_days.agent_messages AS from_agent,
  nullif(slow_gaps, 0) AS slow_gaps,
  month_days.agent AS at_agent,
  buyers.shop AS at_shop,
  messages.by_buyer AS at_by_buyer,
  messages.time AS at_time,
  messages.nth_alike AS at_nth,
  CASE WHEN consult THEN 1 END AS consults,
  CASE WHEN replied THEN 1 END AS replied,
  CASE WHEN reception THEN 1 END AS receptions,
  CASE WHEN effective THEN 1 END AS effective_receptions,
  -- "Distinct buyers among the receptions": the first of each.
  CASE
    WHEN reception
      AND row_number() OVER (PARTITION BY month_days.buyer, reception ORDER BY month_days.chat_day) = 1
      THEN 1
  END AS buyers,
  CASE WHEN consult THEN month_days.buyer_messages END AS buyer_messages,
  CASE WHEN consult THEN month_days.agent_messages END AS agent_messages,
  CASE WHEN consult THEN month_days.agent_chars END AS agent_chars,
  CASE WHEN month_days.slow THEN 1 END AS slow_receptions
FROM month_days
JOIN buyers ON buyers.buyer = month_days.buyer
JOIN messages ON messages.chat_day = month_days.chat_day AND opens_day
WHERE month_days.agent = {agent}
ORDER BY messages.time, month_days.chat_day
