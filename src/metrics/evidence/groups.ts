import type { EvidenceGroup } from './evidence.js';

/** How a column's SQL value is read. */
export type ColumnKind = 'text' | 'number' | 'time' | 'day' | 'agent' | 'yesno' | 'word';

/** A kind of rows that SQL gives. */
export interface SqlGroup {
  readonly sql: string;
  /** What a row shows, in order. */
  readonly columns: readonly (readonly [id: string, kind: ColumnKind])[];
  /** Rows without lines in the engine are looked up in these files. */
  readonly locate?: 'chats' | 'calls';
  /** True when the messages of the agent's talk are needed. */
  readonly messages?: true;
  /** Which credit of its orders is told: by the rules of payment, or by creation alone. */
  readonly credit?: 'paid' | 'created';
}

export type SqlGroupId = Exclude<
  EvidenceGroup,
  'attendance' | 'cases' | 'events' | 'ratings' | 'imported' | 'roster'
>;

/** The groups whose rows come from evidence/*.sql. */
export const SQL_GROUPS: Readonly<Record<SqlGroupId, SqlGroup>> = {
  orders: {
    sql: 'orders',
    columns: [
      ['order', 'text'],
      ['created', 'time'],
      ['paid', 'time'],
      ['amount', 'number'],
      ['quantity', 'number'],
      ['refund', 'number'],
      ['buyer', 'text'],
    ],
    credit: 'paid',
  },
  created_orders: {
    sql: 'created-orders',
    columns: [
      ['order', 'text'],
      ['created', 'time'],
      ['paid', 'time'],
      ['amount', 'number'],
      ['buyer', 'text'],
    ],
    credit: 'created',
  },
  assisted_orders: {
    sql: 'assisted',
    columns: [
      ['order', 'text'],
      ['created', 'time'],
      ['paid', 'time'],
      ['amount', 'number'],
      ['buyer', 'text'],
    ],
    credit: 'paid',
  },
  followed_buyers: {
    sql: 'followed',
    columns: [
      ['buyer', 'text'],
      ['order', 'text'],
      ['created', 'time'],
      ['paid', 'time'],
      ['session_starts', 'time'],
      ['session_ends', 'time'],
    ],
    credit: 'paid',
  },
  chat_days: {
    sql: 'chat-days',
    columns: [
      ['day', 'day'],
      ['time', 'time'],
      ['buyer', 'text'],
      ['from_buyer', 'number'],
      ['from_agent', 'number'],
      ['slow_gaps', 'number'],
    ],
    locate: 'chats',
    messages: true,
  },
  rounds: {
    sql: 'rounds',
    columns: [
      ['day', 'day'],
      ['time', 'time'],
      ['buyer', 'text'],
      ['gap', 'number'],
    ],
    locate: 'chats',
    messages: true,
  },
  service_days: {
    sql: 'service-days',
    columns: [
      ['day', 'day'],
      ['time', 'time'],
      ['ends', 'time'],
      ['buyer', 'text'],
      ['replies', 'number'],
      ['gaps', 'number'],
    ],
    locate: 'chats',
  },
  sessions: {
    sql: 'peak-sessions',
    columns: [
      ['moment', 'time'],
      ['time', 'time'],
      ['ends', 'time'],
      ['buyer', 'text'],
    ],
    locate: 'chats',
    messages: true,
  },
  consults: {
    sql: 'consults',
    columns: [
      ['agent', 'agent'],
      ['day', 'day'],
      ['time', 'time'],
      ['buyer', 'text'],
      ['classified', 'word'],
      ['order', 'text'],
      ['paid', 'time'],
      ['credited', 'agent'],
      ['order_file', 'text'],
      ['order_line', 'number'],
    ],
    locate: 'chats',
  },
  calls: {
    sql: 'calls',
    columns: [
      ['agent', 'agent'],
      ['time', 'time'],
      ['direction', 'word'],
      ['answered', 'yesno'],
      ['talk', 'number'],
      ['hold', 'number'],
      ['wrap', 'number'],
    ],
    locate: 'calls',
  },
};

/** The columns of attendance, by event and by month; there without lines to look up. */
export const ATTENDANCE_GROUPS: Readonly<Record<'event' | 'month', SqlGroup>> = {
  event: {
    sql: 'attendance-events',
    columns: [
      ['date', 'day'],
      ['kind', 'word'],
      ['minutes', 'number'],
      ['days', 'number'],
    ],
  },
  month: {
    sql: 'attendance-months',
    columns: [
      ['workdays_due', 'number'],
      ['workdays', 'number'],
      ['late', 'number'],
      ['early_leave', 'number'],
      ['leave', 'number'],
      ['leave_days', 'number'],
      ['absent', 'number'],
      ['absent_days', 'number'],
      ['missed_punch', 'number'],
    ],
  },
};
