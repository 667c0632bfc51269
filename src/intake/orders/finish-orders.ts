import { sqlLiteral } from '../../lib/engine.js';
import { sqlFile } from '../../lib/sql-file.js';
import type { Exclusions } from '../../shop/config.js';
import { shownCell } from '../cells/shown-cell.js';
import { says } from '../cells/source-columns.js';
import { anyPattern, textList } from '../cells/words-sql.js';
import { count, type Findings, type MonthContext } from '../facts/month-context.js';
import { headerName, type Table } from '../files/table.js';
import { reportColumnsWanting } from './columns-wanting.js';
import { hasFilesOf, makesOrders } from './order-files.js';
import { reportRefunds } from './order-refunds.js';
import {
  CLOSED_STATUSES,
  COMPLETED_STATUSES,
  GOING_ON_STATUSES,
  ORDER_STATUSES,
  REFUND_STATUSES,
  REFUNDED_STATUSES,
  SENT_STATUSES,
  UNPAID_STATUSES,
} from './order-words.js';
import { matchOrderZeros } from './order-zeros.js';
import { reportRepeated } from './repeated-orders.js';
import { rowsOfFiles } from './rows-of-files.js';
import { reportUnpaidOrders } from './unpaid-orders.js';

/** What each known status says, as rows of SQL: unpaid, going_on, sent, completed, closed. */
const STATUSES = [...new Set(ORDER_STATUSES)]
  .map((status) => {
    const says = [
      UNPAID_STATUSES,
      GOING_ON_STATUSES,
      SENT_STATUSES,
      COMPLETED_STATUSES,
      CLOSED_STATUSES,
    ].map((words) => words.includes(status));
    return `(${sqlLiteral(status)}, ${says.join(', ')})`;
  })
  .join(', ');

/** Takes out fake and repeated orders and fills `orders`, once all files are loaded. */
export async function finishOrders(tables: readonly Table[], context: MonthContext): Promise<void> {
  await dropTotals(context);
  await matchOrderZeros(tables, context);
  await reportStatuses(tables, context);
  await dropFakeOrders(tables, context.shop.config.exclude, context);
  await reportRepeated(tables, context);
  await context.engine.run(
    sqlFile(new URL('./finish-orders.sql', import.meta.url), {
      statuses: STATUSES,
      refunded: textList(REFUNDED_STATUSES),
      from: String(context.span.from),
      to: String(context.span.to),
    }),
  );
  if (context.withItems) {
    const refunded = textList(REFUNDED_STATUSES);
    await context.engine.run(
      sqlFile(new URL('./fill-order-lines.sql', import.meta.url), { refunded }),
    );
  }
  await reportColumnsWanting(tables, context);
  await reportUnpaidOrders(tables, context);
  reportWithoutOrders(tables, context);
  await reportRefunds(tables, context);
  await reportMasked(tables, context);
  await reportWithoutCreation(tables, context);
  await context.engine.run(sqlFile(new URL('./drop-order-tables.sql', import.meta.url)));
}

async function dropTotals({ engine }: Findings): Promise<void> {
  await engine.run(
    'DELETE FROM intake_orders WHERE summary; DELETE FROM intake_refunds WHERE summary',
  );
}

/** Lists the statuses that no platform is known to write: they decide nothing. */
async function reportStatuses(tables: readonly Table[], findings: Findings): Promise<void> {
  const found = await findings.engine.query(
    sqlFile(new URL('./unknown-statuses.sql', import.meta.url), {
      statuses: textList(ORDER_STATUSES),
      refund_statuses: textList(REFUND_STATUSES),
    }),
  );
  for (const table of tables) {
    const own = found.filter(({ file }) => file === table.file);
    if (own.length > MOST_STATUSES) {
      // So many are none: buyers, perhaps, whose column was swapped.
      const column = headerName(table, String(own[0]?.column));
      const rows = own.reduce((sum, row) => sum + Number(row.rows), 0);
      const params = { column, kinds: own.length, rows };
      findings.problems.report('not-a-status', { file: table.file, column }, { params });
      continue;
    }
    for (const row of own) {
      const column = headerName(table, String(row.column));
      const rows = Number(row.rows);
      const status = shownStatus(String(row.status), rows);
      const params = { status, rows };
      findings.problems.report(
        'unknown-status',
        { file: table.file, column },
        { cell: status, params },
      );
    }
  }
}

