SELECT
  count(abandoned) AS abandon_rate_numerator,
  count(incoming) AS abandon_rate_denominator
FROM month_calls;
