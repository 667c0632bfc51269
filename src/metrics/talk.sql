-- The messages of buyers and agents, sorted once: of one agent when talkOf is given, else of all.
-- Robot and system messages belong to no one; team talk is left out.

-- A chat day is "one agent, one buyer, one business day": three numbers packed into one of 64 bits, which
-- sorts and compares at once. 15 bits of agent, 32 of buyer, 16 of day (days since 1970, until 2149).
CREATE OR REPLACE TEMP MACRO chat_day_of(agent, buyer, day) AS
  (agent::BIGINT << 48) + (buyer::BIGINT << 16) + day;
CREATE OR REPLACE TEMP MACRO agent_of(chat_day) AS (chat_day >> 48)::INTEGER;
CREATE OR REPLACE TEMP MACRO buyer_of(chat_day) AS ((chat_day >> 16) & 4294967295)::BIGINT;
CREATE OR REPLACE TEMP MACRO day_of(chat_day) AS (chat_day & 65535)::INTEGER;

-- "Its messages in order of time; equal times in order of file name, then row": the rowid of chats.
-- The windows OVER () below run along this order, which the engine keeps from one table to the next.
CREATE OR REPLACE TEMP TABLE talk AS
WITH sorted AS (
  SELECT
    chat_day_of(chats.agent, buyers.buyer, (time - {dayStartsAt}) // 86400) AS chat_day,
    time,
    sender = 'buyer' AS by_buyer,
    chars,
    advertising
  FROM chats
  JOIN buyers ON chats.buyer = buyers.key
  WHERE sender IN ('buyer', 'agent')
    AND NOT is_team
    AND ({talkOf}::INTEGER IS NULL OR chats.agent = {talkOf}::INTEGER)
  ORDER BY chat_day, time, chats.rowid
),
beside AS (
  SELECT
    *,
    lag(chat_day) OVER () IS DISTINCT FROM chat_day AS opens_day,
    lag(time) OVER () AS previous_time,
    lag(by_buyer) OVER () AS after_buyer
  FROM sorted
),
opened AS (
  SELECT
    *,
    -- "A new session starts at a message when the one before it is the buyer's and more than
    -- `session_wait` earlier."
    opens_day OR (after_buyer AND time - previous_time > {sessionWait}) AS opens_session
  FROM beside
)
SELECT
  chat_day,
  time,
  by_buyer,
  chars,
  advertising,
  opens_day,
  -- The first message of a run of messages of the same side.
  opens_day OR by_buyer <> after_buyer AS opens_run,
  opens_session,
  count(*) FILTER (WHERE opens_session) OVER (ROWS UNBOUNDED PRECEDING) AS session
FROM opened;
