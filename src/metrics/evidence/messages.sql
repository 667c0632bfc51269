-- The messages of the talk that was asked for, each with its place among those that say the same: how a row
-- of the log is found again in its file.
CREATE OR REPLACE TEMP TABLE messages AS
SELECT
  chat_day,
  time,
  by_buyer,
  opens_day,
  opens_run,
  row_number() OVER (PARTITION BY chat_day, time, by_buyer ORDER BY rowid) AS nth
FROM talk
ORDER BY rowid;

DROP TABLE talk;
