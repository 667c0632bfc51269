-- What only the filling of `orders` needs.
DROP TABLE order_refunds;
DROP TABLE refund_rows;
DROP TABLE untimed_orders;
DROP TABLE made_orders;
DROP TABLE order_rows;
DROP TABLE fake_orders;
DROP TABLE fake_rows;
DROP TABLE fake_ids;
DROP TABLE intake_refunds;
DROP TABLE intake_orders;
