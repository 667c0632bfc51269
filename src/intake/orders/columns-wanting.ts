// A file may do without a column of payment times or refunds, unless it says itself that orders were paid or refunded,
// or has the column under another name: then sales, or what goes off them, would be 0 without a word.
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
import { rowsOfFiles } from './rows-of-files.js';

/** A column, and the orders (of `order_refunds`, each with its rows) of which it must say something. */
interface WantedColumn {
  readonly id: 'paid_at' | 'refund_amount';
  readonly of: (context: MonthContext) => string;
  /** The same of a file that has, it seems, the column under another name. */
  readonly ofNear: (context: MonthContext) => string;
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
  },
  {
    id: 'refund_amount',
    of: refundedWithout,
    ofNear: refundedWithout,
  },
];

function unpaidIn({ span }: MonthContext): string {
  const inMonth = `intake_orders.created BETWEEN ${span.from} AND ${span.to} - 1`;
  return `settled IS NULL AND coalesce(${inMonth}, true)`;
}

function refundedWithout(): string {
  return `settled IS NOT NULL AND order_refunds.refund IS NULL
    AND refund_status IN ${textList(REFUNDED_STATUSES)}`;
}

/** Reports the columns that a file of orders lacks and that its orders ask for. */
export async function reportColumnsWanting(
  tables: readonly Table[],
  context: MonthContext,
): Promise<void> {
  for (const { id, of, ofNear } of WANTED) {
    for (const table of tables.filter((each) => makesOrders(each) && !says(each, id))) {
      const { match } = table;
      // What an export never has, it does not lack: its rows say by other columns what was paid or refunded.
      const column = match.reader.columns.find((each) => each.id === id);
      if (column === undefined) continue;
      const isNear = nearestHeader(match, column, READERS) !== undefined;
      const rows = `(
        SELECT intake_orders.file FROM order_refunds JOIN intake_orders USING (order_id)
        WHERE ${(isNear ? ofNear : of)(context)})`;
      if ((await rowsOfFiles(rows, [table], context.engine)).length === 0) continue;
      reportMissing(column, headerPlace(table), match, READERS, context.problems);
    }
  }
}
