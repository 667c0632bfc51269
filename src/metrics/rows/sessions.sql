-- The sessions of the chat days.
CREATE OR REPLACE TEMP VIEW sessions AS
SELECT
  chat_day,
  agent,
  buyer,
  day,
  moment_of(day, starts) AS starts,
  moment_of(day, ends) AS ends,
  buyer_first = 1 AS buyer_first,
  effective = 1 AS effective
FROM counted_sessions;
