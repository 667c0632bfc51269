import type {
  AttendanceKind,
  ComplaintKind,
  Flag,
  Grade,
  Sender,
} from '../../../src/catalogue/vocabulary.js';
import type { Month } from '../../../src/lib/month.js';

/**
 * A month as its files say it, before any metric: plain arrays of rows. Times are whole seconds since
 * 1970-01-01 00:00 of the shop's wall clock. Numbers are exact text, as in the files.
 */
export interface RawMonth {
  readonly month: Month;
  readonly agents: readonly RawAgent[];
  /** Undefined: the month has no such file. No rows: the file has a header only. */
  readonly chats: readonly RawFile<RawMessage>[] | undefined;
  readonly orders: readonly RawFile<RawOrder>[] | undefined;
  readonly attendanceMonths: readonly RawFile<RawAttendanceMonth>[] | undefined;
  readonly attendanceEvents: readonly RawFile<RawAttendanceEvent>[] | undefined;
  readonly complaints: readonly RawFile<RawComplaint>[] | undefined;
  /** Lists of reviews; they count as complaints*.csv do. */
  readonly reviews: readonly RawFile<RawReview>[] | undefined;
  readonly ratings: readonly RawFile<RawRating>[] | undefined;
  readonly calls: readonly RawFile<RawCall>[] | undefined;
  readonly imported: readonly RawFile<RawImport>[] | undefined;
  /** Whether the chat files, or the order files, have the column `shop`. */
  readonly chatsHaveShop: boolean;
  readonly ordersHaveShop: boolean;
  /** Whether the complaints files have the column `verified`. */
  readonly complaintsHaveVerified: boolean;
  /** Patterns of fake orders. */
  readonly exclude: { readonly ids: readonly string[]; readonly memos: readonly string[] };
}

export interface RawFile<Row> {
  /** Name within the month's folder. */
  readonly name: string;
  readonly rows: readonly Row[];
}

export interface RawAgent {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** As in the roster, colons of either width. */
  readonly accounts: readonly string[];
  readonly workdaysDue: string | undefined;
  readonly hiredOn: string | undefined;
  readonly leftOn: string | undefined;
}

/** A cell that names an agent: what it says, and whom it means. */
export interface AgentCell {
  readonly text: string;
  /** Id of the agent; undefined when no agent has this account. */
  readonly id: string | undefined;
}

export interface RawMessage {
  readonly time: number;
  readonly agent: AgentCell;
  readonly buyer: string;
  readonly sender: Sender;
  readonly text: string;
  readonly shop: string;
}

export interface RawOrder {
  readonly id: string;
  /** Empty, or masked (`t**8`), when the platform hides it. */
  readonly buyer: string;
  readonly created: number;
  readonly paid: number | undefined;
  readonly shipped: number | undefined;
  readonly amount: string;
  readonly quantity: string | undefined;
  readonly status: string;
  readonly refund: string | undefined;
  readonly refundStatus: string;
  readonly memo: string;
  readonly flag: Flag | undefined;
  readonly agent: AgentCell | undefined;
  readonly shop: string;
}

export type AttendanceCount =
  | 'workdays_due'
  | 'workdays'
  | 'late'
  | 'early_leave'
  | 'leave'
  | 'leave_days'
  | 'absent'
  | 'absent_days'
  | 'missed_punch'
  | 'night_days'
  | OvertimeKind
  | 'sick_days'
  | 'paid_days_due';

export type OvertimeKind = 'overtime_workday' | 'overtime_restday' | 'overtime_holiday';

/** What a file of months has a column for: night work is known by its days only. */
export type MonthlyCount = Exclude<AttendanceCount, 'night_days'>;

export interface RawAttendanceMonth {
  readonly agent: AgentCell;
  readonly counts: Readonly<Partial<Record<MonthlyCount, string>>>;
}

export interface RawAttendanceEvent {
  readonly date: string;
  readonly agent: AgentCell;
  readonly kind: AttendanceKind;
  readonly minutes: string | undefined;
  readonly days: string | undefined;
  /** Of leaves only. */
  readonly leaveType: string | undefined;
}

export interface RawComplaint {
  readonly date: string;
  readonly agent: AgentCell;
  readonly kind: ComplaintKind;
  readonly verified: boolean;
  readonly points: string | undefined;
}

export interface RawReview {
  readonly date: string;
  readonly agent: AgentCell;
  readonly order: string;
  readonly stars: 1 | 2 | 3 | 4 | 5;
}

export interface RawRating {
  readonly agent: AgentCell;
  readonly item: string;
  readonly score: { readonly grade: Grade } | { readonly number: string };
}

export interface RawCall {
  readonly time: number;
  readonly agent: AgentCell;
  readonly direction: 'in' | 'out';
  readonly answered: boolean;
  readonly talk: string;
  readonly hold: string;
  readonly wrap: string;
}

/** One figure that another tool has computed. */
export interface RawImport {
  /** Undefined: the shop (`*`). */
  readonly agent: AgentCell | undefined;
  readonly metric: string;
  readonly value: string;
}
