-- "Paid orders of the month credited to another agent for which this agent has an effective session that
-- satisfies rule 2 (with e = paid_at when `attribution` is `payment`, else created_at)".
CREATE OR REPLACE TEMP VIEW {view} AS
SELECT DISTINCT reached.agent, purchase, paid_day AS day
FROM reached
JOIN {credits} AS credits USING (purchase)
WHERE paid_in_month
  AND rule = CASE WHEN {attribution} = 'payment' THEN 'paid' ELSE 'created' END
  AND reached.agent <> credits.agent;
