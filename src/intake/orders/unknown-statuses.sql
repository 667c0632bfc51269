-- Statuses that no platform is known to write, with the file and how many rows have them.
WITH found AS (
  SELECT file, 'status' AS "column", plain_status(status) AS status
  FROM intake_orders
  WHERE plain_status(status) NOT IN {statuses}
  UNION ALL
  SELECT file, 'refund_status', refund_status
  FROM intake_orders
  WHERE refund_status NOT IN {refund_statuses} AND NOT starts_with(refund_status, '等待')
  UNION ALL
  SELECT file, 'refund_status', status
  FROM intake_refunds
  WHERE status NOT IN {refund_statuses} AND NOT starts_with(status, '等待')
)
SELECT file, "column", status, count(*) AS rows
FROM found
GROUP BY ALL
ORDER BY file, "column", count(*) DESC, status;
