import type { Findings } from '../facts/month-context.js';
import { headerName, type Table } from '../files/table.js';

/** A number of so many digits has noughts enough at its end, where a spreadsheet has cut it, to tell it. */
const LONG = 18;

/** A spreadsheet keeps 15 digits, and writes noughts for the others. */
const CUT = "rtrim(substr(order_id, 16), '0') = '' AND TRY_CAST(order_id AS HUGEINT) IS NOT NULL";

/**
 * Tells of numbers of orders that a spreadsheet has cut: other orders have the same now, and refunds do not find
 * theirs. A number may end in noughts by chance; not most of a file. `from`: its rows, as they stand after FROM.
 */
export async function reportCutIds(
  table: Table,
  from: string,
  { engine, problems }: Findings,
): Promise<void> {
  const [found = {}] = await engine.query(`
    SELECT
      count(*) AS long,
      count(*) FILTER (${CUT}) AS cut,
      min(line) FILTER (${CUT}) AS line,
      arg_min(order_id, line) FILTER (${CUT}) AS id
    FROM ${from} AND length(order_id) >= ${LONG}`);
  const [long, cut] = [Number(found.long), Number(found.cut)];
  if (cut < 2 || 2 * cut <= long) return;
  const place = {
    file: table.file,
    line: Number(found.line),
    column: headerName(table, 'order_id'),
  };
  problems.report('cut-ids', place, { params: { cut, long }, cell: String(found.id) });
}
