/** Every problem code with its level, grouped by the room that reports it. */
export const levels = {
  // shop
  'missing-config': 'error',
  // intake
  'unknown-agent': 'error',
  // metrics
  // rulebook
  // payroll
  'negative-pay': 'error',
  // cli
} as const;
