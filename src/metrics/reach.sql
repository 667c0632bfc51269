-- How far the files reach: the first business day of chats and orders, and the last of orders.
SELECT
  (SELECT (min(time) - {dayStartsAt}) // 86400 FROM chats) AS first_chat_day,
  (SELECT (least(min(created), min(paid)) - {dayStartsAt}) // 86400 FROM orders) AS first_order_day,
  (SELECT (greatest(max(created), max(paid)) - {dayStartsAt}) // 86400 FROM orders) AS last_order_day;
