-- What the rounds count for that messages of the talk open; NULL or false with every other message. A view:
-- the figures and the evidence behind them read the same rows, and nothing is stored.

-- "A round belongs when its run begins within `platform_hours`, the end excluded."
CREATE OR REPLACE TEMP MACRO in_platform_hours(moment) AS
  CASE
    WHEN {platformFrom} <= {platformTo}
      THEN moment % 86400 >= {platformFrom} AND moment % 86400 < {platformTo}
    ELSE moment % 86400 >= {platformFrom} OR moment % 86400 < {platformTo}
  END;

CREATE OR REPLACE TEMP VIEW judged_talk AS
SELECT
  *,
  -- "Mean reply gap over rounds with gap ≤ `max_wait`."
  gap <= {maxWait} AS counted,
  -- "Rounds with gap > `max_wait`, and unanswered rounds."
  opens_round AND coalesce(gap > {maxWait}, true) AS late,
  gap > {slowAfter} AS slow,
  -- "Gap capped at 600 s, unanswered counts as 600 s."
  CASE WHEN opens_round AND in_platform_hours(time) THEN least(coalesce(gap, 600), 600) END
    AS platform_gap
FROM talk;
