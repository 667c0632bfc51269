import type { Decimal } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import type { InputKind } from './inputs.js';
import type { Unit } from './units.js';
import { ATTENDANCE_KINDS, COMPLAINT_KINDS } from './vocabulary.js';

/** What rows are about that a formula can take one by one. */
type RowSort = 'event' | 'complaint' | 'leave';

interface RowFieldEntry {
  /** What formulas call it, in Chinese. */
  readonly zh: string;
  readonly unit: Unit;
  /** Which rows say it. */
  readonly of: readonly RowSort[];
  /** Where a row has its number; left out of what follows from more than that. */
  readonly in?: 'amount' | 'points' | 'daysToClose' | 'days' | 'daysAhead';
}

/** What a formula can ask of rows, by the word behind the dot: `event.suggestion.amount`. */
export const ROW_FIELDS = {
  count: { zh: '次数', unit: 'count', of: ['event', 'complaint', 'leave'] },
  amount: { zh: '金额', unit: 'yuan', of: ['event', 'complaint'], in: 'amount' },
  points: { zh: '扣分', unit: 'points', of: ['event', 'complaint'], in: 'points' },
  grave: { zh: '重大', unit: 'count', of: ['event', 'complaint'] },
  order_amount: { zh: '订单金额', unit: 'yuan', of: ['event', 'complaint'] },
  orders: { zh: '单数', unit: 'count', of: ['event', 'complaint'] },
  days_to_close: { zh: '结案天数', unit: 'days', of: ['complaint'], in: 'daysToClose' },
  days: { zh: '天数', unit: 'days', of: ['leave'], in: 'days' },
  days_ahead: { zh: '提前天数', unit: 'days', of: ['leave'], in: 'daysAhead' },
} as const satisfies Readonly<Record<string, RowFieldEntry>>;

export type RowField = keyof typeof ROW_FIELDS;

/** The row with a number in a field that rows have by themselves; undefined where they do not. */
export function withField<Row extends object>(
  row: Row,
  field: RowField,
  number: Decimal,
): Row | undefined {
  const entry: RowFieldEntry = ROW_FIELDS[field];
  return entry.in === undefined ? undefined : { ...row, [entry.in]: number };
}

/** The kind of record whose rows are leaves. */
export const LEAVE = 'leave';

/** What a formula can call `case.KIND`: everything that complaints*.csv knows, and leaves. */
export const RECORDS: Readonly<Record<string, Title>> = {
  ...COMPLAINT_KINDS,
  [LEAVE]: ATTENDANCE_KINDS.leave,
};

/** The files in which the rows of a kind of record stand. */
export function inputOfRecord(kind: string): InputKind & ('complaints' | 'attendance') {
  return kind === LEAVE ? 'attendance' : 'complaints';
}

/** What can be asked of the rows of an event or a kind of record. */
export function rowFieldsOf(kind: 'event' | 'case', id: string): readonly RowField[] {
  const sort: RowSort = kind === 'event' ? 'event' : id === LEAVE ? 'leave' : 'complaint';
  const all = Object.entries(ROW_FIELDS) as readonly (readonly [RowField, RowFieldEntry])[];
  return all.flatMap(([field, { of }]) => (of.includes(sort) ? [field] : []));
}

/** The field that a word means, in either language; undefined when it is none of these. */
export function rowFieldNamed(word: string, among: readonly RowField[]): RowField | undefined {
  return among.find((field) => field === word || ROW_FIELDS[field].zh === word);
}
