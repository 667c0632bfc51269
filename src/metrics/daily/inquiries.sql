-- Inquiries by the business day of the consult.
SELECT
  agent,
  day,
  count(*) FILTER (WHERE inquiry) AS inquiries,
  count(*) FILTER (WHERE success) AS inquiry_paid
FROM classified_consults
GROUP BY agent, day;
