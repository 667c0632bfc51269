-- One file of phone calls into `calls`, rows in their order. `agent` NULL with an account in `direction`
-- is an account that nobody has; `time` NULL marks a row with a cell that cannot be read. Both go once
-- they are counted.
INSERT INTO calls
WITH raw AS (
  SELECT
    {time} AS time,
    {agent} AS account,
    {direction} AS direction,
    {direction_word} AS direction_word,
    {answered} AS answered,
    {talk} AS talk,
    {hold} AS hold,
    {wrap} AS wrap,
    {ring} AS ring
  FROM {rows}
  WHERE NOT {blank}
),
cells AS (
  SELECT direction_word, answered, plain_cell(COLUMNS(* EXCLUDE (direction_word, answered))) FROM raw
),
narrow_cells AS (
  SELECT
    * REPLACE (
      replace(narrow(talk), ' ', '') AS talk,
      replace(narrow(hold), ' ', '') AS hold,
      replace(narrow(wrap), ' ', '') AS wrap,
      replace(narrow(ring), ' ', '') AS ring,
      replace(account, '：', ':') AS account
    ),
    cast_time(time) AS quick
  FROM cells
),
timed AS (
  SELECT * EXCLUDE (quick), usual_time(time, quick) AS usual
  FROM narrow_cells
),
read AS (
  SELECT
    * REPLACE (
      narrow_duration(talk) AS talk,
      narrow_duration(hold) AS hold,
      narrow_duration(wrap) AS wrap,
      narrow_duration(ring) AS ring,
      time_of(time, usual) AS time
    ),
    agent_called(account) AS agent,
    talk IS NOT NULL AS has_talk,
    hold IS NOT NULL AS has_hold,
    wrap IS NOT NULL AS has_wrap,
    ring IS NOT NULL AS has_ring
  FROM timed
),
checked AS (
  SELECT
    *,
    answered IS NOT NULL
      AND (direction IS NULL OR direction_word IS NOT NULL)
      AND NOT (has_talk AND talk IS NULL)
      AND NOT (has_hold AND hold IS NULL)
      AND NOT (has_wrap AND wrap IS NULL)
      AND NOT (has_ring AND ring IS NULL)
      -- Nobody took a call that was not answered; one that was, somebody did.
      AND (account IS NOT NULL OR NOT answered) AS sound
  FROM read
)
SELECT
  CASE WHEN sound THEN time END,
  agent,
  CASE WHEN agent IS NULL AND account IS NOT NULL THEN account ELSE direction_word END,
  answered,
  talk,
  hold,
  wrap,
  ring
FROM checked;
