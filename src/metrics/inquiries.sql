-- Each consult of the month is an inquiry, an assist or after-sales, by the buyer's payments around it.
WITH consults AS (
  SELECT chat_day, agent, buyer, first_buyer_time FROM chat_days WHERE in_month AND consult
),
payments AS (
  SELECT
    chat_day,
    paid >= first_buyer_time AS follows,
    credits.agent = consults.agent AS is_own,
    credits.agent IS NOT NULL AS is_credited
  FROM consults
  JOIN credits USING (buyer)
  WHERE paid BETWEEN first_buyer_time - {aftersalesDays} * 86400 AND first_buyer_time + {inquiryWindow}
),
judged AS (
  SELECT
    chat_day,
    -- "An order of P credited to this agent → inquiry and success."
    coalesce(bool_or(follows AND is_own), false) AS success,
    -- "Else an order of P credited to another agent → assist, not an inquiry."
    coalesce(bool_or(follows AND is_credited AND NOT is_own), false) AS assist,
    -- "Else a paid order of the buyer with f − `aftersales_days` ≤ paid_at < f → after-sales."
    bool_or(NOT follows) AS aftersales
  FROM payments
  GROUP BY chat_day
),
classified AS (
  SELECT
    agent,
    coalesce(success, false) AS success,
    -- "Else an inquiry without success."
    coalesce(success OR NOT (assist OR aftersales), true) AS inquiry
  FROM consults
  LEFT JOIN judged USING (chat_day)
),
counted AS (
  SELECT
    agent,
    count(*) FILTER (WHERE inquiry) AS inquiries,
    count(*) FILTER (WHERE success) AS inquiry_paid
  FROM classified
  GROUP BY agent
)
SELECT
  agents.agent,
  coalesce(inquiries, 0) AS inquiries,
  coalesce(inquiry_paid, 0) AS inquiry_paid
FROM agents
LEFT JOIN counted USING (agent);
