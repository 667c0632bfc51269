import { type Row as EngineRow, literal } from '../../lib/engine.js';
import { sqlFile } from '../../lib/sql-file.js';
import { assignAgentsByDay } from '../cells/agents-of-rows.js';
import { eachRow, reportSummaries } from '../cells/each-row.js';
import type { Row } from '../cells/row.js';
import { blankRow, onShareRead, type Scan, scanColumn } from '../cells/scan.js';
import { reportAccounts } from '../cells/unknown-accounts.js';
import { textList } from '../cells/words-sql.js';
import { checkMonth, noteRange, rangeOf } from '../cells/wrong-month.js';
import { checkAgent, findWrongRows } from '../cells/wrong-rows.js';
import { count, type MonthContext } from '../facts/month-context.js';
import { rowsName, type Table } from '../files/table.js';
import { SUMMARY_WORDS } from '../files/total-rows.js';
import {
  addedCells,
  addedColumns,
  checkFlag,
  flagWord,
  type LineOfRow,
  loadLines,
  says,
  sourceCell,
  sourceColumn,
  totalRow,
} from './order-scan.js';
import { REFUNDED_STATUSES } from './order-words.js';

/** Makes the tables that collect the rows of all files of orders, their refunds and their fakes. */
export async function prepareOrders(context: MonthContext): Promise<void> {
  await context.engine.run(
    sqlFile(new URL('./order-tables.sql', import.meta.url), {
      summary_words: SUMMARY_WORDS.join('|'),
    }),
  );
}

/** True for a file that says of orders what they cost and when they were paid: it makes orders. */
export function makesOrders(table: Table): boolean {
  const { layout } = table.match.reader;
  if (layout === 'orders') return true;
  const hasTime = says(table, 'created_at') || says(table, 'paid_at');
  return layout === 'order_items' && says(table, 'amount') && hasTime;
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
  const load = (scan: Scan, line: LineOfRow) => loadRows(table, scan, line, withShops, context);
  const loaded = await loadLines(table, context, load);
  if (loaded === undefined) return undefined;
  await assignAgentsByDay(
    {
      table: 'intake_orders',
      these: `file = ${literal(table.file)}`,
      time: 'coalesce(paid, created)',
      also: { wrong: 'wrong OR (NOT summary AND coalesce(of_day.agent, 0) = -1)' },
    },
    context,
  );
  const [found = {}] = await context.engine.query(
    sqlFile(new URL('./check-orders.sql', import.meta.url), {
      from: String(context.span.from),
      to: String(context.span.to),
      file: literal(table.file),
    }),
  );
  return checkOrders(table, found, loaded.isWhole, context);
}

async function loadRows(
  table: Table,
  scan: Scan,
  line: LineOfRow,
  withShops: boolean,
  context: MonthContext,
): Promise<void> {
  const { layout, orders: format } = table.match.reader;
  const rows = layout === 'order_items' ? 'line' : (format?.rows ?? 'order');
  await context.engine.run(
    sqlFile(new URL('./load-orders.sql', import.meta.url), {
      rows: scan.rows,
      blank: blankRow(scan),
      ...line,
      summary: totalRow(table),
      file: literal(table.file),
      grain: literal(rows),
      order_id: sourceCell(table, 'order_id'),
      line_id: sourceCell(table, 'line_id'),
      buyer: sourceCell(table, 'buyer'),
      shop: withShops ? scanColumn(table, 'shop') : 'CAST(NULL AS VARCHAR)',
      created_at: sourceCell(table, 'created_at'),
      paid_at: sourceCell(table, 'paid_at'),
      amount: sourceCell(table, 'amount'),
      amount_parts: addedCells(table, 'amount'),
      quantity: sourceCell(table, 'quantity'),
      status: sourceCell(table, 'status'),
      refund_amount: sourceCell(table, 'refund_amount'),
      refund_status: sourceCell(table, 'refund_status'),
      memo: sourceCell(table, 'memo'),
      flag: scanColumn(table, 'flag'),
      flag_word: flagWord(table),
      agent: scanColumn(table, 'agent'),
      says_created: String(says(table, 'created_at')),
      says_amount: String(says(table, 'amount')),
      says_refunds: String(says(table, 'refund_amount')),
      refunds_unsaid: String(format?.refundsUnsaid === true && says(table, 'refund_status')),
      needs_line_id: String(needs(table, 'line_id')),
    }),
    onShareRead(table, context),
  );
}

