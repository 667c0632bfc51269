-- "When replies cross `day_starts_at` (an unanswered run answered within `max_wait` in the next business
-- day), a warning counts them."
SELECT count(*) AS replies
FROM rounds
-- The day is the lowest part of a chat day's number.
JOIN chat_days AS following ON following.chat_day = rounds.chat_day + 1
WHERE gap IS NULL
  AND rounds.day BETWEEN {firstDay} AND {lastDay}
  -- Only what begins near the end of its day can be answered in time in the next.
  AND starts + {maxWait} >= (rounds.day + 1) * 86400 + {dayStartsAt}
  AND following.first_agent_time <= starts + {maxWait};
