-- One refund file into intake_refunds. `wrong` marks a row with a cell that cannot be read.
INSERT INTO intake_refunds
SELECT
  {file},
  line,
  order_id,
  refund_id,
  {amount},
  {lowest},
  status,
  refunded,
  {says_time},
  summary,
  NOT summary AND {wrong}
FROM ({cells})
