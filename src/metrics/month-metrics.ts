import type { InputKind } from '../catalogue/inputs.js';
import type { Grade } from '../catalogue/vocabulary.js';
import type { Decimal } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import type { Day } from '../lib/month.js';
import type { MetricSettings } from '../shop/config.js';

/** Why a figure is not there. */
export type MissingReason =
  /** No file of the kind that it needs. */
  | { readonly kind: 'no-file'; readonly input: InputKind }
  /** The file is there, the agent's row or cell is not. */
  | { readonly kind: 'no-row'; readonly input: InputKind; readonly file: string }
  /** The files are there, but rows that it counts leave a column empty, or have no such column. */
  | { readonly kind: 'no-cell'; readonly file: string; readonly column: Title }
  /** A closed month did not know it either. */
  | { readonly kind: 'not-recorded' }
  /** Comes by import only, and was not imported. */
  | { readonly kind: 'not-imported' }
  /** A team figure over an imported ratio whose numerator and denominator were not imported. */
  | { readonly kind: 'no-parts' };

/** A row of one of the month's files. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/** One figure of one agent, or of the shop. */
export type MetricValue =
  | {
      readonly state: 'known';
      readonly value: Decimal;
      /** Both present for a quotient whose parts are known, both exact. */
      readonly numerator?: Decimal;
      readonly denominator?: Decimal;
      readonly origin: 'computed' | 'imported';
      /** The row that it was imported from. */
      readonly place?: RowPlace;
      readonly provisional?: true;
    }
  /** A quotient whose denominator is 0. */
  | {
      readonly state: 'undefined';
      readonly numerator: Decimal;
      readonly denominator: Decimal;
      readonly provisional?: true;
    }
  | { readonly state: 'missing'; readonly reason: MissingReason };

/** The month's rating of one item: the median grade, or the mean of the numbers. */
export type Rating =
  | { readonly kind: 'grade'; readonly grade: Grade; readonly count: number }
  | { readonly kind: 'number'; readonly mean: Decimal; readonly count: number };

/** One row of ratings*.csv: what was given, and for which week, where the row says so. */
export interface Grading {
  readonly score: { readonly grade: Grade } | { readonly number: Decimal };
  readonly week?: string;
  readonly file: string;
  readonly line: number;
}

/** Something that happened to an agent: a row of complaints*.csv or events*.csv. */
export interface Occurrence {
  readonly file: string;
  readonly line: number;
  readonly day: string;
  /** How often; 1 for a complaint. */
  readonly count: Decimal;
  readonly amount?: Decimal;
  readonly points?: Decimal;
  readonly grave: boolean;
  /** The order that it is about; its amount when the order files have it. */
  readonly order?: { readonly id: string; readonly amount?: Decimal };
}

/** Everything that is known of one agent's month. */
export interface AgentMonth {
  readonly metrics: ReadonlyMap<string, MetricValue>;
  /** By rating item. */
  readonly ratings: ReadonlyMap<string, Rating>;
  /** By rating item: what each rating was made of. */
  readonly gradings: ReadonlyMap<string, readonly Grading[]>;
  /** Verified rows by complaint kind; undefined when there is no complaints file. */
  readonly cases: ReadonlyMap<string, readonly Occurrence[]> | undefined;
  /** By event id; undefined when there is no events file. */
  readonly events: ReadonlyMap<string, readonly Occurrence[]> | undefined;
}

/** One business day of an agent, as far as it was asked for. */
export interface DayMetrics {
  readonly day: Day;
  /** Whether the agent wrote to a buyer, answered or made a call, or has a row of presence. */
  readonly worked: boolean;
  readonly metrics: ReadonlyMap<string, MetricValue>;
}

/** The days of every active agent, by id; in order, those on which they worked or have any row. */
export interface DailyMetrics {
  readonly agents: ReadonlyMap<string, readonly DayMetrics[]>;
  /** Whether any file says on which days the agents worked. */
  readonly workedKnown: boolean;
  /** The kinds of input that are there for the whole month only: attendance by month. */
  readonly withoutDays: ReadonlySet<InputKind>;
}

/** How many consults began in an hour of the day, by its number from 0 to 23. */
export type HourCounts = ReadonlyMap<number, number>;

/** A month's facts, counted: what a policy is applied to. Agents by id, in roster order. */
export interface MonthMetrics {
  readonly agents: ReadonlyMap<string, AgentMonth>;
  readonly shop: ReadonlyMap<string, MetricValue>;
  /** Present when figures of days were asked for. */
  readonly daily?: DailyMetrics;
  /** Consults by hour of each active agent, by id; present when they were asked for and there are chats. */
  readonly hours?: ReadonlyMap<string, HourCounts>;
  /** Which kinds of input the month has, and the files of each. */
  readonly files: ReadonlyMap<InputKind, readonly string[]>;
  /** Rows read, kept and filtered, by reason. */
  readonly counts: Readonly<Record<string, number>>;
  /** How the figures were counted; absent where nothing was. */
  readonly settings?: MetricSettings;
}