function needs({ match }: Table, column: string): boolean {
  return match.reader.columns.some(({ id, required }) => id === column && required === true);
}

async function checkOrders(
  table: Table,
  found: EngineRow,
  isWhole: boolean,
  context: MonthContext,
): Promise<number | undefined> {
  const range = rangeOf(found);
  const { rows } = range;
  const summaries = Number(found.summaries);
  count(context, `${rowsName(table)}.read`, rows + summaries);
  noteRange(table, range, context);
  if (Number(found.wrong) > 0) {
    await findWrongRows(table, Number(found.wrong), context, (row) =>
      checkOrder(table, row, context),
    );
    return undefined;
  }
  if (!isWhole) return undefined;
  reportSummaries(table, summaries, context);
  if (rows === 0 || range.first !== '') checkMonth(table, range, context);
  if (Number(found.unknown) > 0) {
    const accounts = await context.engine.query(`
      SELECT account, count(*) AS rows FROM intake_orders
      WHERE file = ${literal(table.file)} AND agent IS NULL AND account IS NOT NULL
      GROUP BY account ORDER BY count(*) DESC, account`);
    reportAccounts(table, 'orders', accounts, context);
  }
  return rows;
}

/** Reports what `wrong` of load-orders.sql marks. */
function checkOrder(table: Table, row: Row, context: MonthContext): void {
  const source = (column: string) => sourceColumn(table, row, column);
  const need = (column: string) => (says(table, column) ? 'required' : 'optional');
  row.id('order_id', 'required');
  row.id('line_id', needs(table, 'line_id') ? 'required' : 'optional');
  const created = row.time(source('created_at'), need('created_at'));
  const paid = row.time(source('paid_at'));
  row.amount(source('amount'), need('amount'));
  for (const column of addedColumns(table, 'amount')) row.amount(column);
  row.number(source('quantity'));
  row.amount(source('refund_amount'));
  checkFlag(table, row);
  checkAgent(row, paid ?? created, context);
}

async function loadRefunds(table: Table, context: MonthContext): Promise<number | undefined> {
  const { engine } = context;
  const file = literal(table.file);
  const loaded = await loadLines(table, context, (scan, line) =>
    engine.run(
      sqlFile(new URL('./load-refunds.sql', import.meta.url), {
        rows: scan.rows,
        blank: blankRow(scan),
        ...line,
        summary: totalRow(table),
        file,
        order_id: sourceCell(table, 'order_id'),
        refund_id: sourceCell(table, 'refund_id'),
        amount: sourceCell(table, 'refund_amount'),
        amount_parts: addedCells(table, 'refund_amount'),
        status: sourceCell(table, 'refund_status'),
        needs_refund_id: String(says(table, 'refund_id')),
        refunded: textList(REFUNDED_STATUSES),
      }),
      onShareRead(table, context),
    ),
  );
  if (loaded === undefined) return undefined;
  const [found = {}] = await engine.query(`
    SELECT
      count(*) AS rows,
      count(*) FILTER (summary) AS summaries,
      count(*) FILTER (wrong) AS wrong
    FROM intake_refunds
    WHERE file = ${file}`);
  count(context, `${rowsName(table)}.read`, Number(found.rows));
  if (Number(found.wrong) > 0) {
    await findWrongRows(table, Number(found.wrong), context, (row) => checkRefund(table, row));
    return undefined;
  }
  if (!loaded.isWhole) return undefined;
  reportSummaries(table, Number(found.summaries), context);
  return Number(found.rows) - Number(found.summaries);
}

/** Reports what `wrong` of load-refunds.sql marks. */
function checkRefund(table: Table, row: Row): void {
  row.id('order_id', 'required');
  row.id('refund_id', says(table, 'refund_id') ? 'required' : 'optional');
  const status = row.text(sourceColumn(table, row, 'refund_status'), 'required');
  const isMade = REFUNDED_STATUSES.includes(comparable(status ?? ''));
  row.amount(sourceColumn(table, row, 'refund_amount'), isMade ? 'required' : 'optional');
  for (const column of addedColumns(table, 'refund_amount')) row.amount(column);
}

/** As the macro of that name (order-tables.sql). */
function comparable(status: string): string {
  return status.toLowerCase().replaceAll('，', ',').replaceAll(' ', '');
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
