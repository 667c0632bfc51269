-- The chat days that the messages make, as far as they need no sessions.
CREATE OR REPLACE TEMP TABLE talked_days AS
SELECT
  chat_day,
  count(*) FILTER (WHERE by_buyer) AS buyer_messages,
  count(*) FILTER (WHERE NOT by_buyer) AS agent_messages,
  coalesce(sum(chars) FILTER (WHERE NOT by_buyer), 0)::BIGINT AS agent_chars,
  bool_or(opens_day AND by_buyer) AS buyer_first,
  min(time) FILTER (WHERE by_buyer) AS first_buyer_time,
  max(time) FILTER (WHERE by_buyer) AS last_buyer_time,
  min(time) FILTER (WHERE NOT by_buyer) AS first_agent_time,
  max(time) FILTER (WHERE NOT by_buyer) AS last_agent_time,
  -- "Filtered: `ad` (a buyer message matches `ad_patterns` and the agent wrote nothing that day)."
  bool_or(by_buyer AND advertising) AND count(*) FILTER (WHERE NOT by_buyer) = 0 AS filtered,

  -- Its rounds. An unanswered one is the last, so the first that has a gap is the first of all, if any.
  arg_min(gap, nth) AS first_gap,
  sum(gap) FILTER (WHERE counted)::BIGINT AS gaps,
  count(*) FILTER (WHERE counted) AS replies,
  count(*) FILTER (WHERE late) AS late_rounds,
  count(*) FILTER (WHERE slow) AS slow_gaps,
  sum(platform_gap)::BIGINT AS platform_gaps,
  count(platform_gap) AS platform_rounds,
  count(*) FILTER (WHERE platform_gap <= 180) AS within_3min,
  min(time) FILTER (WHERE opens_round AND gap IS NULL) AS unanswered_since,

  -- Most chat days are one session: the others are told here by where they begin.
  list(
    struct_pack(
      starts := time,
      buyer_first := by_buyer,
      before := nth - 1,
      previous_ends := previous_time,
      next_answer := next_answer
    )
  ) FILTER (WHERE opens_session AND NOT opens_day) AS later_sessions
FROM judged_talk
GROUP BY chat_day;
