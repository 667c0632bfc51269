-- Puts the agent of its day in the place of each marker of a name that means several people by day (facts.sql,
-- dated_names): NULL where nobody has the account on that day, -1 where several agents have the name. A row
-- without a time keeps its marker: it is wrong, or counts nowhere. What else follows from it is set as well.
UPDATE {table}
SET agent = of_day.agent{also}
FROM (
  SELECT
    marker,
    name,
    day,
    CASE WHEN count(DISTINCT holder) > 1 THEN -1 ELSE min(holder) END AS agent
  FROM (
    SELECT
      marker,
      name,
      day,
      CASE
        WHEN day >= coalesce(first_day, day) AND day <= coalesce(last_day, day) THEN dated_names.agent
      END AS holder
    FROM (
      SELECT DISTINCT agent AS marker, ({time} - {day_starts_at}) // 86400 AS day
      FROM {table}
      WHERE agent < -1 AND {these} AND {time} IS NOT NULL
    )
    JOIN dated_names USING (marker)
  )
  GROUP BY ALL
) AS of_day
WHERE {table}.agent = of_day.marker
  AND ({time} - {day_starts_at}) // 86400 = of_day.day
  AND {these}
