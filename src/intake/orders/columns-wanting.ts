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
import { makesOrders } from './order-files.js';
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
  /** More of them: those of a file that has, it seems, the column under another name. */
  readonly near?: {
    readonly of: (context: MonthContext) => string;
    /** Told of them where no header comes near. */
    readonly otherwise: 'no-payment-column';
  };
}

const WANTED: readonly WantedColumn[] = [
  {
    id: 'paid_at',
    of: (context) =>
      `${unpaidIn(context)} AND plain_status(status) IN ${textList(GOING_ON_STATUSES)}`,
    near: {
      // All but those whose status says that nobody paid.
      of: (context) => `${unpaidIn(context)}
        AND NOT is_deleted(coalesce(status, ''))
        AND coalesce(plain_status(status) NOT IN ${textList([...UNPAID_STATUSES, ...CLOSED_STATUSES])}, true)`,
      otherwise: 'no-payment-column',
    },
  },
  { id: 'refund_amount', of: refundedWithout },
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
  for (const wanted of WANTED) {
    for (const table of tables.filter((each) => makesOrders(each) && !says(each, wanted.id))) {
      await reportWanting(wanted, table, context);
    }
  }
}

async function reportWanting(
  { id, of, near }: WantedColumn,
  table: Table,
  context: MonthContext,
): Promise<void> {
  const { match } = table;
  // What an export never has, it does not lack: its rows say by other columns what was paid or refunded.
  const column = match.reader.columns.find((each) => each.id === id);
  if (column === undefined) return;
  const isNear = nearestHeader(match, column, READERS) !== undefined;
  const asking = isNear && near !== undefined ? near.of : of;
  if ((await ordersOf(table, asking(context), context)).orders > 0) {
    reportMissing(column, headerPlace(table), match, READERS, context.problems);
  } else if (!isNear && near !== undefined) {
    const params = await ordersOf(table, near.of(context), context);
    if (params.orders > 0) {
      context.problems.report(near.otherwise, headerPlace(table), { params });
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
