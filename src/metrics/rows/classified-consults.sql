-- Each consult of the month is an inquiry, an assist or after-sales, by the buyer's payments around it.
-- Views: the figures and the evidence behind them read the same rows, and nothing is stored.
CREATE OR REPLACE TEMP VIEW consult_payments AS
SELECT
  chat_day,
  purchase,
  paid,
  paid >= first_buyer_time AS follows,
  credits.agent = chat_days.agent AS is_own,
  credits.agent IS NOT NULL AS is_credited
FROM chat_days
JOIN credits USING (buyer)
WHERE in_month
  AND consult
  AND paid BETWEEN first_buyer_time - {aftersalesDays} * 86400 AND first_buyer_time + {inquiryWindow};

CREATE OR REPLACE TEMP VIEW classified_consults AS
WITH judged AS (
  SELECT
    chat_day,
    -- "An order of P credited to this agent → inquiry and success."
    coalesce(bool_or(follows AND is_own), false) AS success,
    -- "Else an order of P credited to another agent → assist, not an inquiry."
    coalesce(bool_or(follows AND is_credited AND NOT is_own), false) AS assist,
    -- "Else a paid order of the buyer with f − `aftersales_days` ≤ paid_at < f → after-sales."
    bool_or(NOT follows) AS aftersales
  FROM consult_payments
  GROUP BY chat_day
)
SELECT
  agent,
  buyer,
  chat_day,
  day,
  first_buyer_time,
  coalesce(success, false) AS success,
  -- "Else an inquiry without success."
  coalesce(success OR NOT (assist OR aftersales), true) AS inquiry,
  CASE
    WHEN success THEN 'success'
    WHEN assist THEN 'assist'
    WHEN aftersales THEN 'aftersales'
    ELSE 'no_order'
  END AS classified
FROM chat_days
LEFT JOIN judged USING (chat_day)
WHERE in_month AND consult;
