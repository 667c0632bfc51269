import type { InputKind } from '../../catalogue/inputs.js';
import type { RowPlace } from '../../catalogue/rows.js';
import type { UnreadColumns } from '../../catalogue/unread-columns.js';
import type { Engine } from '../../lib/engine.js';
import {
  addMonths,
  type Day,
  dayNumber,
  dayOf,
  firstDay,
  type Month,
  monthOfDay,
} from '../../lib/month.js';
import type { Watch } from '../../lib/progress.js';
import type { MetricSettings } from '../../shop/config.js';
import type { Roster } from '../../shop/roster.js';
import type { Agent, Shop } from '../../shop/shop.js';
import type { Problems } from '../../words/problem.js';

/** Words that rulebooks in force know, for the files that use them. */
export type KnownWords = readonly { readonly id: string; readonly titles: readonly string[] }[];

/** The time or date range of the rows that a file has; days as text. */
export interface Range {
  readonly rows: number;
  readonly inMonth: number;
  readonly first: string;
  readonly last: string;
}

/** A row that has been read, and the file that it is from, by its content. */
export interface SeenRow extends RowPlace {
  readonly content: { readonly file: string; readonly sha256: string };
}

/** What is found in a month's files: rows in the engine, problems, and how much of what there is. */
export interface Findings {
  readonly month: Month;
  readonly engine: Engine;
  readonly problems: Problems;
  /** Rows read, kept and left out, by reason. */
  readonly counts: Map<string, number>;
  /** The first and last moments of each dated file, as days. */
  readonly ranges: Map<string, Range>;
  /** Rows in which something is wrong and that name their agent, by `rowKey`. */
  readonly invalidRows: Map<string, number>;
  /** The rows of which it matters that they are there once, by what they say. */
  readonly seenRows: Map<string, SeenRow>;
  /** Forms of the month that nobody has filled in, by kind. */
  readonly blankForms: Map<InputKind, string>;
  /** Columns of files that people write which nobody reads. */
  readonly unreadColumns: UnreadColumns[];
  /** Kinds with rows that may be of somebody whose row of the roster cannot be read. */
  readonly unattributed: Set<InputKind>;
}

/** What tells a row of a month's files from all others. */
export function rowKey(file: string, line: number | undefined): string {
  return `${file}:${line}`;
}

/** What the walk over a month's folder gives to every kind of file. */
export interface MonthContext extends Findings {
  readonly shop: Shop;
  readonly roster: Roster;
  /** The agents who are employed in the month, in roster order. */
  readonly active: readonly Agent[];
  readonly settings: MetricSettings;
  readonly knownEvents: KnownWords | undefined;
  readonly knownRatings: KnownWords | undefined;
  /** The targets that rulebooks in force ask for, as they name them. */
  readonly knownTargets: ReadonlySet<string> | undefined;
  /** Whether it is asked of which items orders are. */
  readonly withItems: boolean;
  /** Whether a rulebook that could not be read may know a word. */
  readonly mayBeKnown?: ((word: string) => boolean) | undefined;
  /** The month in seconds of the shop's wall clock, by business days; the end excluded. */
  readonly span: { readonly from: number; readonly to: number };
  /** For what the engine's scans need: see `ScanContext` of cells/scan.ts. */
  readonly workFolder: () => Promise<string>;
  /** A folder for what is read again as long as there are facts; without one, all of it is in memory. */
  readonly lastingFolder: (() => Promise<string>) | undefined;
  /** Chat messages that may be in memory at once. */
  readonly messagesInMemory: number;
  readonly watch: Watch | undefined;
}

/** Adds to one of the month's counts. */
export function count({ counts }: Findings, key: string, rows: number): void {
  counts.set(key, (counts.get(key) ?? 0) + rows);
}

/** The span of a month in seconds, when business days begin so many seconds after midnight. */
export function monthSpan(month: Month, dayStartsAt: number): { from: number; to: number } {
  const start = (day: Day) => dayNumber(day) * 86_400 + dayStartsAt;
  return { from: start(firstDay(month)), to: start(firstDay(addMonths(month, 1))) };
}

/** The business day of a moment in seconds. */
export function businessDay(time: number, dayStartsAt: number): Day {
  return dayOf(Math.floor((time - dayStartsAt) / 86_400));
}

export function isInMonth(day: Day, month: Month): boolean {
  return monthOfDay(day) === month;
}
