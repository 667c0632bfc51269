-- The chat days of the month that are not filtered, and what each of them is. A view: the figures and the
-- evidence behind them read the same rows, and nothing is stored.
CREATE OR REPLACE TEMP VIEW month_days AS
SELECT
  *,
  -- By the clock, whatever the business day: the hour in which the buyer first wrote.
  first_buyer_time % 86400 // 3600 AS hour,
  -- "Consults with at least one agent message."
  consult AND agent_messages > 0 AS reception,
  -- "Consults with at least one agent message after the first buyer message": with an answered round.
  first_gap IS NOT NULL AS replied,
  -- "Receptions with at least `slow_times` gaps > `slow_after`."
  first_gap IS NOT NULL AND slow_gaps >= {slowTimes} AS slow,
  first_gap <= {maxWait} AS first_counted
FROM chat_days
WHERE in_month AND NOT filtered;
