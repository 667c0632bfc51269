-- "`complaints` (verified only), `complaint_points` (their points)" and the other kinds of complaints*.csv.
SELECT
  agents.agent,
  count(*) FILTER (WHERE kind = 'complaint') AS complaints,
  -- A complaint without points is one whose points are unknown, not one of 0 points.
  CASE
    WHEN count(*) FILTER (WHERE kind = 'complaint' AND points IS NULL) = 0
      THEN coalesce(sum(points) FILTER (WHERE kind = 'complaint'), 0)
  END AS complaint_points,
  count(*) FILTER (WHERE kind = 'bad_review') AS bad_reviews,
  count(*) FILTER (WHERE kind = 'dispute') AS disputes,
  count(*) FILTER (WHERE kind = 'praise') AS praises,
  count(*) FILTER (WHERE kind = 'bad_review_resolved') AS bad_reviews_resolved,
  count(*) FILTER (WHERE kind = 'refund_saved') AS refunds_saved,
  count(*) FILTER (WHERE kind = 'error') AS errors,
  count(*) FILTER (WHERE kind = 'no_follow_up') AS no_follow_ups
FROM agents
LEFT JOIN (SELECT * FROM complaints WHERE verified) AS verified USING (agent)
GROUP BY agents.agent;
