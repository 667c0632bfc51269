import { COLUMNS, type Layout } from '../../catalogue/columns.js';
import { metricById, metricByTitle } from '../../catalogue/metrics/metrics.js';
import { matchHeader } from '../files/header.js';
import { CANONICAL, type Header, type Reader } from '../files/reader.js';
import { isWagesForm } from './wages-form.js';

/** A canonical file is recognised by its required columns, and by `mark` where these say too little. */
function canonicalReader(
  kind: Reader['kind'],
  layout: Layout,
  options: { readonly mark?: (header: Header) => boolean; readonly openColumns?: boolean } = {},
): Reader {
  const reader: Reader = {
    name: CANONICAL,
    title: { zh: 'kpi 自己的格式', en: 'the format of kpi' },
    kind,
    layout,
    columns: COLUMNS[layout],
    recognises: (header) =>
      matchHeader(reader, header).missing.length === 0 && (options.mark?.(header) ?? true),
    ...(options.openColumns === undefined ? {} : { openColumns: options.openColumns }),
  };
  return reader;
}

/** agents.csv, the roster. */
export const CANONICAL_AGENTS = canonicalReader('agents', 'agents');

/** people.csv, identities and accounts: no file of a month, and none that is looked for by its header. */
export const CANONICAL_PEOPLE = canonicalReader('agents', 'people');

/** calls*.csv with the headers of inputs.md. */
export const CANONICAL_CALLS = canonicalReader('calls', 'calls');

/** chats*.csv with the headers of inputs.md. */
export const CANONICAL_CHATS = canonicalReader('chats', 'chats');

/** complaints*.csv with the headers of inputs.md. */
export const CANONICAL_COMPLAINTS = canonicalReader('complaints', 'complaints');

/** events*.csv with the headers of inputs.md. */
export const CANONICAL_EVENTS = canonicalReader('events', 'events');

/** orders*.csv with the headers of inputs.md. */
export const CANONICAL_ORDERS = canonicalReader('orders', 'orders');

/** ratings*.csv with the headers of inputs.md. */
export const CANONICAL_RATINGS = canonicalReader('ratings', 'ratings');

/** attendance*.csv with one row per agent and month: an agent, and at least one figure. */
export const CANONICAL_ATTENDANCE_MONTHS = canonicalReader('attendance', 'attendance_months', {
  mark: (header) => matchHeader(CANONICAL_ATTENDANCE_MONTHS, header).positions.size > 1,
});

/** attendance*.csv with one row per thing that happened. */
export const CANONICAL_ATTENDANCE_EVENTS = canonicalReader('attendance', 'attendance_events');

/** deductions*.csv: an agent, and at least one deduction that says which it is. */
export const CANONICAL_DEDUCTIONS = canonicalReader('deductions', 'deductions', {
  mark: (header) =>
    !isWagesForm(header) &&
    [...matchHeader(CANONICAL_DEDUCTIONS, header).positions.keys()].some(
      (column) => column !== 'agent' && !column.startsWith('other'),
    ),
});

/** opening*.csv with the headers of inputs.md. */
export const CANONICAL_OPENING = canonicalReader('opening', 'opening');

/** metrics*.csv with one figure per row. */
export const CANONICAL_METRICS_LONG = canonicalReader('metrics', 'metrics_long');

/** metrics*.csv with one column per metric. */
export const CANONICAL_METRICS_WIDE = canonicalReader('metrics', 'metrics_wide', {
  mark: (header) =>
    !CANONICAL_METRICS_LONG.recognises(header) &&
    header.names.some(
      (name) => metricById(name) !== undefined || metricByTitle(name) !== undefined,
    ),
  openColumns: true,
});

/** targets*.csv with one target per row. */
export const CANONICAL_TARGETS_LONG = canonicalReader('targets', 'targets_long');

/** targets*.csv with one column per target, or per month: only columns of months tell it by its header. */
export const CANONICAL_TARGETS_WIDE = canonicalReader('targets', 'targets_wide', {
  mark: (header) => header.written.some((name) => /^\d{4}[-/.年]\d{1,2}月?$/.test(name.trim())),
  openColumns: true,
});

/** products*.csv, the shop's items and their categories; orders may have the same columns. */
export const CANONICAL_PRODUCTS = canonicalReader('products', 'products', {
  mark: (header) =>
    ['item', 'item_id'].some((id) => matchHeader(CANONICAL_PRODUCTS, header).positions.has(id)) &&
    !matchHeader(CANONICAL_ORDERS, header).positions.has('order_id'),
});
