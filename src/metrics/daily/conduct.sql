-- Verified complaints, praise and errors by date.
SELECT
  agent,
  date_diff('day', DATE '1970-01-01', day) AS day,
  count(*) FILTER (WHERE kind = 'complaint') AS complaints,
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
FROM complaints
WHERE verified
GROUP BY agent, day;
