-- What the chat days of the month's files come to, as they are counted one after the other: whole numbers in all
-- columns. Seconds are those of the business day; -1 stands for a second or a gap that there is none of, 1 for yes.
CREATE OR REPLACE TEMP TABLE counted_days (
  chat_day INTEGER,
  agent INTEGER,
  buyer INTEGER,
  day INTEGER,
  filtered INTEGER,
  effective INTEGER,
  buyer_messages INTEGER,
  agent_messages INTEGER,
  agent_chars INTEGER,
  first_buyer INTEGER,
  first_agent INTEGER,
  last_agent INTEGER,
  first_gap INTEGER,
  gaps INTEGER,
  replies INTEGER,
  late_rounds INTEGER,
  slow_gaps INTEGER,
  platform_gaps INTEGER,
  platform_rounds INTEGER,
  within_3min INTEGER,
  unanswered_since INTEGER
);

CREATE OR REPLACE TEMP TABLE counted_sessions (
  chat_day INTEGER,
  agent INTEGER,
  buyer INTEGER,
  day INTEGER,
  starts INTEGER,
  ends INTEGER,
  buyer_first INTEGER,
  effective INTEGER
);

-- Seconds since 1970-01-01 00:00 of the wall clock.
CREATE OR REPLACE TEMP MACRO moment_of(day, second) AS day::BIGINT * 86400 + {dayStartsAt} + second;
