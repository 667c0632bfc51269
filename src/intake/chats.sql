-- One chat file into `chats`, rows in their order. What is wrong with a row stays visible until it has
-- been counted: time NULL (unreadable), sender NULL (no such word), agent NULL (an unknown account, which
-- then stands in `shop`), agent -1 (an ambiguous one), buyer NULL (empty).
INSERT INTO chats
WITH read AS (
  SELECT
    {time} AS time,
    usual_time({time}) AS usual,
    {agent} AS agent_cell,
    agent_named({agent}) AS named,
    plain_account({buyer}) AS buyer,
    {shop} AS shop,
    {sender} AS sender,
    {chars} AS chars,
    {advertising} AS advertising
  FROM {rows}
  WHERE NOT {blank}
),
-- Nearly all agent cells are names as they stand; the others are looked at more closely.
looked_up AS (
  SELECT
    * EXCLUDE (agent_cell),
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
  buyer,
  CASE WHEN agent IS NULL THEN account ELSE shop END,
  sender,
  chars,
  advertising
FROM found;
