import { groupBy } from '../../lib/group.js';
import { shownCell } from '../cells/shown-cell.js';
import { looksCut } from '../cells/spreadsheet-ids.js';
import type { Findings } from '../facts/month-context.js';
import type { AgentRow } from '../facts/month-facts.js';
import { headerName, type Table } from '../files/table.js';

/**
 * Rows of people's files, each with the order that it can only mean: of a number that no order has and that differs
 * from one order's only in noughts before it, which spreadsheets drop. It is told of them, once of each file.
 */
export async function withKnownOrders(
  rows: readonly AgentRow[],
  tables: readonly Table[],
  findings: Findings,
): Promise<readonly AgentRow[]> {
  await reportCutOrders(rows, tables, findings);
  const known = await knownOrders(rows, findings);
  if (known.size === 0) return rows;
  const meant = ({ order }: AgentRow) => (order === undefined ? undefined : known.get(order.id));
  const byFile = groupBy(rows.filter(meant), ({ place }) => place.file);
  for (const table of tables) {
    const found = byFile.get(table.file) ?? [];
    const [first] = found;
    if (first?.order === undefined) continue;
    const written = shownCell(first.order.id);
    const orders = new Set(found.map(({ order }) => order?.id)).size;
    const place = { ...first.place, column: headerName(table, 'order_id') };
    const params = { orders, written, order: meant(first) ?? '' };
    findings.problems.report('order-without-noughts', place, { params, cell: written });
  }
  return rows.map((row) => {
    const id = meant(row);
    return id === undefined ? row : { ...row, order: { ...row.order, id } };
  });
}

/**
 * Tells of a number that no order has and that a spreadsheet has cut: orders begin as it does. Where most of a file is
 * cut, that has been told.
 */
async function reportCutOrders(
  rows: readonly AgentRow[],
  tables: readonly Table[],
  { engine, problems }: Findings,
): Promise<void> {
  const ids = rows.flatMap(({ order }) => (order && looksCut(order.id) ? [order.id] : []));
  if (ids.length === 0) return;
  const found = await engine.query(
    `
    SELECT written, min(order_id) AS id
    FROM (SELECT unnest($1::VARCHAR[]) AS written)
    JOIN orders ON left(order_id, 15) = left(written, 15) AND length(order_id) = length(written)
    GROUP BY written
    HAVING NOT bool_or(order_id = written)`,
    new Set(ids),
  );
  const meant = new Map(found.map(({ written, id }) => [String(written), String(id)]));
  for (const { order: { id } = { id: '' }, place } of rows) {
    const order = meant.get(id);
    const table = tables.find(({ file }) => file === place.file);
    const isTold = problems.all.some(({ code, file }) => code === 'cut-ids' && file === place.file);
    if (order === undefined || table === undefined || isTold) continue;
    const where = { ...place, column: headerName(table, 'order_id') };
    problems.report('cut-order', where, { params: { order }, cell: shownCell(id) });
  }
}

/** The orders that rows mean whose numbers they do not have, by the number that is written. */
async function knownOrders(
  rows: readonly AgentRow[],
  { engine }: Findings,
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ order }) => (order && /^\d+$/.test(order.id) ? [order.id] : []));
  if (ids.length === 0) return new Map();
  const found = await engine.query(
    `
    SELECT written, min(order_id) AS id
    FROM (SELECT unnest($1::VARCHAR[]) AS written)
    JOIN orders ON ltrim(order_id, '0') = ltrim(written, '0')
    GROUP BY written
    HAVING count(DISTINCT order_id) = 1 AND min(order_id) <> written`,
    new Set(ids),
  );
  return new Map(found.map(({ written, id }) => [String(written), String(id)]));
}
