-- How far the orders reach: their first and last business day.
SELECT
  (SELECT (least(min(created), min(paid)) - {dayStartsAt}) // 86400 FROM orders) AS first_order_day,
  (SELECT (greatest(max(created), max(paid)) - {dayStartsAt}) // 86400 FROM orders) AS last_order_day;
