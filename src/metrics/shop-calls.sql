-- "`abandon_rate` (shop)": incoming calls that were not answered ÷ incoming calls, of the month.
SELECT
  count(*) FILTER (WHERE NOT answered) AS abandon_rate_numerator,
  count(*) AS abandon_rate_denominator
FROM calls
WHERE coalesce(direction, 'in') = 'in'
  AND (time - {dayStartsAt}) // 86400 BETWEEN {firstDay} AND {lastDay};
