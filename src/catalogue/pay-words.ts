// The fixed words of rulebooks and statements: what kinds of lines, items, notices and categories there are.

/** The kinds of pay line. A balance is shown and carried over, and not paid; a notice carries no money. */
export const LINE_KINDS = ['earning', 'deduction', 'balance', 'notice'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** The kinds of lines that carry money. */
export const PAID_KINDS = ['earning', 'deduction'] as const satisfies readonly LineKind[];
export type PaidKind = (typeof PAID_KINDS)[number];

/** Whether a line pays or takes something. */
export function isPaid<Line extends { readonly kind: LineKind }>(
  line: Line,
): line is Line & { readonly kind: PaidKind } {
  return PAID_KINDS.some((kind) => kind === line.kind);
}

/** The categories of pay lines. */
export const CATEGORIES = [
  'base',
  'performance',
  'commission',
  'bonus',
  'allowance',
  'insurance_cash',
  'reward',
  'fine',
  'loss',
  'transfer',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What closed months do not seal a sum of when no line is of it: those of version 1.0.0 did not know it. */
export const LATER_CATEGORIES: ReadonlySet<string> = new Set<Category>(['transfer']);

/** Where an item of a scorecard stands. */
export const SECTIONS = ['item', 'addition', 'deduction'] as const;
export type Section = (typeof SECTIONS)[number];

/** How grave a notice is, the least grave first. */
export const NOTICE_LEVELS = ['info', 'warning', 'dismissal'] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];
