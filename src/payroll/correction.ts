import type { PaidKind } from '../catalogue/pay-words.js';
import type { Decimal } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import type { Month } from '../lib/month.js';
import type { PayLine } from './statement.js';

/** A line of a closed month's pay that is corrected in a later one. Changes: more pay is positive. */
export interface CorrectedLine {
  readonly agent: string;
  readonly name: string;
  readonly line: string;
  readonly title: Title;
  readonly kind: PaidKind;
  readonly category: string;
}

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

/** The corrections that a month has to settle. */
export interface CorrectionsDue {
  /** Those that no month before it had to. */
  readonly files: readonly CorrectionSource[];
  /** Their lines, and what earlier months have left open. */
  readonly due: readonly DueCorrection[];
}

/** The file of a correction. */
interface CorrectionSource {
  readonly file: string;
  readonly sha256: string;
}

/** What a month has settled: what was due is what it paid and what is open, to the fen. */
export interface SettledCorrections {
  readonly files: readonly CorrectionSource[];
  readonly paid: readonly SettledLine[];
  readonly open: readonly DueCorrection[];
}

/** What a month has paid of a correction; negative: recovered. */
export type SettledLine = Pick<DueCorrection, 'agent' | 'month' | 'line' | 'amount'>;

/** What stands for the rulebook of lines that correct an earlier month. */
export const CORRECTIONS = 'corrections';

/** Whether a line corrects an earlier month: no line of a rulebook has a dot in its id. */
export function isCorrection({ rulebook, id }: PayLine): boolean {
  return rulebook === CORRECTIONS && id.includes('.');
}
