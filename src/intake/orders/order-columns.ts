import { FLAGS } from '../../catalogue/vocabulary.js';
import {
  ACCOUNT,
  AMOUNT,
  type CellKind,
  ID,
  NUMBER,
  PLAIN_TEXT,
  TIME,
  TIME_OR_DAY,
  unwrapped,
  WRITTEN_TEXT,
  wordIn,
} from '../cells/cell-kinds.js';
import { addedColumns, needs, says } from '../cells/source-columns.js';
import type { CellColumn, RowKind } from '../cells/valid-row.js';
import { mapCell } from '../cells/words-sql.js';
import type { Table } from '../files/table.js';
import { plainStatus, REFUNDED_STATUSES } from './order-words.js';

/** A status as it is compared: both kinds of commas are written. */
const STATUS: CellKind = {
  type: 'VARCHAR',
  steps: [unwrapped, (_, cell) => `replace(replace(lower(${cell}), '，', ','), ' ', '')`],
  read: (row, column, need) => {
    const written = row.text(column, need);
    return written === undefined ? undefined : plainStatus(written);
  },
};

/** A flag, in the words of the file's format or in those of everybody. */
function flagIn({ match }: Table): CellKind {
  const { flags = new Map<string, string>(), flagsAmongLabels } = match.reader.orders ?? {};
  const known = wordIn(FLAGS);
  const otherwise = flagsAmongLabels === true ? ", 'none'" : '';
  return {
    ...known,
    steps: [
      (raw, before) => {
        const words = known.steps.map((step) => step(raw, before));
        const own = flags.size === 0 ? words : [mapCell(raw, flags), ...words];
        return `coalesce(${own.join(', ')}${otherwise})`;
      },
    ],
    read: (row, column, need) => {
      if (flagsAmongLabels === true) return undefined;
      const own = flags.get(row.text(column)?.toLowerCase() ?? '');
      return own ?? known.read(row, column, need);
    },
  };
}

/** A number or an amount that is 0 or more: less than nothing is neither ordered nor paid. */
function notBelowZero(kind: CellKind): CellKind {
  return {
    ...kind,
    isWrong: (value) => `coalesce(${value} < 0, false)`,
    read: (row, column, need) => {
      const found = kind.read(row, column, need);
      const isBelow = typeof found === 'object' && found.isNegative() && !found.isZero();
      if (isBelow) row.report('below-zero', column);
      return isBelow ? undefined : found;
    },
  };
}

/** What rows of orders say of items. There are millions of orders: it is read where it is asked for. */
export const ITEM_COLUMNS: readonly CellColumn[] = [
  { id: 'item', as: 'item', read: PLAIN_TEXT },
  { id: 'item_id', as: 'item_id', read: ID },
  { id: 'category', as: 'category', read: PLAIN_TEXT },
];

/** A row of orders or of their items; `withItems`: it is asked which items these are. */
export function orderRow(table: Table, withItems: boolean): RowKind {
  return {
    columns: [
      { id: 'order_id', as: 'order_id', read: ID, required: true },
      { id: 'line_id', as: 'line_id', read: ID, required: needs(table, 'line_id') },
      { id: 'created_at', as: 'created', read: TIME, required: says(table, 'created_at') },
      { id: 'paid_at', as: 'paid', read: TIME },
      { id: 'shipped_at', as: 'shipped', read: TIME_OR_DAY },
      { id: 'amount', as: 'amount', read: notBelowZero(AMOUNT), required: says(table, 'amount') },
      ...partsOf(table, 'amount'),
      { id: 'quantity', as: 'quantity', read: notBelowZero(NUMBER) },
      { id: 'refund_amount', as: 'refund', read: AMOUNT },
      { id: 'flag', as: 'flag', read: flagIn(table) },
      { id: 'agent', as: 'account', read: ACCOUNT },
      { id: 'buyer', as: 'buyer', read: ACCOUNT },
      { id: 'shop', as: 'shop', read: PLAIN_TEXT },
      { id: 'status', as: 'status', read: STATUS },
      { id: 'refund_status', as: 'refund_status', read: STATUS },
      { id: 'memo', as: 'memo', read: WRITTEN_TEXT },
      ...(withItems ? ITEM_COLUMNS : []),
    ],
    dated: ['paid', 'created'],
  };
}

/** A row of refunds. One that was made has an amount. */
export function refundRow(table: Table): RowKind {
  const isMade = { where: 'status', is: REFUNDED_STATUSES };
  return {
    columns: [
      { id: 'order_id', as: 'order_id', read: ID, required: true },
      { id: 'refund_id', as: 'refund_id', read: ID, required: says(table, 'refund_id') },
      { id: 'refund_status', as: 'status', read: STATUS, required: true },
      { id: 'refund_amount', as: 'amount', read: AMOUNT, required: isMade },
      { id: 'refunded_at', as: 'refunded', read: TIME_OR_DAY },
      ...partsOf(table, 'refund_amount'),
    ],
    dated: [],
  };
}

/** The columns whose amounts are parts of another's. */
function partsOf(table: Table, column: string): readonly CellColumn[] {
  return addedColumns(table, column).map((id) => ({ id, as: id, read: AMOUNT }));
}

/** SQL for the amount of a column that is called `amount`, with its parts. */
export function wholeAmount(table: Table, column: string): string {
  const parts = partsOf(table, column).map(({ as }) => `coalesce(${as}, 0)`);
  return ['amount', ...parts].join(' + ');
}

/** SQL for the lowest of the amounts that `wholeAmount` adds up. */
export function lowestAmount(table: Table, column: string): string {
  return `least(${['amount', ...partsOf(table, column).map(({ as }) => as)].join(', ')})`;
}
