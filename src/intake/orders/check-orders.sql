-- What one file of orders or items has brought.
SELECT
  count(*) FILTER (NOT summary) AS rows,
  count(*) FILTER (
    NOT summary AND ((created >= {from} AND created < {to}) OR (paid >= {from} AND paid < {to}))
  ) AS in_month,
  min(least(created, paid)) FILTER (NOT summary) AS first,
  max(greatest(created, paid)) FILTER (NOT summary) AS last,
  count(*) FILTER (wrong) AS wrong,
  count(*) FILTER (summary) AS summaries
FROM intake_orders
WHERE {these};
