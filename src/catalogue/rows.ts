import type { Decimal } from '../lib/decimal.js';
import type { Month } from '../lib/month.js';
import type { Place } from '../lib/place.js';
import type { DeductionItem, OpeningColumn } from './tax-inputs.js';
import type { Grade } from './vocabulary.js';

/** A row of one of the month's files. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/** Something that happened to an agent, as rules ask for it: a row of complaints*.csv or events*.csv, or a leave. */
export interface Occurrence {
  readonly place: Place;
  /** The day of it; an example may leave it out. */
  readonly day?: string | undefined;
  /** How often; 1 for a complaint. */
  readonly count: Decimal;
  readonly amount?: Decimal | undefined;
  readonly points?: Decimal | undefined;
  readonly grave: boolean;
  /** Of a complaint: how many days it took to close, 0 on the day itself; while it is open, to the end of the month and one more. */
  readonly daysToClose?: Decimal | undefined;
  /** Of a leave: how long it was, and how many days before it was asked for. */
  readonly days?: Decimal | undefined;
  readonly daysAhead?: Decimal | undefined;
  /** The order that it is about; its amount when the order files have it. */
  readonly order?: { readonly id: string; readonly amount?: Decimal | undefined } | undefined;
}

/** An occurrence that was read from a file. */
export interface OccurrenceRow extends Occurrence {
  readonly place: RowPlace;
  readonly day: string;
  /** A row that was written for the whole team, and stands with each of its agents. */
  readonly ofTeam?: true;
}

/** What an agent is to reach in the month, and the row that says so. */
export interface AgentTarget {
  readonly value: Decimal;
  readonly place: RowPlace;
}

/** An additional deduction of an agent, of the month or of the year to date. */
export interface AgentDeduction {
  readonly item: DeductionItem;
  readonly amount: Decimal;
  readonly isToDate: boolean;
  readonly place: RowPlace & { readonly column?: string };
}

/** What the year came to before its first closed month, through the last of those months. */
export interface AgentOpening {
  readonly through: Month;
  readonly amounts: ReadonlyMap<OpeningColumn, Decimal>;
  readonly place: RowPlace;
}

/** A grade or a number, as a supervisor gives it. */
export type Score =
  | { readonly kind: 'grade'; readonly grade: Grade }
  | { readonly kind: 'number'; readonly number: Decimal };

/** One grading by the supervisor: what was given, and for which week, where it says so. */
export interface Grading {
  readonly place: Place;
  readonly week?: string | undefined;
  readonly value: Score;
}

/** A grading that was read from a row of ratings*.csv. */
export interface GradingRow extends Grading {
  readonly place: RowPlace;
}
