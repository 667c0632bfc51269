-- "Round: inside a chat day, a run of consecutive buyer messages and the agent message that ends it. Its
-- reply gap is the time from the run's first message to that agent message. A last run without an answer
-- is an unanswered round": its gap is NULL. Filtered chat days have no rounds.
CREATE OR REPLACE TEMP TABLE rounds AS
WITH runs AS (
  SELECT
    *,
    -- Within a chat day the runs take turns, so what follows a buyer's run is an agent's, or another day.
    lead(time) OVER () AS next_time,
    lead(opens_day) OVER () AS last_of_day,
    lag(opens_day) OVER () AS second_of_day
  FROM talk
  WHERE opens_run
)
SELECT
  chat_day,
  agent_of(chat_day) AS agent,
  day_of(chat_day) AS day,
  time AS starts,
  CASE WHEN NOT last_of_day THEN next_time - time END AS gap,
  opens_day OR second_of_day AS is_first
FROM runs
WHERE by_buyer AND chat_day NOT IN (SELECT chat_day FROM chat_days WHERE filtered);

-- Nothing after this looks at single messages; in a large month they are most of the memory.
DROP TABLE talk;
