/** The kinds of input file that a month may have. */
export const INPUT_KINDS = [
  'chats',
  'orders',
  'attendance',
  'complaints',
  'ratings',
  'events',
  'calls',
  'metrics',
  'targets',
  'deductions',
  'opening',
  'products',
] as const;

export type InputKind = (typeof INPUT_KINDS)[number];
