-- The consults of the month of one agent, or of all when no agent is given, each with its class and the
-- order that decided it: the first payment after the question, or for after-sales the last before it.
WITH deciding AS (
  SELECT
    chat_day,
    arg_min(purchase, moment) FILTER (WHERE follows AND is_own) AS own,
    arg_min(purchase, moment) FILTER (WHERE follows AND is_credited AND NOT is_own) AS others,
    arg_max(purchase, moment) FILTER (WHERE NOT follows) AS earlier
  -- Of two payments in one second the row that comes first is the earlier one.
  FROM (SELECT *, paid * 1000000000 + purchase AS moment FROM consult_payments)
  GROUP BY chat_day
),
counted AS (
  SELECT *, {adds}
  FROM classified_consults
  WHERE {agent}::INTEGER IS NULL OR agent = {agent}::INTEGER
),
decided AS (
  SELECT
    counted.*,
    CASE classified WHEN 'success' THEN own WHEN 'assist' THEN others WHEN 'aftersales' THEN earlier END
      AS purchase
  FROM counted
  LEFT JOIN deciding USING (chat_day)
)
SELECT
  CASE WHEN {agent}::INTEGER IS NULL THEN decided.agent END AS agent,
  buyers.nick AS buyer,
  decided.day,
  first_buyer_time AS time,
  classified,
  orders.order_id AS "order",
  orders.paid,
  credits.agent AS credited,
  orders.file AS order_file,
  orders.line AS order_line,
  decided.agent AS at_agent,
  buyers.shop AS at_shop,
  true AS at_by_buyer,
  first_buyer_time AS at_time,
  1 AS at_nth,
  COLUMNS('^adds_')
FROM decided
JOIN buyers ON buyers.buyer = decided.buyer
LEFT JOIN orders ON orders.rowid = decided.purchase
LEFT JOIN credits ON credits.purchase = decided.purchase
ORDER BY first_buyer_time, decided.chat_day
