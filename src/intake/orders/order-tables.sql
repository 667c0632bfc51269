-- The rows of all files of orders, before fake and repeated ones are taken out.
CREATE TEMP TABLE intake_orders (
  file VARCHAR,
  line INTEGER,
  grain VARCHAR,          -- order; repeated: a line that says what the whole order cost; line: one with its own amounts
  order_id VARCHAR,
  line_id VARCHAR,
  buyer VARCHAR,
  shop VARCHAR,
  created BIGINT,         -- the time of payment in a file that does not say it
  paid BIGINT,
  shipped BIGINT,
  amount DECIMAL(18, 4),
  quantity DECIMAL(18, 4),
  status VARCHAR,
  refund DECIMAL(18, 4),
  refund_status VARCHAR,
  memo VARCHAR,
  flag VARCHAR,
  account VARCHAR,
  agent INTEGER,
  says_refunds BOOLEAN,   -- the file has a column of refunds
  refunds_unsaid BOOLEAN, -- it says that an order was refunded, and never how much
  summary BOOLEAN,
  wrong BOOLEAN,
  shop_name VARCHAR,      -- as the file says it, whether shops are told apart or not
  item VARCHAR,           -- these three only where some definition asks for items
  item_id VARCHAR,
  category VARCHAR
);

-- The rows of all refund files.
CREATE TEMP TABLE intake_refunds (
  file VARCHAR,
  line INTEGER,
  order_id VARCHAR,
  refund_id VARCHAR,
  amount DECIMAL(18, 4),
  lowest DECIMAL(18, 4),  -- of the amounts that it adds up
  status VARCHAR,
  refunded BIGINT,
  says_time BOOLEAN,      -- the file has a column of the times of refunds
  summary BOOLEAN,
  wrong BOOLEAN
);

-- The ids that lists of fake orders name.
CREATE TEMP TABLE fake_ids (id VARCHAR);

-- The rows of fake orders, and the orders and lines that they are.
CREATE TEMP TABLE fake_rows (place BIGINT);
CREATE TEMP TABLE fake_orders (order_id VARCHAR, line_id VARCHAR);

-- JD marks orders that the buyer has deleted: `(删除)等待出库`.
CREATE MACRO is_deleted(x) AS coalesce(regexp_matches(x, '^[(（]删除[)）]'), false);
CREATE MACRO plain_status(x) AS regexp_replace(x, '^[(（]删除[)）]', '');

-- True for a cell that tells a row of totals (summary.ts); most are told at a glance that they do not.
CREATE MACRO is_total(x) AS
  CASE
    WHEN regexp_matches(x, '{summary_words}|#')
      THEN coalesce(regexp_full_match(cell(x), '({summary_words})[:：]?|(?s)#\p{Han}.*'), false)
    ELSE false
  END;
