-- The rows of all order files, before fake and repeated orders are taken out.
CREATE TEMP TABLE intake_orders (
  file VARCHAR,
  line INTEGER,
  order_id VARCHAR,
  buyer VARCHAR,
  shop VARCHAR,
  created BIGINT,
  paid BIGINT,
  amount DECIMAL(18, 4),
  quantity DECIMAL(18, 4),
  status VARCHAR,
  refund DECIMAL(18, 4),
  refund_status VARCHAR,
  memo VARCHAR,
  flag VARCHAR,
  account VARCHAR,
  agent INTEGER,
  wrong BOOLEAN
);
