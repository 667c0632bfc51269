-- One chat file into `chats`, rows in their order. What is wrong with a row stays visible until it has
-- been counted: time NULL (unreadable), sender NULL (no such word), agent NULL (an unknown account, which
-- then stands in `shop`), agent -1 (an ambiguous one), buyer NULL (empty).
INSERT INTO chats
WITH read AS (
  SELECT
    {time} AS time,
    usual_time({time}) AS usual,
    {agent} AS agent_cell,
    agent_of({agent}) AS agent,
    CASE WHEN may_be_wrapped({buyer}) THEN account({buyer}) ELSE {buyer} END AS buyer,
    {shop} AS shop,
    {sender} AS sender,
    {chars} AS chars,
    {advertising} AS advertising
  FROM {rows}
  WHERE NOT {blank}
)
SELECT
  time_of(time, usual),
  agent,
  buyer,
  CASE WHEN agent IS NULL THEN account(agent_cell) ELSE shop END,
  sender,
  chars,
  advertising
FROM read;
