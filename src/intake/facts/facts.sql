-- The facts of a month, as the metrics find them: what intake/ fills and metrics/ reads.
--
-- Times are whole seconds since 1970-01-01 00:00 of the shop's wall clock (Asia/Shanghai); a fraction of
-- a second is cut. Agents are places in the roster (shop/shop.ts, Agent.index). Text ids are trimmed and
-- unwrapped; colons in nicks are ASCII. Rows outside the month are here too, for windows that look back
-- and ahead. Rows of unknown accounts, unreadable rows and fake orders are not here: they are counted.

-- Every agent of the roster, paid this month or not. `id_order` is the place of the id in code-point order.
CREATE TABLE agents (
  agent INTEGER,
  id VARCHAR,
  role VARCHAR,
  id_order INTEGER
);

-- The ids and whole accounts of agents: what a memo token or a buyer column is held against.
-- The days, counted from 1970-01-01, are those of an account that was the agent's on some days only: NULL for
-- since ever or for good. It has a row for each stretch of days.
CREATE TABLE agent_names (
  name VARCHAR,
  agent INTEGER,
  is_id BOOLEAN,
  first_day INTEGER,
  last_day INTEGER
);

-- What the names mean that were one agent's on some days and another's, or nobody's, on others. Rows whose
-- agent cell is such a name have its marker for an agent until agents-of-rows.sql puts in the one of their day.
CREATE TABLE dated_names (
  marker INTEGER,
  name VARCHAR,
  agent INTEGER,
  first_day INTEGER,
  last_day INTEGER
);

-- The buyers of the chats, team talk apart, under whole numbers from 0. Their messages are in no table: there are
-- millions (facts/chat-log.ts).
CREATE TABLE chat_buyers (
  buyer INTEGER,
  shop VARCHAR,          -- '' unless both chats and orders have shops
  nick VARCHAR
);

-- One row per order that is not fake.
CREATE TABLE orders (
  order_id VARCHAR,
  buyer VARCHAR,         -- NULL when empty or masked
  shop VARCHAR,          -- '' unless both chats and orders have shops
  created BIGINT,
  paid BIGINT,           -- NULL when there is no time of payment, or the status means unpaid
  amount DECIMAL(18, 4),
  quantity DECIMAL(18, 4),
  refund DECIMAL(18, 4), -- 0 unless the refund succeeded
  memo VARCHAR,
  flag VARCHAR,          -- red, yellow, green, blue, purple, none
  agent INTEGER,         -- the agent column; NULL when empty or absent
  completed BOOLEAN,     -- the status means that the order is completed; NULL when there is no status
  file VARCHAR,
  line INTEGER,
  shipped BIGINT,        -- when it was sent; NULL when the file does not say
  on_the_way BOOLEAN,    -- the status means that it was sent and the buyer has not confirmed; NULL when there is no status
  status VARCHAR,        -- in lower case, with ASCII commas and without spaces; NULL when there is none
  shop_name VARCHAR      -- as the file says it
);

-- The lines of orders, as fine as files have them; empty unless some definition asks of which items orders are.
CREATE TABLE order_lines (
  order_id VARCHAR,
  item VARCHAR,          -- what it is called; NULL where no file says it
  item_id VARCHAR,
  category VARCHAR,      -- as the row says it, else the list of items; '' for an item that the list does not have
  amount DECIMAL(18, 4), -- its own; NULL when only that of the order is known
  quantity DECIMAL(18, 4),
  refund DECIMAL(18, 4)  -- what files say was given back for it alone
);

-- The shop's list of items: a name or an id, and the category.
CREATE TABLE products (
  key VARCHAR,
  category VARCHAR
);

-- The refunds that were made on orders that are not fake, each once.
CREATE TABLE refunds (
  order_id VARCHAR,
  refunded BIGINT,       -- NULL when no file says when it was made
  amount DECIMAL(18, 4), -- all of an order together no more than was paid
  file VARCHAR,
  line INTEGER
);

-- Attendance per month: one row per agent and file row; what the file does not have is NULL.
CREATE TABLE attendance_months (
  agent INTEGER,
  workdays_due DECIMAL(18, 4),
  workdays DECIMAL(18, 4),
  late DECIMAL(18, 4),
  early_leave DECIMAL(18, 4),
  leave DECIMAL(18, 4),
  leave_days DECIMAL(18, 4),
  absent DECIMAL(18, 4),
  absent_days DECIMAL(18, 4),
  missed_punch DECIMAL(18, 4),
  overtime_workday DECIMAL(18, 4),
  overtime_restday DECIMAL(18, 4),
  overtime_holiday DECIMAL(18, 4),
  sick_days DECIMAL(18, 4),
  paid_days_due DECIMAL(18, 4),
  file VARCHAR,
  line INTEGER           -- NULL for the zeros of a file that has a header only
);

-- Attendance per event, rows of the month only.
CREATE TABLE attendance_events (
  agent INTEGER,
  day DATE,
  kind VARCHAR,
  minutes DECIMAL(18, 4),
  days DECIMAL(18, 4),
  hours DECIMAL(18, 4),  -- of overtime
  is_sick BOOLEAN,       -- of a leave that says its type
  file VARCHAR,
  line INTEGER
);

-- Complaints, praise, reviews, errors of the month; `verified` is true where the file has no such column.
CREATE TABLE complaints (
  agent INTEGER,
  day DATE,
  kind VARCHAR,
  verified BOOLEAN,
  grave BOOLEAN,
  points DECIMAL(18, 4),
  amount DECIMAL(18, 4)
);

-- The orders that lists of reviews are about, and a row without an order for each such list: while there is
-- none, nobody knows which orders have no review.
CREATE TABLE reviews (order_id VARCHAR);

-- Phone calls of any time in the folder's files.
CREATE TABLE calls (
  time BIGINT,
  agent INTEGER,
  direction VARCHAR,
  answered BOOLEAN,
  talk DECIMAL(18, 4),
  hold DECIMAL(18, 4),
  wrap DECIMAL(18, 4),
  ring DECIMAL(18, 4)
);
