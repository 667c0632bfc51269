import type { InputKind } from '../../catalogue/inputs.js';
import type {
  AgentDeduction,
  AgentOpening,
  AgentTarget,
  GradingRow,
  OccurrenceRow,
} from '../../catalogue/rows.js';
import type { UnreadColumns } from '../../catalogue/unread-columns.js';
import type { Decimal } from '../../lib/decimal.js';
import type { Engine } from '../../lib/engine.js';
import type { Month } from '../../lib/month.js';
import type { ShiftDays } from '../../shop/shift-days.js';
import type { Agent } from '../../shop/shop.js';
import type { ChatLog } from './chat-log.js';
import type { Locate } from './row-places.js';
import type { Unread } from './unread.js';

/** A file that the run has read. */
export interface InputFile {
  /** Relative to the shop folder, with `/`. */
  readonly file: string;
  readonly sha256: string;
  /** Data rows. */
  readonly rows: number;
  /** The reader: `canonical`, or the name of an export format. */
  readonly readAs: string;
  readonly kind: InputKind;
}

/** A row of ratings*.csv. */
export interface RatingRow extends GradingRow {
  readonly agent: number;
  readonly item: string;
}

/**
 * A row of events*.csv, a verified one of complaints*.csv, or a leave. An event of the whole team stands once
 * per agent.
 */
export interface AgentRow extends OccurrenceRow {
  readonly agent: number;
  /** Kind of complaint, or id of the event. */
  readonly kind: string;
}

/** One imported figure; `agent` undefined is the shop. */
export interface ImportedMetric {
  readonly agent: number | undefined;
  readonly metric: string;
  readonly value: Decimal;
  readonly file: string;
  readonly line: number;
}

/** A target of an agent for the month, by what it is known by. */
export interface TargetRow extends AgentTarget {
  readonly agent: number;
  readonly target: string;
}

/** An additional deduction of an agent. */
export interface DeductionRow extends AgentDeduction {
  readonly agent: number;
}

/** What the year came to before its first closed month for an agent. */
export interface OpeningRow extends AgentOpening {
  readonly agent: number;
}

/**
 * A month's files, read. What metrics count in bulk stands in the tables of facts.sql; what a rule may
 * ask for row by row stands here as well.
 */
export interface MonthFacts {
  readonly month: Month;
  readonly engine: Engine;
  readonly roster: readonly Agent[];
  readonly inputs: readonly InputFile[];
  /** The files of each kind that the month has; a kind without files is not in the map. */
  readonly files: ReadonlyMap<InputKind, readonly string[]>;
  /** `month` and `event` say which attendance tables hold rows. */
  readonly attendanceForm: 'month' | 'event' | undefined;
  readonly ratings: readonly RatingRow[];
  readonly events: readonly AgentRow[];
  readonly complaints: readonly AgentRow[];
  /** Leaves of single days' attendance; undefined when no file says when they were asked for. */
  readonly leaves: readonly AgentRow[] | undefined;
  readonly imported: readonly ImportedMetric[];
  readonly targets: readonly TargetRow[];
  readonly deductions: readonly DeductionRow[];
  readonly opening: readonly OpeningRow[];
  /** How many days the shifts work by kpi.yaml. */
  readonly shiftDays: ReadonlyMap<string, ShiftDays>;
  /** The messages of the chats. */
  readonly chats: ChatLog;
  /** When the chats begin, in seconds, be the first message whose it may; undefined without any. */
  readonly firstChat: number | undefined;
  /** Rows read, kept and left out by reason: `chats.read`, `chats.unknown-agent`, `orders.fake`, … */
  readonly counts: Readonly<Record<string, number>>;
  /** What an error leaves unknown; there is no result then. */
  readonly unread: Unread;
  /** Forms of the month that nobody has filled in, by kind. */
  readonly blankForms: ReadonlyMap<InputKind, string>;
  /** Columns of files that people write which nobody reads. */
  readonly unreadColumns: readonly UnreadColumns[];
  /** Finds rows of chats and calls in their files, for evidence; reads nothing until then. */
  readonly locate: Locate;
}
