/** The metrics that a look over months shows beside score and pay, as far as anybody has them; data has all. */
export const KEY_METRICS: readonly string[] = [
  'sales',
  'conversion',
  'avg_order_value',
  'receptions',
  'reply_rate',
  'response_time',
  'satisfaction',
  'refund_rate',
];
