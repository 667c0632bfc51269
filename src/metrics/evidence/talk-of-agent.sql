-- The messages of one agent's chat days in their order, with the rounds that they open: whole numbers in all columns, as
-- in talk-tables.sql. `nth_alike`: the place among those that say the same, by which a row of the log is found again in
-- its file.
CREATE OR REPLACE TEMP TABLE counted_messages (
  chat_day INTEGER,
  day INTEGER,
  nth INTEGER,
  second INTEGER,
  by_buyer INTEGER,
  nth_alike INTEGER,
  opens_round INTEGER,
  gap INTEGER,
  counted INTEGER,
  late INTEGER,
  slow INTEGER,
  platform_gap INTEGER
);

CREATE OR REPLACE TEMP VIEW messages AS
SELECT
  chat_day,
  nth,
  moment_of(day, second) AS time,
  by_buyer = 1 AS by_buyer,
  nth_alike,
  nth = 1 AS opens_day,
  opens_round = 1 AS opens_round,
  nullif(gap, -1) AS gap,
  counted = 1 AS counted,
  late = 1 AS late,
  slow = 1 AS slow,
  nullif(platform_gap, -1) AS platform_gap
FROM counted_messages;
