-- What one chat file has brought: rows, those of the month, the first and last moment, what is wrong. Added
-- up by sender first, which is quicker than asking every row for each kind of sender.
WITH by_sender AS (
  SELECT
    sender,
    count(*) AS rows,
    count(*) FILTER (time >= {from} AND time < {to}) AS in_month,
    min(time) AS first,
    max(time) AS last,
    {missing} AS missing,
    count(*) FILTER (agent = -1) AS ambiguous,
    count(*) FILTER (agent IS NULL AND buyer IS NULL) AS without_either
  FROM chats
  WHERE rowid >= {start}
  GROUP BY sender
)
SELECT
  sum(rows) AS rows,
  sum(in_month) AS in_month,
  min(first) AS first,
  max(last) AS last,
  sum(missing)
    + sum(ambiguous)
    + coalesce(sum(without_either) FILTER {spoken}, 0)
    + (SELECT coalesce(sum(messages), 0) FROM chat_buyers WHERE key IS NULL) AS wrong,
  coalesce(sum(rows) FILTER (sender = 'robot'), 0) AS robot,
  coalesce(sum(rows) FILTER (sender = 'system'), 0) AS system
FROM by_sender;
