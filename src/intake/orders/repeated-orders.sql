-- Rows whose order, or line of an order, stands further up already: are they the same, and where is the
-- first one? A row that cannot be read has been told of. Lines without an id of their own cannot be told from each other.
WITH keyed AS (
  SELECT rowid AS place, grain = 'line' AS is_line, order_id, coalesce(line_id, '') AS part
  FROM intake_orders
  WHERE NOT wrong AND NOT (grain = 'line' AND line_id IS NULL)
),
firsts AS (
  SELECT is_line, order_id, part, min(place) AS place
  FROM keyed
  GROUP BY ALL
  HAVING count(*) > 1
),
pairs AS (
  SELECT
    later.rowid AS place,
    first_rows.rowid AS first_place,
    {what} AS what
  FROM firsts
  JOIN keyed USING (is_line, order_id, part)
  JOIN intake_orders AS later ON later.rowid = keyed.place
  JOIN intake_orders AS first_rows ON first_rows.rowid = firsts.place
  WHERE keyed.place > firsts.place
)
SELECT *, what IS NULL AS identical
FROM pairs
