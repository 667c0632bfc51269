import type { Decimal } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import type { Agent } from '../../shop/shop.js';

/** What has rows behind it: a metric, a rating item, an event, a kind of complaint. */
export interface EvidenceSubject {
  readonly kind: 'metric' | 'rating' | 'event' | 'case';
  readonly id: string;
  readonly title: Title;
}

/** What is asked: the rows themselves, or only how many there are. Small groups always come with rows. */
export interface EvidenceRequest {
  readonly subject: EvidenceSubject;
  readonly detail: 'rows' | 'count';
  /** Rows of one kind beyond which only their number is given. */
  readonly most?: number;
}

/** The kinds of rows, each with columns of its own. */
export type EvidenceGroup =
  | 'orders'
  | 'created_orders'
  | 'refunds'
  | 'assisted_orders'
  | 'followed_buyers'
  | 'chat_days'
  | 'rounds'
  | 'service_days'
  | 'sessions'
  | 'consults'
  | 'calls'
  | 'attendance'
  | 'cases'
  | 'events'
  | 'ratings'
  | 'imported'
  | 'roster'
  | 'shifts';

/** A cell of a row: text, number, yes or no, or a word of a fixed vocabulary. Absent: undefined. */
export type EvidenceCell = string | Decimal | boolean | Word | undefined;

/** A word with its titles. */
export interface Word {
  readonly word: string;
  readonly title: Title;
}

/** Where a row stands; no line for what a file says by having no rows. */
export interface EvidencePlace {
  readonly file: string;
  readonly line: number | undefined;
}

/** A row that counted. */
export interface EvidenceRow {
  /** Undefined when the row could not be found in its file. */
  readonly place: EvidencePlace | undefined;
  /** By column id, in the order in which they are shown. */
  readonly cells: Readonly<Record<string, EvidenceCell>>;
  /** What it adds to the figure, or to the numerator of a quotient; undefined where the figure is no sum. */
  readonly adds: Decimal | undefined;
  /** What it adds to the denominator of a quotient. */
  readonly addsBelow: Decimal | undefined;
  /** Of an order: whose result it is, and why. */
  readonly credit: Credit | undefined;
}

/** Rows of one kind. */
export interface EvidenceSet {
  readonly group: EvidenceGroup;
  readonly count: number;
  /** The first of them when `most` was asked; undefined when only the count was. */
  readonly rows: readonly EvidenceRow[] | undefined;
}

/** The rows behind one figure. */
export interface FigureEvidence {
  readonly subject: EvidenceSubject;
  /** Whose figure it is, when it is a colleague's on whom a figure of the team rests. */
  readonly colleague?: { readonly id: string; readonly name: string };
  /** Its rows add to a numerator and a denominator. */
  readonly isQuotient?: boolean;
  readonly sets: readonly EvidenceSet[];
}

/** By what an order was credited. */
type CreditRule = 'memo' | 'agent_column' | 'created' | 'paid' | 'after' | 'silent';

/** Why a session that was considered did not win. */
export type LossReason =
  /** The memo or the agent column decides. */
  | 'memo'
  /** The agent's role is not in `credit_roles`. */
  | 'role'
  /** An earlier rule found somebody. */
  | 'later_rule'
  | 'ended_earlier'
  | 'started_earlier'
  /** Rule 3: another session after the payment started first. */
  | 'started_later'
  | 'larger_id';

/** A session: times as text. */
export interface Session {
  readonly agent: string;
  readonly rule: 'created' | 'paid' | 'after';
  readonly starts: string;
  readonly ends: string;
}

/** Whose result an order is, and how that was decided. */
export interface Credit {
  readonly rule: CreditRule;
  /** Id; undefined for a silent order. */
  readonly agent: string | undefined;
  /** The session that won. */
  readonly session: Session | undefined;
  /** Agents whom memo and column name when they are more than one: then the chat decides. */
  readonly conflict: readonly string[];
  readonly lost: readonly (Session & { readonly reason: LossReason })[];
}

/** Gives the rows behind figures; only while the month's engine is open. */
export interface EvidenceSource {
  of(agent: Agent, requests: readonly EvidenceRequest[]): Promise<readonly FigureEvidence[]>;
}
