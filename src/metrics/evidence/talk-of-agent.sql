-- The messages of the talk that was asked for, with the rounds that they open, each with its place among those
-- that say the same: how a row of the log is found again in its file.
CREATE OR REPLACE TEMP TABLE messages AS
SELECT
  * EXCLUDE (place),
  row_number() OVER (PARTITION BY chat_day, time, by_buyer ORDER BY nth) AS nth_alike
FROM judged_talk;
