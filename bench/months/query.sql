-- The core figures of a month in the sqlite3 shell: files imported, then one query. Runs in the shop's
-- folder on an empty database; the month is 2026-10. Prints one CSV row per agent. Definitions:
-- docs/metrics.md.
.bail on
.output /dev/null
PRAGMA journal_mode = off;
.output
PRAGMA synchronous = off;
PRAGMA cache_size = -500000;
.import --csv agents.csv roster
.import --csv 2026-10/chats.csv chats
.import --csv 2026-10/orders.csv orders

CREATE TABLE names (name TEXT PRIMARY KEY, agent TEXT, sells INTEGER) WITHOUT ROWID;
INSERT OR IGNORE INTO names SELECT "账号", "工号", "岗位" IN ('售前', 'VIP') FROM roster WHERE "账号" <> '';
INSERT OR IGNORE INTO names SELECT "工号", "工号", "岗位" IN ('售前', 'VIP') FROM roster;

-- Messages in order; each knows what stands before it on its chat day.
CREATE TABLE talk AS
WITH messages AS (
  SELECT
    names.agent,
    names.sells,
    chats.buyer,
    substr(time, 1, 10) AS day,
    unixepoch(time) AS time,
    sender = 'buyer' AS by_buyer,
    chats.rowid AS place
  FROM chats
  JOIN names ON names.name = chats.agent
  WHERE sender IN ('buyer', 'agent') AND chats.buyer NOT IN (SELECT name FROM names)
),
beside AS (
  SELECT
    *,
    lag(by_buyer) OVER chat_day AS after_buyer,
    lag(time) OVER chat_day AS previous_time
  FROM messages
  WINDOW chat_day AS (PARTITION BY agent, buyer, day ORDER BY time, place)
)
SELECT
  agent, sells, buyer, day, time, by_buyer, place,
  after_buyer IS NULL OR by_buyer <> after_buyer AS opens_run,
  sum(after_buyer IS NOT NULL AND after_buyer AND time - previous_time > 60) OVER (
    PARTITION BY agent, buyer, day ORDER BY time, place ROWS UNBOUNDED PRECEDING
  ) AS session
FROM beside;

CREATE TABLE sessions AS
SELECT
  agent,
  sells,
  buyer,
  day,
  min(time) AS starts,
  max(time) AS ends,
  sum(by_buyer) AS from_buyer,
  sum(NOT by_buyer) AS from_agent,
  min(CASE WHEN by_buyer THEN time END) AS first_question,
  count(*) >= 3 AND sum(by_buyer) > 0 AND sum(NOT by_buyer) > 0 AS effective
FROM talk
GROUP BY agent, buyer, day, session;

CREATE TABLE rounds AS
SELECT
  agent, buyer, day, next_time - time AS gap,
  row_number() OVER (PARTITION BY agent, buyer, day ORDER BY time, place) AS number
FROM (
  SELECT *, lead(time) OVER (PARTITION BY agent, buyer, day ORDER BY time, place) AS next_time
  FROM talk
  WHERE opens_run
)
WHERE by_buyer AND day BETWEEN '2026-10-01' AND '2026-10-31';

CREATE TABLE consults AS
SELECT
  agent,
  buyer,
  day,
  sum(from_buyer) > 0 AS consult,
  sum(from_agent) > 0 AS served,
  max(effective) AS effective,
  min(first_question) AS first_question
FROM sessions
WHERE day BETWEEN '2026-10-01' AND '2026-10-31'
GROUP BY agent, buyer, day;

CREATE INDEX effective_of ON sessions (buyer) WHERE effective AND sells;

