-- One chat file into `chats`. What is wrong with a row stays visible until it has been counted:
-- time NULL (unreadable), sender NULL (no such word), agent NULL (an unknown account, which then stands
-- in `shop`), agent -1 (an ambiguous one), buyer NULL (empty).
INSERT INTO chats
WITH read AS (
  SELECT
    time_of({time}) AS time,
    account({agent}) AS account,
    account({buyer}) AS buyer,
    coalesce(cell({shop}), '') AS shop,
    {sender} AS sender,
    {chars} AS chars,
    {advertising} AS advertising
  FROM {rows}
  WHERE NOT {blank}
)
SELECT
  read.time,
  coalesce(named.agent, bare.agent),
  read.buyer,
  CASE WHEN coalesce(named.agent, bare.agent) IS NULL THEN read.account ELSE read.shop END,
  read.sender,
  read.chars,
  read.advertising
FROM read
LEFT JOIN intake_names AS named ON named.cell = read.account
LEFT JOIN intake_bare_accounts AS bare
  ON bare.cell = CASE WHEN named.cell IS NULL THEN without_shop(read.account) END;
