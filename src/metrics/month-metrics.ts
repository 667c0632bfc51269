import type { MetricValue } from '../catalogue/figure.js';
import type { InputKind } from '../catalogue/inputs.js';
import type { FilteredMetric } from '../catalogue/metrics/filtered.js';
import type {
  AgentDeduction,
  AgentOpening,
  AgentTarget,
  GradingRow,
  OccurrenceRow,
} from '../catalogue/rows.js';
import type { UnreadColumns } from '../catalogue/unread-columns.js';
import type { Grade } from '../catalogue/vocabulary.js';
import type { Unread } from '../intake/facts/unread.js';
import type { Decimal } from '../lib/decimal.js';
import type { Day } from '../lib/month.js';
import type { MetricSettings } from '../shop/config.js';

/** The month's rating of one item: the median grade, or the mean of the numbers. */
export type Rating =
  | { readonly kind: 'grade'; readonly grade: Grade; readonly count: number }
  | { readonly kind: 'number'; readonly mean: Decimal; readonly count: number };

/** Everything that is known of one agent's month. */
export interface AgentMonth {
  readonly metrics: ReadonlyMap<string, MetricValue>;
  /** By rating item. */
  readonly ratings: ReadonlyMap<string, Rating>;
  /** By rating item: what each rating was made of. */
  readonly gradings: ReadonlyMap<string, readonly GradingRow[]>;
  /** Verified rows by complaint kind; undefined when there is no complaints file. */
  readonly cases: ReadonlyMap<string, readonly OccurrenceRow[]> | undefined;
  /** Leaves; undefined when no file says when they were asked for. */
  readonly leaves?: readonly OccurrenceRow[] | undefined;
  /** By what a target is known by; left out when no file gives the agent any. */
  readonly targets?: ReadonlyMap<string, AgentTarget> | undefined;
  /** Additional deductions; left out when no file gives the agent any. */
  readonly deductions?: readonly AgentDeduction[] | undefined;
  /** What the year came to before its first closed month; left out when no file says it. */
  readonly opening?: AgentOpening | undefined;
  /** By event id; undefined when there is no events file. */
  readonly events: ReadonlyMap<string, readonly OccurrenceRow[]> | undefined;
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

/** Of each day of the week, Monday first, and of each hour of it, from 0 to 23. */
type ByWeekdayAndHour = readonly (readonly number[])[];

/** When the buyers of a month come, and how many agents that asks for. */
export interface WeekOfConsults {
  /** The consults of all active agents that began then, of the whole month. */
  readonly consults: ByWeekdayAndHour;
  /**
   * How many agents would be there on one such day if the hours that were worked in the month were spread as the
   * consults are; an hour was worked by an agent to whom a consult came.
   */
  readonly suggested: ByWeekdayAndHour;
}

/** A month's facts, counted: what a policy is applied to. Agents by id, in roster order. */
export interface MonthMetrics {
  readonly agents: ReadonlyMap<string, AgentMonth>;
  readonly shop: ReadonlyMap<string, MetricValue>;
  /** Present when figures of days were asked for. */
  readonly daily?: DailyMetrics;
  /** Consults by hour of each active agent, by id; present when they were asked for and there are chats. */
  readonly hours?: ReadonlyMap<string, HourCounts>;
  /** When buyers come in a week; present when it was asked for and there are chats. */
  readonly week?: WeekOfConsults;
  /** The metrics over some orders only that were counted, beside those of the catalogue. */
  readonly filtered?: readonly FilteredMetric[];
  /** Which kinds of input the month has, and the files of each. */
  readonly files: ReadonlyMap<InputKind, readonly string[]>;
  /** Up to which day orders are awaited, while figures that look ahead are not final, and their last day so far. */
  readonly ordersAwaited?: { readonly due: Day; readonly last: Day | undefined };
  /** Rows read, kept and filtered, by reason. */
  readonly counts: Readonly<Record<string, number>>;
  /** What an error of the month's files leaves unknown. */
  readonly unread?: Unread;
  /** Forms of the month that nobody has filled in, by kind. */
  readonly blankForms?: ReadonlyMap<InputKind, string>;
  /** Columns of files that people write which nobody reads. */
  readonly unreadColumns?: readonly UnreadColumns[];
  /** How the figures were counted; absent where nothing was. */
  readonly settings?: MetricSettings;
}