-- Credit by chat. Masked buyers are nobody.
CREATE TABLE payments AS
WITH real AS (
  SELECT
    rowid AS purchase,
    CASE WHEN instr("买家", '*') = 0 THEN nullif("买家", '') END AS buyer,
    unixepoch("创建时间") AS created,
    unixepoch("付款时间") AS paid,
    substr("付款时间", 1, 10) AS day,
    CAST(round("实付金额" * 100) AS INTEGER) AS fen
  FROM orders
  WHERE "备注" NOT LIKE '%补单%' AND "备注" NOT LIKE '%刷单%' AND "订单编号" NOT LIKE 'BF%'
    AND "付款时间" <> '' AND "状态" <> '等待买家付款'
),
moments AS (
  SELECT purchase, buyer, 1 AS rule, created AS moment FROM real
  UNION ALL
  SELECT purchase, buyer, 2, paid FROM real
),
ranked AS (
  SELECT
    purchase,
    agent,
    row_number() OVER (
      PARTITION BY purchase ORDER BY rule, min(ends, moment) DESC, starts DESC, agent
    ) AS place
  FROM moments
  JOIN sessions ON sessions.buyer = moments.buyer AND effective AND sells
  WHERE starts <= moment AND ends >= moment - 86400
)
SELECT real.*, ranked.agent
FROM real
LEFT JOIN ranked ON ranked.purchase = real.purchase AND place = 1;

CREATE INDEX payments_of ON payments (buyer);

CREATE TABLE classified AS
SELECT
  consults.agent,
  coalesce(max(paid >= first_question AND payments.agent = consults.agent), 0) AS success,
  coalesce(max(paid < first_question OR payments.agent <> consults.agent), 0) AS excused
FROM consults
LEFT JOIN payments
  ON payments.buyer = consults.buyer
  AND paid BETWEEN first_question - 21 * 86400 AND first_question + 86400
WHERE consult
GROUP BY consults.agent, consults.buyer, consults.day;

.mode csv
.separator , "\n"
.headers on
WITH days AS (
  SELECT
    agent,
    sum(consult) AS consults,
    sum(consult AND served) AS receptions,
    sum(effective) AS effective_receptions
  FROM consults
  GROUP BY agent
),
answers AS (
  SELECT
    agent,
    count(DISTINCT CASE WHEN gap IS NOT NULL THEN buyer || ' ' || day END) AS replied,
    sum(gap) FILTER (WHERE gap <= 600) AS response_seconds,
    count(*) FILTER (WHERE gap <= 600) AS responses,
    sum(gap) FILTER (WHERE gap <= 600 AND number = 1) AS first_response_seconds,
    count(*) FILTER (WHERE gap <= 600 AND number = 1) AS first_responses
  FROM rounds
  GROUP BY agent
),
sold AS (
  SELECT agent, count(*) AS paid_orders, sum(fen) AS sales_fen
  FROM payments
  WHERE day BETWEEN '2026-10-01' AND '2026-10-31'
  GROUP BY agent
),
asked AS (
  SELECT agent, sum(success OR NOT excused) AS inquiries, sum(success) AS inquiry_paid
  FROM classified
  GROUP BY agent
)
SELECT
  "工号" AS agent,
  coalesce(consults, 0) AS consults,
  coalesce(replied, 0) AS replied,
  coalesce(receptions, 0) AS receptions,
  coalesce(effective_receptions, 0) AS effective_receptions,
  coalesce(response_seconds, 0) AS response_seconds,
  coalesce(responses, 0) AS responses,
  coalesce(first_response_seconds, 0) AS first_response_seconds,
  coalesce(first_responses, 0) AS first_responses,
  coalesce(paid_orders, 0) AS paid_orders,
  coalesce(sales_fen, 0) AS sales_fen,
  coalesce(inquiries, 0) AS inquiries,
  coalesce(inquiry_paid, 0) AS inquiry_paid
FROM roster
LEFT JOIN days ON days.agent = "工号"
LEFT JOIN answers ON answers.agent = "工号"
LEFT JOIN sold ON sold.agent = "工号"
LEFT JOIN asked ON asked.agent = "工号"
ORDER BY "工号";
