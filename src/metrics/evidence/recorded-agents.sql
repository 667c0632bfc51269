-- Whom the memos and agent columns of the listed orders name.
SELECT
  named.purchase,
  named.agent,
  array_to_string(agents, ',') AS agents,
  named.agent IS NOT NULL AND orders.agent IS NOT DISTINCT FROM named.agent AS by_column
FROM named
SEMI JOIN listed USING (purchase)
JOIN orders ON orders.rowid = named.purchase
