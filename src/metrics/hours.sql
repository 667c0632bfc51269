-- Consults by the hour of the clock at which the buyer first wrote: each consult is counted in one hour.
SELECT agent, first_buyer_time % 86400 // 3600 AS hour, count(*) AS consults
FROM month_days
WHERE consult
GROUP BY agent, first_buyer_time % 86400 // 3600;
