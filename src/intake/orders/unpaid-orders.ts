import { sqlFile } from '../../lib/sql-file.js';
import { shownCell } from '../cells/shown-cell.js';
import { says } from '../cells/source-columns.js';
import { count, type MonthContext } from '../facts/month-context.js';
import { headerName, type Table } from '../files/table.js';
import { yuan } from './yuan.js';

/** Counts the rows of orders that are no sales of the month, by reason, and tells of what was surely paid. */
export async function reportUnpaidOrders(
  tables: readonly Table[],
  context: MonthContext,
): Promise<void> {
  const [rows = {}] = await context.engine.query(
    sqlFile(new URL('./unpaid-rows.sql', import.meta.url), {
      from: String(context.span.from),
      to: String(context.span.to),
    }),
  );
  for (const [reason, found] of Object.entries(rows)) {
    // A closed month keeps its counts: months closed before know the unpaid alone, found or not.
    if (Number(found) > 0 || reason === 'orders.unpaid') count(context, reason, Number(found));
  }
  await reportUntimed(tables, context);
}

/** Names what goes on and has no time of payment: it is in no sales, and that may be wrong. */
async function reportUntimed(
  tables: readonly Table[],
  { engine, problems }: MonthContext,
): Promise<void> {
  const found = await engine.query(`
    SELECT
      file,
      count(DISTINCT untimed_orders.order_id) AS orders,
      coalesce(sum(untimed_orders.amount), 0) AS sum,
      arg_min(line, place) AS line,
      arg_min(untimed_orders.order_id, place) AS example
    FROM untimed_orders
    JOIN intake_orders ON intake_orders.rowid = place
    GROUP BY file`);
  // Of a file that has no such column, that is what is wrong (columns-wanting.ts).
  for (const table of tables.filter((each) => says(each, 'paid_at'))) {
    const row = found.find(({ file }) => file === table.file);
    if (row === undefined) continue;
    problems.report(
      'no-payment-time',
      { file: table.file, line: Number(row.line), column: headerName(table, 'paid_at') },
      {
        params: {
          orders: Number(row.orders),
          sum: yuan(row.sum),
          order: shownCell(String(row.example)),
        },
      },
    );
  }
}
