import { sqlLiteral } from '../../lib/engine.js';
import { groupBy } from '../../lib/group.js';
import { shownCell } from '../cells/shown-cell.js';
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

/** The orders that rows mean whose numbers they do not have, by the number that is written. */
async function knownOrders(
  rows: readonly AgentRow[],
  { engine }: Findings,
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap(({ order }) => (order && /^\d+$/.test(order.id) ? [order.id] : []));
  if (ids.length === 0) return new Map();
  const found = await engine.query(`
    SELECT written, min(order_id) AS id
    FROM (SELECT unnest([${[...new Set(ids)].map(sqlLiteral).join(', ')}]) AS written)
    JOIN orders ON ltrim(order_id, '0') = ltrim(written, '0')
    GROUP BY written
    HAVING count(DISTINCT order_id) = 1 AND min(order_id) <> written`);
  return new Map(found.map(({ written, id }) => [String(written), String(id)]));
}
