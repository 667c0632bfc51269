// A file may do without a column of payment times or refunds, unless it says itself that orders were paid or refunded,
// or has the column under another name: then sales, or what goes off them, would be 0 without a word.
import { sqlLiteral } from '../../lib/engine.js';
import { says } from '../cells/source-columns.js';
import { textList } from '../cells/words-sql.js';
import type { MonthContext } from '../facts/month-context.js';
import { nearestHeader } from '../files/near-header.js';
import { reportMissing } from '../files/recognise.js';
import { headerPlace, type Table } from '../files/table.js';
import { READERS } from '../readers/index.js';
import { makesOrders } from './load-orders.js';
import {
  CLOSED_STATUSES,
  GOING_ON_STATUSES,
  REFUNDED_STATUSES,
  UNPAID_STATUSES,
} from './order-words.js';
import { yuan } from './yuan.js';

/** A column, and the orders (of `order_refunds`, each with its rows) of which it must say something. */
interface WantedColumn {
  readonly id: 'paid_at' | 'refund_amount';
  readonly of: (context: MonthContext) => string;
  /** The same of a file that has, it seems, the column under another name. */
  readonly ofNear: (context: MonthContext) => string;
  /** Told of a file that may do without the column, of those that are meant by `ofNear`. */
  readonly without?: 'no-payment-column';
}

const WANTED: readonly WantedColumn[] = [
  {
    id: 'paid_at',
    of: (context) =>
      `${unpaidIn(context)} AND plain_status(status) IN ${textList(GOING_ON_STATUSES)}`,
    // All but those whose status says that nobody paid.
    ofNear: (context) => `${unpaidIn(context)}
      AND NOT is_deleted(coalesce(status, ''))
      AND coalesce(plain_status(status) NOT IN ${textList([...UNPAID_STATUSES, ...CLOSED_STATUSES])}, true)`,
    without: 'no-payment-column',
  },
  {
    id: 'refund_amount',
    // Refunds whose amount nothing says are told one by one (refund-unsaid).
    of: () => 'false',
    ofNear: refundedWithout,
  },
];

function unpaidIn({ span }: MonthContext): string {
  const inMonth = `intake_orders.created BETWEEN ${span.from} AND ${span.to} - 1`;
  return `settled IS NULL AND coalesce(${inMonth}, true)`;
}

function refundedWithout(): string {
  // Of a line that nobody paid nothing is given back.
  return `settled IS NOT NULL AND (NOT lined OR paid IS NOT NULL) AND order_refunds.refund IS NULL
    AND refund_status IN ${textList(REFUNDED_STATUSES)}`;
}

/** Reports the columns that a file of orders lacks and that its orders ask for. */
export async function reportColumnsWanting(
  tables: readonly Table[],
  context: MonthContext,
): Promise<void> {
  for (const { id, of, ofNear, without } of WANTED) {
    for (const table of tables.filter((each) => makesOrders(each) && !says(each, id))) {
      const { match } = table;
      // What an export never has, it does not lack: its rows say by other columns what was paid or refunded.
      const column = match.reader.columns.find((each) => each.id === id);
      if (column === undefined) continue;
      const isNear = nearestHeader(match, column, READERS) !== undefined;
      const { orders } = await ordersOf(table, (isNear ? ofNear : of)(context), context);
      if (orders > 0) {
        reportMissing(column, headerPlace(table), match, READERS, context.problems);
        continue;
      }
      const left = await ordersOf(table, ofNear(context), context);
      if (without !== undefined && left.orders > 0) {
        context.problems.report(without, headerPlace(table), { params: left });
      }
    }
  }
}

/** How many orders of a file a condition holds of, and what they cost together. */
async function ordersOf({ file }: Table, condition: string, { engine }: MonthContext) {
  const [row = {}] = await engine.query(`
    SELECT count(*) AS orders, coalesce(sum(cost), 0) AS sum
    FROM (
      SELECT DISTINCT order_id, order_refunds.amount AS cost
      FROM order_refunds
      JOIN intake_orders USING (order_id)
      WHERE file = ${sqlLiteral(file)} AND ${condition}
    )`);
  return { orders: Number(row.orders), sum: yuan(row.sum) };
}
