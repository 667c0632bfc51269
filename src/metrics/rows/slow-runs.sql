-- "Service days whose mean reply gap is above `slow_day_after`; a service day without a counted round
-- ends the run." Successive days of the same kind share the difference of the two numberings.
CREATE OR REPLACE TEMP VIEW slow_days AS
SELECT
  *,
  row_number() OVER (PARTITION BY agent ORDER BY day)
    - row_number() OVER (PARTITION BY agent, slow ORDER BY day) AS run
FROM (
  SELECT agent, day, coalesce(gaps > {slowDayAfter} * replies, false) AS slow
  FROM service_days
);

CREATE OR REPLACE TEMP VIEW slow_runs AS
SELECT agent, run, count(*) AS days, min(day) AS first_day
FROM slow_days
WHERE slow
GROUP BY agent, run;
