-- The chat days of the month's files, with what each comes to.
CREATE OR REPLACE TEMP VIEW chat_days AS
SELECT
  chat_day,
  agent,
  buyer,
  day,
  day BETWEEN {firstDay} AND {lastDay} AS in_month,
  filtered = 1 AS filtered,
  effective = 1 AS effective,
  -- "Consult: a chat day with at least one buyer message, that is not filtered."
  buyer_messages > 0 AND filtered = 0 AS consult,
  buyer_messages,
  agent_messages,
  agent_chars,
  CASE WHEN first_buyer >= 0 THEN moment_of(day, first_buyer) END AS first_buyer_time,
  CASE WHEN first_agent >= 0 THEN moment_of(day, first_agent) END AS first_agent_time,
  CASE WHEN last_agent >= 0 THEN moment_of(day, last_agent) END AS last_agent_time,
  nullif(first_gap, -1) AS first_gap,
  CASE WHEN replies > 0 THEN gaps END AS gaps,
  replies,
  late_rounds,
  slow_gaps,
  platform_gaps,
  platform_rounds,
  within_3min,
  CASE WHEN unanswered_since >= 0 THEN moment_of(day, unanswered_since) END AS unanswered_since
FROM counted_days;
