import type { Layout } from '../../catalogue/columns.js';
import { says } from '../cells/source-columns.js';
import type { Table } from '../files/table.js';

/** Whether some file of orders is of a kind: what only those bring need not be looked for without one. */
export function hasFilesOf(layout: Layout, tables: readonly Table[]): boolean {
  return tables.some(({ match }) => match.reader.layout === layout);
}

/** True for a file that says of orders what they cost and when they were paid: it makes orders. */
export function makesOrders(table: Table): boolean {
  const { layout } = table.match.reader;
  if (layout === 'orders') return true;
  const hasTime = says(table, 'created_at') || says(table, 'paid_at');
  return layout === 'order_items' && says(table, 'amount') && hasTime;
}
