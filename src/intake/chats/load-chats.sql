-- One chat file into `chats`, rows in their order. What is wrong with a row stays visible until it has
-- been counted: time NULL (unreadable), sender NULL (no such word), agent NULL (an unknown account, which
-- then stands in `buyer`; NULL when there is no buyer), agent -1 (an ambiguous one).
INSERT INTO chats
WITH named AS (
  SELECT *, {buyer} AS buyer, agent_named(agent_cell) AS named FROM ({cells})
),
-- Nearly all agent cells are names as they stand; the others are looked at more closely.
closer AS (
  SELECT *, CASE WHEN named IS NULL THEN plain_account(agent_cell) END AS account FROM named
),
found AS (
  SELECT *, coalesce(named, agent_called(account)) AS agent FROM closer
)
SELECT
  time,
  agent,
  CASE
    WHEN agent IS NOT NULL THEN buyer
    WHEN key_of_written(buyer) IS NOT NULL THEN coalesce(account, '')
  END,
  sender,
  {chars},
  {advertising}
FROM found;