/**
 * A status as messages show it. A buyer may stand there where columns have moved: what is shown has two characters on
 * end that a known status has, or stands in many rows.
 */
function shownStatus(status: string, rows: number): string {
  const isLike = pairsIn(status).some((pair) => KNOWN_PAIRS.has(pair));
  return isLike || rows >= MANY_ROWS ? shownCell(status) : '…';
}

const MANY_ROWS = 10;
const KNOWN_PAIRS = new Set([...ORDER_STATUSES, ...REFUND_STATUSES].flatMap(pairsIn));

function pairsIn(text: string): readonly string[] {
  const characters = [...text];
  return characters.slice(1).map((each, at) => `${characters[at]}${each}`);
}

/** Platforms have some dozens of statuses, of which the known ones are not counted here. */
const MOST_STATUSES = 20;

async function dropFakeOrders(
  tables: readonly Table[],
  { ids, memos }: Exclusions,
  findings: Findings,
): Promise<void> {
  if (ids.length === 0 && memos.length === 0 && !hasFilesOf('fake_orders', tables)) return;
  const { engine } = findings;
  const listed = 'order_id IN (SELECT id FROM fake_ids) OR line_id IN (SELECT id FROM fake_ids)';
  const named = `${anyPattern('order_id', ids)} OR ${anyPattern("coalesce(memo, '')", memos)}`;
  await engine.run(
    sqlFile(new URL('./mark-fake-orders.sql', import.meta.url), {
      fake: `(${listed}) OR ${named}`,
    }),
  );
  await reportStrangers(tables, findings);
  const [row] = await engine.query('SELECT count(*) AS rows FROM fake_rows');
  const rows = Number(row?.rows);
  if (rows === 0) return;
  count(findings, 'orders.fake', rows);
  await engine.run('DELETE FROM intake_orders WHERE rowid IN (SELECT place FROM fake_rows)');
}

/** Tells of fake orders that no file of orders has: an id may be misspelt, and its order counted as a sale. */
async function reportStrangers(tables: readonly Table[], findings: Findings): Promise<void> {
  const lists = tables.filter(({ match }) => match.reader.layout === 'fake_orders');
  const [list] = lists;
  if (list === undefined || !tables.some(makesOrders)) return;
  const [row] = await findings.engine.query(`
    SELECT count(*) AS ids, min(id) AS example
    FROM (SELECT DISTINCT id FROM fake_ids)
    WHERE id NOT IN (SELECT order_id FROM intake_orders WHERE order_id IS NOT NULL)
      AND id NOT IN (SELECT line_id FROM intake_orders WHERE line_id IS NOT NULL)`);
  const ids = Number(row?.ids);
  if (ids === 0) return;
  const params = { ids, order: shownCell(String(row?.example)) };
  const place = lists.length === 1 ? { file: list.file } : { file: findings.month };
  findings.problems.report('fake-order-not-here', place, { params });
}

/** Refunds and items alone make no orders. */
function reportWithoutOrders(tables: readonly Table[], findings: Findings): void {
  const [table] = tables;
  if (table === undefined || tables.some(makesOrders)) return;
  findings.problems.report('no-order-file', { file: table.file });
}

async function reportMasked(tables: readonly Table[], findings: Findings): Promise<void> {
  const masked = 'orders WHERE buyer IS NULL';
  for (const [table, rows] of await rowsOfFiles(masked, tables, findings.engine)) {
    count(findings, 'orders.masked-buyer', rows);
    const { file } = table;
    const place = says(table, 'buyer') ? { file, column: headerName(table, 'buyer') } : { file };
    findings.problems.report('masked-buyers', place, { params: { rows } });
  }
}

/** Where a file does not say when orders were made, the time of payment stands for it. */
async function reportWithoutCreation(tables: readonly Table[], findings: Findings): Promise<void> {
  const silent = tables.filter((table) => makesOrders(table) && !says(table, 'created_at'));
  for (const [{ file }, orders] of await rowsOfFiles('orders', silent, findings.engine)) {
    findings.problems.report('no-creation-time', { file }, { params: { orders } });
  }
}
