import type { Title } from '../lib/language.js';

// The fixed words of rulebooks and statements: what kinds of lines, items, notices and categories there are.

/** The kinds of line that the law adds to pay: what is withheld from it, and what the shop pays beside it. */
const STATUTORY_KINDS = ['withheld', 'employer'] as const;
export type StatutoryKind = (typeof STATUTORY_KINDS)[number];

/** The kinds of pay line. A balance is shown and carried over, and not paid; a notice carries no money. */
export const LINE_KINDS = [
  'earning',
  'deduction',
  'balance',
  'notice',
  ...STATUTORY_KINDS,
] as const;
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

/** Whether a line is of the law. */
export function isStatutory<Line extends { readonly kind: LineKind }>(
  line: Line,
): line is Line & { readonly kind: StatutoryKind } {
  return STATUTORY_KINDS.some((kind) => kind === line.kind);
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
  'annual_bonus',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Categories of what is taken: their sum is what is taken, that of any other what is paid. */
const TAKEN: ReadonlySet<string> = new Set<Category>(['fine', 'loss', 'transfer']);

/** Whether a line is taken off the sum of its category: a cap off what is paid, a loss that is returned off losses. */
export function isOffCategory(kind: LineKind, category: string): boolean {
  return kind === (TAKEN.has(category) ? 'earning' : 'deduction');
}

/** What closed months do not seal a sum of when no line is of it: those of version 1.0.0 did not know it. */
export const LATER_CATEGORIES: ReadonlySet<string> = new Set<Category>([
  'transfer',
  'annual_bonus',
]);

/** Where an item of a scorecard stands. */
export const SECTIONS = ['item', 'addition', 'deduction'] as const;
export type Section = (typeof SECTIONS)[number];

/** How grave a notice is, the least grave first. */
export const NOTICE_LEVELS = ['info', 'warning', 'dismissal'] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];

/** What the law sees of an agent's pay in a month, by the names that its rules use. */
export const PAY_TOTALS = {
  gross: { zh: '应发工资', en: 'Gross' },
  deductions: { zh: '扣款合计', en: 'Deductions' },
  after_tax_deductions: { zh: '税后扣款', en: 'Deductions after tax' },
  payable: { zh: '税前应付', en: 'Before tax' },
  /** Earnings that do not count towards the minimum wage. */
  outside_minimum_wage: { zh: '不计入最低工资的', en: 'Outside the minimum wage' },
  additional_deductions: { zh: '累计专项附加扣除', en: 'Additional deductions to date' },
  /** Of an opening, which does not say of which items they are. */
  unitemised_deductions: { zh: '未分项的累计扣除', en: 'Deductions to date without item' },
  /** As the tax bureau asks for it: of the month, where it asks for the others to date. */
  other_of_month: { zh: '本月其他扣除', en: 'Other deductions of the month' },
} as const satisfies Readonly<Record<string, Title>>;
export type PayTotal = keyof typeof PAY_TOTALS;
