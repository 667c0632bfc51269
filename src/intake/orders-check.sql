-- What one order file has brought.
SELECT
  count(*) AS rows,
  count(*) FILTER (
    (created >= {from} AND created < {to}) OR (paid >= {from} AND paid < {to})
  ) AS in_month,
  min(least(created, paid)) AS first,
  max(greatest(created, paid)) AS last,
  count(*) FILTER (wrong) AS wrong,
  count(*) FILTER (agent IS NULL AND account IS NOT NULL) AS unknown,
  max(line) AS last_line
FROM intake_orders
WHERE file = {file};
