/** Every problem code with its level, grouped by the room that reports it. */
export const levels = {
  // lib: YAML files
  'yaml-too-large': 'error',
  'bad-yaml': 'error',
  'duplicate-key': 'error',
  'yaml-alias': 'error',
  'yaml-too-deep': 'error',
  'unknown-key': 'error',
  'misspelt-key': 'error',
  'missing-key': 'error',
  'bad-value': 'error',

  // shop
  'missing-config': 'error',
  // intake
  'unknown-agent': 'error',
  // metrics
  'credit-by-memo-only': 'warning',
  'import-conflict': 'error',
  'import-differs': 'warning',
  'import-ignored': 'warning',
  'import-wrong-level': 'error',
  'memo-conflict': 'warning',
  'mixed-ratings': 'error',
  'replies-cross-day': 'warning',
  'short-lookback': 'warning',
  // rulebook
  // payroll
  'negative-pay': 'error',
  // cli
  'cannot-write': 'error',
  'file-exists': 'error',
  'no-starter': 'error',
} as const;
