import { sqlLiteral } from '../../lib/engine.js';
import { AMOUNT, type CellKind } from '../cells/cell-kinds.js';
import { sourceHeader } from '../cells/source-columns.js';
import type { RowKind } from '../cells/valid-row.js';
import { findWrongRows } from '../cells/wrong-rows.js';
import type { MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';
import { yuan } from './yuan.js';

/** Where the refunds of a file have been loaded: the amount of a row, and the lowest of what it adds up. */
interface LoadedRefunds {
  readonly table: 'intake_orders' | 'intake_refunds';
  readonly amount: string;
  readonly lowest: string;
}

const OF_ORDERS: LoadedRefunds = { table: 'intake_orders', amount: 'refund', lowest: 'refund' };
const OF_REFUNDS: LoadedRefunds = { table: 'intake_refunds', amount: 'amount', lowest: 'lowest' };

/** The columns of refunds: their amounts, and those that are added to them. */
const REFUND_COLUMNS = /^refund_(?!id$|status$)/;

/**
 * A refund is an amount above 0. Files that write all of theirs below 0 mean the same, and a warning says that
 * they are read so; in one that has both, those below 0 are errors, and count as nothing.
 */
export async function checkRefundSigns(
  table: Table,
  kind: RowKind,
  context: MonthContext,
): Promise<void> {
  const of = table.match.reader.layout === 'order_refunds' ? OF_REFUNDS : OF_ORDERS;
  const these = `file = ${sqlLiteral(table.file)} AND NOT summary`;
  const [found = {}] = await context.engine.query(`
    SELECT
      count(*) FILTER (${of.lowest} < 0) AS below,
      count(*) FILTER (${of.amount} > 0) AS above,
      -sum(${of.amount}) AS sum,
      arg_min(line, rowid) FILTER (${of.lowest} < 0) AS line
    FROM ${of.table}
    WHERE ${these}`);
  const below = Number(found.below);
  if (below === 0) return;
  const isMixed = Number(found.above) > 0;
  const value = isMixed ? '0' : `-${of.amount}`;
  await context.engine.run(
    `UPDATE ${of.table} SET ${of.amount} = ${value} WHERE ${these} AND ${of.lowest} < 0`,
  );
  if (isMixed) {
    await findWrongRows(table, aboveZero(kind), below, context);
    return;
  }
  const column = sourceHeader(table, 'refund_amount');
  const place = { file: table.file, line: Number(found.line), column };
  const params = { rows: below, sum: yuan(found.sum) };
  context.problems.report('refunds-below-zero', place, { params });
}

/** The kind of row with refunds that must be above 0. */
function aboveZero({ columns, dated }: RowKind): RowKind {
  return {
    columns: columns.map((column) =>
      REFUND_COLUMNS.test(column.id) ? { ...column, read: REFUND_ABOVE_ZERO } : column,
    ),
    dated,
  };
}

const REFUND_ABOVE_ZERO: CellKind = {
  ...AMOUNT,
  read: (row, column, need) => {
    const amount = row.amount(column, need);
    if (amount?.isNegative() && !amount.isZero()) row.report('negative-refund', column);
    return amount;
  },
};
