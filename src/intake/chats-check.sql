-- What one chat file has brought: rows, those of the month, the first and last moment, what is wrong.
SELECT
  count(*) AS rows,
  count(*) FILTER (time >= {from} AND time < {to}) AS in_month,
  min(time) AS first,
  max(time) AS last,
  count(*) FILTER (
    time IS NULL
    OR sender IS NULL
    OR agent = -1
    OR (buyer IS NULL AND sender IN ('buyer', 'agent'))
  ) AS wrong,
  count(*) FILTER (sender = 'robot') AS robot,
  count(*) FILTER (sender = 'system') AS system,
  count(*) FILTER (agent IS NULL AND sender IN ('buyer', 'agent')) AS unknown
FROM chats
WHERE rowid >= {start};
