-- The sessions and chat days that the messages make.
CREATE OR REPLACE TEMP TABLE sessions AS
SELECT
  any_value(chat_day) AS chat_day,
  min(time) AS starts,
  max(time) AS ends,
  -- Whatever depends on the order of rows is asked of the row that opens the session: a session may be
  -- added up in parts, in any order.
  bool_or(opens_session AND by_buyer) AS buyer_first,
  count(*) FILTER (WHERE by_buyer) AS buyer_messages,
  count(*) FILTER (WHERE NOT by_buyer) AS agent_messages,
  coalesce(sum(chars) FILTER (WHERE NOT by_buyer), 0)::BIGINT AS agent_chars,
  bool_or(by_buyer AND advertising) AS advertising,
  min(time) FILTER (WHERE by_buyer) AS first_buyer_time,
  min(time) FILTER (WHERE NOT by_buyer) AS first_agent_time,
  max(time) FILTER (WHERE NOT by_buyer) AS last_agent_time,
  -- "Effective session: at least `min_messages` messages, at least one from each side."
  count(*) >= {minMessages} AND bool_or(by_buyer) AND bool_or(NOT by_buyer) AS effective
FROM talk
GROUP BY session;

CREATE OR REPLACE TEMP TABLE chat_days AS
SELECT
  *,
  agent_of(chat_day) AS agent,
  buyer_of(chat_day) AS buyer,
  day_of(chat_day) AS day,
  day_of(chat_day) BETWEEN {firstDay} AND {lastDay} AS in_month,
  -- "Consult: a chat day with at least one buyer message, that is not filtered."
  buyer_messages > 0 AND NOT filtered AS consult
FROM (
  SELECT
    chat_day,
    sum(buyer_messages)::BIGINT AS buyer_messages,
    sum(agent_messages)::BIGINT AS agent_messages,
    sum(agent_chars)::BIGINT AS agent_chars,
    min(first_buyer_time) AS first_buyer_time,
    min(first_agent_time) AS first_agent_time,
    max(last_agent_time) AS last_agent_time,
    bool_or(effective) AS effective,
    -- "Filtered: `ad` (a buyer message matches `ad_patterns` and the agent wrote nothing that day)."
    bool_or(advertising) AND sum(agent_messages) = 0 AS filtered
  FROM sessions
  GROUP BY chat_day
);
