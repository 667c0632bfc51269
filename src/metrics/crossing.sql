-- "When replies cross `day_starts_at` (an unanswered run answered within `max_wait` in the next business
-- day), a warning counts them."
SELECT count(*) AS replies
FROM month_days
JOIN chat_days AS following
  ON following.agent = month_days.agent
  AND following.buyer = month_days.buyer
  AND following.day = month_days.day + 1
-- Only what begins near the end of its day can be answered in time in the next.
WHERE month_days.unanswered_since + {maxWait} >= (month_days.day + 1) * 86400 + {dayStartsAt}
  AND following.first_agent_time <= month_days.unanswered_since + {maxWait};
