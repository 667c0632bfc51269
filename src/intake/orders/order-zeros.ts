import { sqlFile } from '../../lib/sql-file.js';
import { shownCell } from '../cells/shown-cell.js';
import type { Findings } from '../facts/month-context.js';
import { headerName, type Table } from '../files/table.js';
import { hasFilesOf } from './order-files.js';

/**
 * Finds the orders of refunds and of lists of fake orders whose numbers lack noughts, or have too many: a
 * spreadsheet drops those before a number. What is taken for what is told, once of each file.
 */
export async function matchOrderZeros(
  tables: readonly Table[],
  { engine, problems, month }: Findings,
): Promise<void> {
  if (!hasFilesOf('order_refunds', tables) && !hasFilesOf('fake_orders', tables)) return;
  await engine.run(sqlFile(new URL('./order-zeros.sql', import.meta.url)));
  const found = await engine.query(`
    SELECT file, count(*) AS orders, min(written) AS written, arg_min(id, written) AS id
    FROM (
      SELECT DISTINCT file, order_id AS written FROM intake_refunds
      UNION ALL
      SELECT DISTINCT '', id FROM fake_ids
    ) JOIN order_zeros USING (written)
    GROUP BY file
    ORDER BY file`);
  const lists = tables.filter(({ match }) => match.reader.layout === 'fake_orders');
  for (const { file, orders, written, id } of found) {
    const [table, ...others] = file === '' ? lists : tables.filter((each) => each.file === file);
    if (table === undefined) continue;
    const column = headerName(table, 'order_id');
    const place = others.length === 0 ? { file: table.file, column } : { file: month };
    const params = {
      orders: Number(orders),
      written: shownCell(String(written)),
      order: String(id),
    };
    problems.report('order-without-noughts', place, { params, cell: params.written });
  }
  await engine.run(`
    UPDATE intake_refunds SET order_id = id FROM order_zeros WHERE order_id = written;
    UPDATE fake_ids SET id = order_zeros.id FROM order_zeros WHERE fake_ids.id = written;
    DROP TABLE order_zeros`);
}
