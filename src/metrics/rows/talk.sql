-- The messages of buyers and agents, each with what stands beside it in its chat day: of one agent when
-- talkOf is given, else of all. Robot and system messages belong to no one; team talk is left out.
-- A view: a large month has millions of messages, which are sorted, counted as they come, and not stored.

-- A chat day is "one agent, one buyer, one business day": three numbers packed into one of 64 bits, which
-- sorts and compares at once. 15 bits of agent, 32 of buyer, 16 of day (days since 1970, until 2149).
CREATE OR REPLACE TEMP MACRO chat_day_of(agent, buyer, day) AS
  (agent::BIGINT << 48) + (buyer::BIGINT << 16) + day;
CREATE OR REPLACE TEMP MACRO agent_of(chat_day) AS (chat_day >> 48)::INTEGER;
CREATE OR REPLACE TEMP MACRO buyer_of(chat_day) AS ((chat_day >> 16) & 4294967295)::BIGINT;
CREATE OR REPLACE TEMP MACRO day_of(chat_day) AS (chat_day & 65535)::INTEGER;

CREATE OR REPLACE TEMP VIEW talk AS
WITH spoken AS (
  SELECT
    chat_day_of(chats.agent, customers.buyer, (time - {dayStartsAt}) // 86400) AS chat_day,
    time,
    chats.rowid AS place,
    sender = 'buyer'::sender AS by_buyer,
    chars,
    advertising
  FROM chats
  JOIN customers ON chats.buyer = customers.written
  -- Without the type the engine compares texts, row by row.
  WHERE (sender = 'buyer'::sender OR sender = 'agent'::sender)
    AND ({talkOf}::INTEGER IS NULL OR chats.agent = {talkOf}::INTEGER)
),
-- Chat days are sorted one by one, by as many threads as there are: cheaper than one order of all messages.
beside AS (
  SELECT
    *,
    row_number() OVER in_order AS nth,
    lag(time) OVER in_order AS previous_time,
    lag(by_buyer) OVER in_order AS after_buyer,
    lead(CASE WHEN NOT by_buyer THEN time END IGNORE NULLS) OVER in_order AS next_answer
  FROM spoken
  -- "Its messages in order of time; equal times in order of file name, then row": the rowid of chats.
  WINDOW in_order AS (PARTITION BY chat_day ORDER BY time, place)
),
opened AS (
  SELECT
    *,
    nth = 1 AS opens_day,
    -- "A new session starts at a message when the one before it is the buyer's and more than
    -- `session_wait` earlier."
    nth = 1 OR (after_buyer AND time - previous_time > {sessionWait}) AS opens_session,
    -- "Round: inside a chat day, a run of consecutive buyer messages and the agent message that ends it."
    by_buyer AND after_buyer IS NOT TRUE AS opens_round
  FROM beside
)
SELECT
  *,
  -- "Its reply gap is the time from the run's first message to that agent message. A last run without an
  -- answer is an unanswered round": its gap is NULL.
  CASE WHEN opens_round THEN (next_answer - time)::INTEGER END AS gap
FROM opened;
