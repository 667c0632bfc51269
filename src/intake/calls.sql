-- One file of phone calls into `calls`. agent NULL with an account in `direction` is an account that
-- nobody has; `time` NULL marks a row with a cell that cannot be read. Both go once they are counted.
INSERT INTO calls
WITH read AS (
  SELECT
    time_of({time}) AS time,
    account({agent}) AS account,
    {direction} AS direction,
    {answered} AS answered,
    duration_of({talk}) AS talk,
    duration_of({hold}) AS hold,
    duration_of({wrap}) AS wrap,
    duration_of({ring}) AS ring,
    (cell({direction_cell}) IS NULL) = ({direction} IS NULL)
      AND {answered} IS NOT NULL
      AND (cell({talk}) IS NULL) = (duration_of({talk}) IS NULL)
      AND (cell({hold}) IS NULL) = (duration_of({hold}) IS NULL)
      AND (cell({wrap}) IS NULL) = (duration_of({wrap}) IS NULL)
      AND (cell({ring}) IS NULL) = (duration_of({ring}) IS NULL) AS sound
  FROM {rows}
  WHERE NOT {blank}
),
found AS (
  SELECT read.*, coalesce(named.agent, bare.agent) AS agent
  FROM read
  LEFT JOIN intake_names AS named ON named.cell = read.account
  LEFT JOIN intake_bare_accounts AS bare
    ON bare.cell = CASE WHEN named.cell IS NULL THEN without_shop(read.account) END
)
SELECT
  -- Nobody took a call that was not answered; one that was, somebody did.
  CASE WHEN sound AND (account IS NOT NULL OR NOT answered) THEN time END,
  agent,
  CASE WHEN agent IS NULL AND account IS NOT NULL THEN account ELSE direction END,
  answered,
  talk,
  hold,
  wrap,
  ring
FROM found;
