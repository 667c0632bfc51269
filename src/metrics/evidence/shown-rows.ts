import type { MonthFacts } from '../../intake/facts/month-facts.js';
import type { Shown } from '../measures/measure.js';
import { metricsSql, type SqlParameters } from '../rows/sql.js';
import { fileOf, viewName } from '../rows/views.js';
import type { EvidenceGroup } from './evidence.js';
import { addsOf, type MetricSource } from './sources.js';

/** How a column's SQL value is read. */
export type ColumnKind = 'text' | 'number' | 'time' | 'day' | 'agent' | 'yesno' | 'word';

/** How rows are shown. */
export interface ShownRows {
  readonly group: EvidenceGroup;
  /** The file of this folder whose query gives them, where it is not called like their view. */
  readonly sql?: string;
  /** What a row shows, in order. */
  readonly columns: readonly (readonly [id: string, kind: ColumnKind])[];
  /** Rows without lines in the engine are looked up in these files. */
  readonly locate?: 'chats' | 'calls';
  /** True when the messages of the agent's talk are needed. */
  readonly messages?: true;
  /** Which credit of its orders is told: by the rules of payment, or by creation alone. */
  readonly credit?: 'paid' | 'created';
}

const ORDER: ShownRows['columns'] = [
  ['order', 'text'],
  ['created', 'time'],
  ['paid', 'time'],
  ['amount', 'number'],
  ['buyer', 'text'],
];

/** Whatever is shown, by the file of its view. */
const SHOWN: Readonly<Record<string, ShownRows>> = {
  'month-orders': {
    group: 'orders',
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
  unconfirmed: {
    group: 'orders',
    sql: 'orders',
    columns: [...ORDER, ['shipped', 'time']],
    credit: 'paid',
  },
  unreviewed: { group: 'orders', sql: 'orders', columns: ORDER, credit: 'paid' },
  'month-refunds': {
    group: 'refunds',
    sql: 'refunds',
    columns: [
      ['order', 'text'],
      ['refunded', 'time'],
      ['refund', 'number'],
      ['paid', 'time'],
      ['amount', 'number'],
      ['buyer', 'text'],
    ],
    credit: 'paid',
  },
  'month-created': {
    group: 'created_orders',
    sql: 'orders',
    columns: ORDER,
    credit: 'created',
  },
  assisted: {
    group: 'assisted_orders',
    sql: 'orders',
    columns: ORDER,
    credit: 'paid',
  },
  followed: {
    group: 'followed_buyers',
    sql: 'orders',
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
  'month-days': {
    group: 'chat_days',
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
    group: 'rounds',
    columns: [
      ['day', 'day'],
      ['time', 'time'],
      ['buyer', 'text'],
      ['gap', 'number'],
    ],
    locate: 'chats',
    messages: true,
  },
  'service-days': {
    group: 'service_days',
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
  'busiest-sessions': {
    group: 'sessions',
    columns: [
      ['moment', 'time'],
      ['time', 'time'],
      ['ends', 'time'],
      ['buyer', 'text'],
    ],
    locate: 'chats',
    messages: true,
  },
  'classified-consults': {
    group: 'consults',
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
  'month-calls': {
    group: 'calls',
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
  'attendance-by-event': {
    group: 'attendance',
    columns: [
      ['date', 'day'],
      ['kind', 'word'],
      ['minutes', 'number'],
      ['days', 'number'],
    ],
  },
  'attendance-by-month': {
    group: 'attendance',
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
      ['overtime_workday', 'number'],
      ['overtime_restday', 'number'],
      ['overtime_holiday', 'number'],
      ['sick_days', 'number'],
      ['paid_days_due', 'number'],
    ],
  },
};

/** How rows are shown; undefined for those of attendance when there is none. */
export function shownRows(of: Shown['of'], facts: MonthFacts): ShownRows | undefined {
  return SHOWN[fileOf(of, facts)];
}

/** The query that gives rows as they are shown, each with what it adds to everything that rests on them. */
export function shownQuery(
  { of, filter }: MetricSource,
  facts: MonthFacts,
  parameters: SqlParameters,
): string {
  const file = shownRows(of, facts)?.sql ?? fileOf(of, facts);
  const view = viewName(of, filter);
  return metricsSql(`evidence/list-${file}`, parameters, { adds: addsOf(of), view });
}
