import { CALL } from '../calls/load-calls.js';
import { reportWrongCells } from '../cells/wrong-rows.js';
import { MESSAGE } from '../chats/load-chats.js';
import type { MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';
import { orderRow, refundRow } from '../orders/order-columns.js';
import { productCollector } from '../orders/read-products.js';
import { readAttendance } from '../people/read-attendance.js';
import { readComplaints } from '../people/read-complaints.js';
import { readEvents } from '../people/read-events.js';
import { readRatings } from '../people/read-ratings.js';
import { readTargets } from '../people/read-targets.js';
import { readMetrics } from '../reports/read-metrics.js';

/**
 * Reports what is wrong with the cells of a table that lacks a column. Its rows are worth nothing and go nowhere: none
 * is sound without the column.
 */
export async function checkCellsAlone(table: Table, month: MonthContext): Promise<void> {
  const { kind } = table.match.reader;
  if (kind === 'agents') return;
  // Nobody can be told who is missing in it.
  const unattributed = new Set([...month.unattributed, kind]);
  const context: MonthContext = {
    ...month,
    counts: new Map(),
    ranges: new Map(),
    seenRows: new Map(),
    unattributed,
  };
  switch (kind) {
    case 'chats':
      await reportWrongCells(table, MESSAGE, context);
      break;
    case 'calls':
      await reportWrongCells(table, CALL, context);
      break;
    case 'orders':
      await checkOrders(table, context);
      break;
    case 'attendance':
      await readAttendance([table], context);
      break;
    case 'complaints':
      await readComplaints(table, context, []);
      break;
    case 'ratings':
      await readRatings(table, context, []);
      break;
    case 'events':
      await readEvents(table, context, []);
      break;
    case 'metrics':
      await readMetrics(table, context, [], []);
      break;
    case 'targets':
      await readTargets([table], context);
      break;
    case 'products':
      await productCollector(context).read(table);
      break;
  }
}

async function checkOrders(table: Table, context: MonthContext): Promise<void> {
  const { layout } = table.match.reader;
  if (layout === 'fake_orders') return;
  const kind = layout === 'order_refunds' ? refundRow(table) : orderRow(table, context.withItems);
  await reportWrongCells(table, kind, context);
}
