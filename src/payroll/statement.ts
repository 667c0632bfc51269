import type { LineKind, NoticeLevel, Section } from '../catalogue/pay-words.js';
import type { DeductionItem, TaxAmount } from '../catalogue/tax-inputs.js';
import { type Decimal, ZERO } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import type { Ranked, Trace } from '../rulebook/values/trace.js';
import type { Value } from '../rulebook/values/value.js';

/** What one agent is owed for one month, with every reason: the value that everything else prints. */
export interface Statement {
  readonly agent: string;
  readonly name: string;
  readonly role: { readonly id: string; readonly title: Title };
  /** Id of the plan. */
  readonly plan: string;
  readonly planTitle: Title;
  /** The part of the plan's team that the agent is in, when the plan divides it. */
  readonly team: string | undefined;
  readonly scores: readonly ScorecardScore[];
  /** Every line of the plan in its order, absent ones too; then those of the law. */
  readonly lines: readonly PayLine[];
  /** Sum of the earnings, 应发工资. */
  readonly gross: Decimal;
  /** Sum of the deductions. */
  readonly deductions: Decimal;
  /** gross − deductions. */
  readonly payable: Decimal;
  /** What the law makes of it; absent in a shop without `statutory`. */
  readonly statutory?: StatutoryPay;
  readonly notices: readonly Notice[];
  /** Every named value of the plan, by key: what later months may ask of this one. */
  readonly values: () => ReadonlyMap<string, Value>;
}

/** What is left of pay after contributions and tax, and what it costs the shop. */
export interface StatutoryPay {
  /** gross − deductions − what is withheld, 实发. */
  readonly net: Decimal;
  /** gross − deductions + what the shop pays beside it, 用工成本. */
  readonly cost: Decimal;
  readonly taxState: TaxState;
  /**
   * Every named value of the law, by key, for the year to date of later months: as it was withheld and declared,
   * whatever of the month is corrected later.
   */
  readonly values: () => ReadonlyMap<string, Value>;
}

/** The year to date as the tax of the month rests on it, this month included. */
export interface TaxState {
  /** By the names of `TAX_AMOUNTS`. */
  readonly amounts: ReadonlyMap<TaxAmount, Decimal>;
  /** Additional deductions to date; undefined where an opening gives their sum only. */
  readonly items: ReadonlyMap<DeductionItem, Decimal> | undefined;
}

/** The result of a scorecard. */
export interface ScorecardScore {
  readonly rulebook: string;
  readonly title: Title;
  readonly points: Decimal;
  readonly total: Decimal;
  /** Place within the team, 1 is best; equal scores share it. */
  readonly rank: number;
  /** The whole team in order of points. */
  readonly ranking: Ranked;
  readonly items: readonly ScoreItem[];
}

export interface ScoreItem {
  readonly id: string;
  readonly title: Title;
  readonly section: Section;
  /** Points given, or taken away by a deduction, never negative there; undefined when absent. */
  readonly points: Decimal | undefined;
  readonly full: Decimal | undefined;
  readonly source: string | undefined;
  /** How points are given for it, in words; a closed month does not keep that. */
  readonly standard?: () => Title;
  /** How the points came about; worked out when it is asked for. */
  readonly trace: Trace;
}

export interface PayLine {
  readonly id: string;
  readonly title: Title;
  readonly kind: LineKind;
  readonly category: string;
  /** Yuan, rounded by the line's rule; undefined when the line is absent or a notice. */
  readonly amount: Decimal | undefined;
  readonly rulebook: string;
  /** Document and clause. */
  readonly source: string | undefined;
  /** It does not count towards the minimum wage. */
  readonly isOutsideMinimumWage?: true;
  /** Of a line of a closed month: how it came about, as it was told then. */
  readonly explanation?: LineExplanation;
  /** The value's trace, then the conditions that were asked; worked out when it is asked for. */
  readonly trace: Trace;
}

/** How a line came about, in words. */
export interface LineExplanation {
  readonly formula: Title;
  /** The formula with its numbers. */
  readonly numbers: Title;
  /** Both in one, or why the line is absent. */
  readonly reason: Title;
}

export interface Notice {
  readonly code: string;
  readonly level: NoticeLevel;
  readonly text: Title;
  /** Who signs it, in their order; absent when nobody does. */
  readonly sign?: readonly Title[] | undefined;
  /** The rulebook that says it; undefined for what the shop's limits say. */
  readonly rulebook: Titled | undefined;
  /** Said once for the whole team or shop, whoever of it has it in the statement. */
  readonly once: 'team' | 'shop' | undefined;
}

/** Something with an id and what people call it. */
export interface Titled {
  readonly id: string;
  readonly title: Title;
}

/** What is paid out: after insurance and tax, where a shop works them out. */
export function paidOut({ payable, statutory }: Pick<Statement, 'payable' | 'statutory'>): Decimal {
  return statutory?.net ?? payable;
}

/**
 * What an amount of a line makes of what is paid out: what is deducted or withheld is less, a balance and what
 * the employer pays beside it nothing.
 */
export function effectOf(kind: LineKind, amount: Decimal): Decimal {
  if (kind === 'balance' || kind === 'employer') return ZERO;
  if (kind === 'withheld') return amount.neg();
  return kind === 'deduction' ? amount.neg() : amount;
}
