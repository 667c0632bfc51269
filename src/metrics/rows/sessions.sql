-- The sessions of the chat days. "Session: a run of messages inside a chat day": one ends where the next
-- begins, or with the day. A session that another one follows ends with a buyer's message, or that one would
-- not have begun.
CREATE OR REPLACE TEMP TABLE sessions AS
WITH days AS (
  SELECT
    *,
    least(first_buyer_time, first_agent_time) AS day_starts,
    greatest(last_buyer_time, last_agent_time) AS day_ends,
    buyer_messages + agent_messages AS day_messages
  FROM talked_days
),
opened AS (
  SELECT
    chat_day,
    last_buyer_time,
    day_ends,
    day_messages,
    day_starts AS starts,
    buyer_first,
    0 AS before,
    NULL AS previous_ends,
    first_agent_time AS next_answer
  FROM days
  UNION ALL
  SELECT
    chat_day,
    last_buyer_time,
    day_ends,
    day_messages,
    unnest(later_sessions, recursive := true)
  FROM days
  WHERE later_sessions IS NOT NULL
),
beside AS (
  SELECT
    *,
    -- Of each session but the last: where it ends, and how many messages stand before that.
    lead(previous_ends) OVER by_start AS followed_from,
    lead(before) OVER by_start AS followed_after
  FROM opened
  WINDOW by_start AS (PARTITION BY chat_day ORDER BY starts)
),
ended AS (
  SELECT
    *,
    coalesce(followed_from, day_ends) AS ends,
    coalesce(followed_after, day_messages) - before AS messages
  FROM beside
)
SELECT
  chat_day,
  starts,
  ends,
  buyer_first,
  -- "Effective session: at least `min_messages` messages, at least one from each side."
  messages >= {minMessages}
    AND (buyer_first OR followed_from IS NOT NULL OR coalesce(last_buyer_time >= starts, false))
    AND (NOT buyer_first OR coalesce(next_answer <= ends, false)) AS effective
FROM ended;

CREATE OR REPLACE TEMP TABLE chat_days AS
SELECT
  * EXCLUDE (later_sessions),
  agent_of(chat_day) AS agent,
  buyer_of(chat_day) AS buyer,
  day_of(chat_day) AS day,
  day_of(chat_day) BETWEEN {firstDay} AND {lastDay} AS in_month,
  -- "Consult: a chat day with at least one buyer message, that is not filtered."
  buyer_messages > 0 AND NOT filtered AS consult,
  chat_day IN (SELECT chat_day FROM sessions WHERE effective) AS effective
FROM talked_days;

DROP TABLE talked_days;
