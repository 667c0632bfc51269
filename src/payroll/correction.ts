import type { Decimal } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import type { LineKind, PayLine } from './statement.js';

/** A line of a closed month's pay that is corrected in a later one. Changes: more pay is positive. */
export interface CorrectedLine {
  readonly agent: string;
  readonly name: string;
  readonly line: string;
  readonly title: Title;
  readonly kind: PaidKind;
  readonly category: string;
}

/** The kinds of lines that carry money. */
export const PAID_KINDS = ['earning', 'deduction'] as const satisfies readonly LineKind[];
export type PaidKind = (typeof PAID_KINDS)[number];

/** What a line of a closed month comes to today, against what was paid. */
export interface LineCorrection extends CorrectedLine {
  /** Undefined: the line is absent. */
  readonly before?: Decimal | undefined;
  readonly after?: Decimal | undefined;
  /** What earlier corrections have changed. */
  readonly carried: Decimal;
  /** What is still to be changed, never 0. */
  readonly change: Decimal;
  readonly was: PayLine | undefined;
  readonly now: PayLine | undefined;
}

/** What an earlier correction has changed of a line. */
export interface CarriedLine extends CorrectedLine {
  readonly change: Decimal;
}

/** One correction of a line, for telling how an amount came about. */
export interface CorrectionPart
  extends Pick<LineCorrection, 'before' | 'after' | 'carried' | 'change'> {
  /** Which correction of the month it was. */
  readonly number: number;
  readonly file: string;
  /** How the line comes about today. */
  readonly reason?: Title | undefined;
  /** The inputs that have changed. */
  readonly inputs: readonly string[];
}

/** A correction, or several of one line, as far as they are not settled yet. */
export interface DueCorrection extends CorrectedLine {
  /** The month that is corrected. */
  readonly month: Month;
  /** What is owed to the agent; negative: what is to be recovered. */
  readonly amount: Decimal;
  readonly parts: readonly CorrectionPart[];
}
