-- The orders of `credits` of which a filter means some items, each as far as it is these. An order that is these items
-- only counts as a whole; of another what is not known of its lines is NULL. `items_unknown`: nobody says of which items
-- the order is.
CREATE OR REPLACE TEMP TABLE {view} AS
WITH lines AS (
  SELECT *, {line_matches} AS matches
  FROM order_lines
),
parts AS (
  SELECT
    order_id,
    count(*) > count(matches) AS is_unknown,
    bool_or(matches) AS some_match,
    bool_and(matches) AS all_match,
    CASE WHEN count(*) = count(amount) THEN sum(amount) FILTER (matches) END AS own_amount,
    sum(quantity) FILTER (matches) AS own_quantity,
    coalesce(sum(refund) FILTER (matches), 0) AS own_refund,
    sum(refund) AS refunds
  FROM lines
  GROUP BY order_id
)
SELECT
  credits.* REPLACE (
    CASE WHEN all_match THEN credits.amount ELSE own_amount END AS amount,
    CASE WHEN all_match THEN quantity ELSE own_quantity END AS quantity,
    CASE
      WHEN all_match OR refund = 0 THEN refund
      -- All that was paid was given back.
      WHEN refund = credits.amount THEN own_amount
      WHEN refund = refunds THEN own_refund
    END AS refund
  ),
  coalesce(is_unknown, true) AS items_unknown
FROM credits
JOIN (SELECT rowid AS purchase, order_id FROM orders) USING (purchase)
LEFT JOIN parts USING (order_id)
WHERE {matches} AND (coalesce(is_unknown, true) OR some_match);
