-- What the reception metrics count, one row each, and which rows count for what. Views: the figures and the
-- evidence behind them read the same rows, and nothing is stored.

-- The chat days of the month that are not filtered.
CREATE OR REPLACE TEMP VIEW month_days AS
SELECT
  *,
  -- "Consults with at least one agent message."
  consult AND agent_messages > 0 AS reception,
  -- "Consults with at least one agent message after the first buyer message": with an answered round.
  first_gap IS NOT NULL AS replied,
  -- "Receptions with at least `slow_times` gaps > `slow_after`."
  first_gap IS NOT NULL AND slow_gaps >= {slowTimes} AS slow,
  first_gap <= {maxWait} AS first_counted
FROM chat_days
WHERE in_month AND NOT filtered;

-- "Business days with at least one agent message to a buyer, in whatever unfiltered chat day."
CREATE OR REPLACE TEMP VIEW service_day_rows AS
SELECT
  agent,
  day,
  min(first_agent_time) AS starts,
  max(last_agent_time) AS ends,
  max(last_agent_time) - min(first_agent_time) AS seconds,
  -- The counted rounds of the day; a chat day without a message of the agent's has none.
  sum(gaps) AS gaps,
  nullif(sum(replies), 0) AS replies
FROM month_days
WHERE agent_messages > 0
GROUP BY agent, day;

-- "Service days whose mean reply gap is above `slow_day_after`; a service day without a counted round
-- ends the run." Successive days of the same kind share the difference of the two numberings.
CREATE OR REPLACE TEMP VIEW slow_days AS
SELECT
  *,
  row_number() OVER (PARTITION BY agent ORDER BY day)
    - row_number() OVER (PARTITION BY agent, slow ORDER BY day) AS run
FROM (
  SELECT agent, day, coalesce(gaps > {slowDayAfter} * replies, false) AS slow
  FROM service_day_rows
);

CREATE OR REPLACE TEMP VIEW month_sessions AS
SELECT agent_of(sessions.chat_day) AS agent, sessions.chat_day, starts, ends
FROM sessions
SEMI JOIN month_days ON sessions.chat_day = month_days.chat_day;

-- "Greatest number of sessions, of any kind, open at one moment, both ends included": a running sum of
-- what starts (+1) and ends (−1), where at equal times what starts comes first. Each agent's sum is back
-- at 0 after its last session, so one sum can run through all of them.
CREATE OR REPLACE TEMP VIEW open_sessions AS
SELECT agent, moment // 2 AS time, sum(change) OVER (ROWS UNBOUNDED PRECEDING) AS open
FROM (
  SELECT agent, moment, change
  FROM (
    SELECT agent, starts * 2 AS moment, 1 AS change FROM month_sessions
    UNION ALL
    SELECT agent, ends * 2 + 1, -1 FROM month_sessions
  )
  ORDER BY agent, moment
);
