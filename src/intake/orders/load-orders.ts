import { sqlLiteral } from '../../lib/engine.js';
import { sqlFile } from '../../lib/sql-file.js';
import { assignAgentsByDay } from '../cells/agents-of-rows.js';
import { eachRow } from '../cells/each-row.js';
import { countLoadedRows, type LoadedRows, rowsFound } from '../cells/loaded-rows.js';
import { onShareRead, type Scan } from '../cells/scan.js';
import { says } from '../cells/source-columns.js';
import { reportCutIds } from '../cells/spreadsheet-ids.js';
import { reportUnknownAccounts } from '../cells/unknown-accounts.js';
import { type Along, type RowKind, readCells, wrongIf } from '../cells/valid-row.js';
import { checkMonth } from '../cells/wrong-month.js';
import type { MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';
import { SUMMARY_WORDS } from '../files/total-rows.js';
import { ITEM_COLUMNS, lowestAmount, orderRow, refundRow, wholeAmount } from './order-columns.js';
import { type LineOfRow, loadLines, totalRow } from './order-scan.js';
import { checkRefundSigns } from './refund-signs.js';

/** Makes the tables that collect the rows of all files of orders, their refunds and their fakes. */
export async function prepareOrders(context: MonthContext): Promise<void> {
  await context.engine.run(
    sqlFile(new URL('./order-tables.sql', import.meta.url), {
      summary_words: SUMMARY_WORDS.join('|'),
    }),
  );
}

/**
 * Loads the rows of one file of orders, items or refunds, or of a list of fake orders. `withShops`: the
 * shop column counts. Gives the number of rows; undefined, with the problems reported, when it is wrong.
 */
export async function loadOrders(
  table: Table,
  withShops: boolean,
  context: MonthContext,
): Promise<number | undefined> {
  const { layout } = table.match.reader;
  if (layout === 'fake_orders') return loadFakes(table, context);
  if (layout === 'order_refunds') return loadRefunds(table, context);
  const kind = orderRow(table, context.withItems);
  const scanned = await loadLines(table, context, (scan, line) =>
    loadRows(table, kind, scan, line, withShops, context),
  );
  if (scanned === undefined) return undefined;
  const loaded: LoadedRows = {
    kind,
    table: 'intake_orders',
    these: `file = ${sqlLiteral(table.file)}`,
    also: { wrong: 'wrong OR (NOT summary AND coalesce(of_day.agent, 0) = -1)' },
    account: 'account',
    isUnknown: 'agent IS NULL AND account IS NOT NULL',
    isOfBuyer: 'agent_called(buyer) IS NOT NULL OR account IN (SELECT buyer FROM intake_orders)',
  };
  await assignAgentsByDay(table, loaded, context);
  await reportCutIds(table, `intake_orders WHERE ${loaded.these}`, context);
  const [found = {}] = await context.engine.query(
    sqlFile(new URL('./check-orders.sql', import.meta.url), {
      from: String(context.span.from),
      to: String(context.span.to),
      these: loaded.these,
    }),
  );
  const range = await countLoadedRows(table, kind, rowsFound(found), scanned.isWhole, context);
  // What else is wrong is told in the same run.
  if (scanned.isWhole) {
    await reportUnknownAccounts(table, loaded, context.roster, context);
    await checkRefundSigns(table, kind, context);
  }
  if (range === undefined) return undefined;
  if (range.rows === 0 || range.first !== '') {
    checkMonth(table, range, context, context.settings.aftersalesDays);
  }
  return range.rows;
}

async function loadRows(
  table: Table,
  { columns }: RowKind,
  scan: Scan,
  line: LineOfRow,
  withShops: boolean,
  context: MonthContext,
): Promise<void> {
  const { layout, orders: format } = table.match.reader;
  await context.engine.run(
    sqlFile(new URL('./load-orders.sql', import.meta.url), {
      cells: readCells(table, columns, scan, alongOf(table, line)),
      wrong: wrongIf(table, columns),
      file: sqlLiteral(table.file),
      grain: sqlLiteral(layout === 'order_items' ? 'line' : (format?.rows ?? 'order')),
      ...itemsOf(context),
      shop: withShops ? "coalesce(shop, '')" : "''",
      amount: wholeAmount(table, 'amount'),
      says_created: String(says(table, 'created_at')),
      says_refunds: String(says(table, 'refund_amount')),
      refunds_unsaid: String(format?.refundsUnsaid === true && says(table, 'refund_status')),
    }),
    onShareRead(table, context),
  );
}

/** What the engine calls the columns of items, or that none is read. */
function itemsOf({ withItems }: MonthContext): Readonly<Record<string, string>> {
  return Object.fromEntries(ITEM_COLUMNS.map(({ as }) => [as, withItems ? as : 'NULL']));
}

function alongOf(table: Table, { line_source, line }: LineOfRow): Along {
  return { ofRow: { line_source, summary: totalRow(table) }, inOrder: { line } };
}

async function loadRefunds(table: Table, context: MonthContext): Promise<number | undefined> {
  const { engine } = context;
  const file = sqlLiteral(table.file);
  const kind = refundRow(table);
  const scanned = await loadLines(table, context, (scan, line) =>
    engine.run(
      sqlFile(new URL('./load-refunds.sql', import.meta.url), {
        cells: readCells(table, kind.columns, scan, alongOf(table, line)),
        wrong: wrongIf(table, kind.columns),
        file,
        amount: wholeAmount(table, 'refund_amount'),
        lowest: lowestAmount(table, 'refund_amount'),
        says_time: String(says(table, 'refunded_at')),
      }),
      onShareRead(table, context),
    ),
  );
  if (scanned === undefined) return undefined;
  await reportCutIds(table, `intake_refunds WHERE file = ${file}`, context);
  const [found = {}] = await engine.query(`
    SELECT
      count(*) FILTER (NOT summary) AS rows,
      count(*) FILTER (summary) AS summaries,
      count(*) FILTER (wrong) AS wrong
    FROM intake_refunds
    WHERE file = ${file}`);
  const range = await countLoadedRows(table, kind, rowsFound(found), scanned.isWhole, context);
  if (scanned.isWhole) await checkRefundSigns(table, kind, context);
  return range?.rows;
}

async function loadFakes(table: Table, context: MonthContext): Promise<number | undefined> {
  const ids: string[] = [];
  const rows = await eachRow(table, context, (row) => {
    const id = row.id('order_id', 'required');
    if (id !== undefined) ids.push(id);
  });
  await context.engine.append(
    'fake_ids',
    ids.map((id) => [id]),
  );
  return rows;
}
