-- One chat file into `chats`, rows in their order. What is wrong with a row stays visible until it has
-- been counted: time NULL (unreadable), sender NULL (no such word), agent NULL (an unknown account, which
-- then stands in `buyer`; NULL when there is no buyer), agent -1 (an ambiguous one).
INSERT INTO chats
WITH read AS (
  SELECT
    {time} AS time,
    cast_time({time}) AS quick,
    {agent} AS agent_cell,
    agent_named({agent}) AS named,
    {buyer} AS buyer,
    {sender} AS sender,
    {chars} AS chars,
    {advertising} AS advertising
  FROM {rows}
  WHERE NOT {blank}
),
-- Nearly all agent cells are names as they stand; the others are looked at more closely.
looked_up AS (
  SELECT
    * EXCLUDE (agent_cell, quick),
    usual_time(time, quick) AS usual,
    CASE WHEN named IS NULL THEN plain_account(agent_cell) END AS account
  FROM read
),
found AS (
  SELECT *, coalesce(named, agent_called(account)) AS agent
  FROM looked_up
)
SELECT
  time_of(time, usual),
  agent,
  CASE
    WHEN agent IS NOT NULL THEN buyer
    WHEN key_of_written(buyer) IS NOT NULL THEN coalesce(account, '')
  END,
  sender,
  chars,
  advertising
FROM found;
