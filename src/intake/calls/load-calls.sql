-- One file of phone calls into `calls`, rows in their order. `agent` NULL with an account in `direction`
-- is an account that nobody has; `time` NULL marks a row with a cell that cannot be read. Both go once
-- they are counted.
INSERT INTO calls
SELECT
  CASE WHEN NOT {wrong} THEN time END,
  agent,
  CASE WHEN agent IS NULL AND account IS NOT NULL THEN account ELSE direction END,
  answered,
  talk,
  hold,
  wrap,
  ring
FROM (SELECT *, agent_called(account) AS agent FROM ({cells}))
