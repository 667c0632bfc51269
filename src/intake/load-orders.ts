import { FLAGS } from '../catalogue/vocabulary.js';
import { type Row as EngineRow, literal } from '../lib/engine.js';
import { countLines } from './decode.js';
import { checkAgent, findWrongRows, reportAccounts } from './load-chats.js';
import { count, type MonthContext } from './month-context.js';
import { shorten } from './row.js';
import { blankRow, loadScan, onShareRead, rewrite, type Scan, scanColumn } from './scan.js';
import { sqlFile } from './sql-file.js';
import { headerName, type Table } from './table.js';
import { anyPattern, textList, wordOf } from './words-sql.js';
import { checkMonth, noteRange, rangeOf } from './wrong-month.js';

/** Statuses of an order that is not paid, whatever its time of payment says. */
export const UNPAID_STATUSES: readonly string[] = [
  '等待买家付款',
  '等待付款',
  '待付款',
  '待支付',
  '未付款',
  '未支付',
  'unpaid',
  'pending payment',
];

/** Statuses of an order that is completed: received, and nothing left to do. */
export const COMPLETED_STATUSES: readonly string[] = [
  '交易成功',
  '交易完成',
  '订单完成',
  '已完成',
  '完成',
  '已收货',
  'completed',
  'finished',
];

/** Statuses of a refund that was made. */
export const REFUNDED_STATUSES: readonly string[] = ['退款成功', 'success'];

/** Makes the table that collects the rows of all order files. */
export async function prepareOrders(context: MonthContext): Promise<void> {
  await context.engine.run(sqlFile('orders-table.sql'));
}

/**
 * Loads the rows of one order file. `withShops`: the shop column counts. Gives the number of rows;
 * undefined, with the problems reported, when the file is wrong.
 */
export async function loadOrders(
  table: Table,
  withShops: boolean,
  context: MonthContext,
): Promise<number | undefined> {
  const loaded = await loadScan(table, context, async (scan) => {
    const line = await lineOf(scan, context);
    if (line !== undefined) {
      await loadRows(table, { scan, line }, withShops, context);
      return { isWhole: scan.isWhole };
    }
    // Blank lines have shifted the lines: the tolerant parser knows each row's own.
    const rewritten = await rewrite(table, context);
    if (rewritten === undefined) return undefined;
    const lines = { scan: rewritten, line: `CAST(${rewritten.line} AS INTEGER)` };
    await loadRows(table, lines, withShops, context);
    return { isWhole: rewritten.isWhole };
  });
  if (loaded === undefined) return undefined;
  const [found = {}] = await context.engine.query(
    sqlFile('orders-check.sql', {
      from: String(context.span.from),
      to: String(context.span.to),
      file: literal(table.file),
    }),
  );
  return check(table, found, loaded.isWhole, context);
}

async function loadRows(
  table: Table,
  { scan, line }: { readonly scan: Scan; readonly line: string },
  withShops: boolean,
  context: MonthContext,
): Promise<void> {
  const column = (id: string) => scanColumn(table, id);
  await context.engine.run(
    sqlFile('orders.sql', {
      rows: scan.rows,
      blank: blankRow(scan),
      line,
      file: literal(table.file),
      order_id: column('order_id'),
      buyer: column('buyer'),
      shop: withShops ? column('shop') : 'CAST(NULL AS VARCHAR)',
      created_at: column('created_at'),
      paid_at: column('paid_at'),
      amount: column('amount'),
      quantity: column('quantity'),
      status: column('status'),
      refund_amount: column('refund_amount'),
      refund_status: column('refund_status'),
      memo: column('memo'),
      flag: column('flag'),
      flag_word: wordOf(column('flag'), FLAGS),
      agent: column('agent'),
    }),
    onShareRead(table, context),
  );
}

/** SQL for the line of each row; undefined when a line was passed over, so that it cannot be reckoned. */
async function lineOf(scan: Scan, { engine }: MonthContext): Promise<string | undefined> {
  if (scan.line !== undefined) return `CAST(${scan.line} AS INTEGER)`;
  const lines = await countLines(scan.path);
  const countOf = async (what: string): Promise<number> => {
    const [row] = await engine.query(`SELECT ${what} AS count FROM ${scan.rows}`);
    return Number(row?.count) + scan.linesToSkip;
  };
  const place = `${scan.linesToSkip} + row_number() OVER ()`;
  // Whatever shifts lines only adds to them: with as many lines as rows, every line is a row.
  if ((await countOf('count(*)')) === lines) return place;
  const breaks = breaksOf(scan);
  if ((await countOf(`count(*) + coalesce(sum(${breaks}), 0)`)) !== lines) return undefined;
  return `${place} + sum(${breaks}) OVER (ROWS UNBOUNDED PRECEDING) - ${breaks}`;
}

/** SQL for the number of line breaks inside the cells of a row: each moves the rows below it down. */
function breaksOf(scan: Scan): string {
  const cells = Array.from({ length: scan.columns }, (_, at) => `c${at}`);
  const text = `concat(${cells.join(', ')})`;
  return `(length(${text}) - length(replace(${text}, chr(10), '')))`;
}

async function check(
  table: Table,
  found: EngineRow,
  isWhole: boolean,
  context: MonthContext,
): Promise<number | undefined> {
  const rows = Number(found.rows);
  const range = rangeOf(found);
  count(context, 'orders.read', rows);
  noteRange(table, range, context);
  if (Number(found.wrong) > 0) {
    await findWrongRows(table, Number(found.wrong), context, (row) => {
      row.id('order_id', 'required');
      row.time('created_at', 'required');
      row.time('paid_at');
      row.amount('amount', 'required');
      row.number('quantity');
      row.amount('refund_amount');
      row.word('flag', FLAGS);
      checkAgent(row, context);
    });
    return undefined;
  }
  if (!isWhole) return undefined;
  checkMonth(table, range, context);
  if (Number(found.unknown) > 0) {
    const accounts = await context.engine.query(`
      SELECT account, count(*) AS rows FROM intake_orders
      WHERE file = ${literal(table.file)} AND agent IS NULL AND account IS NOT NULL
      GROUP BY account ORDER BY count(*) DESC, account`);
    reportAccounts(table, 'orders', accounts, context);
  }
  return rows;
}

const SHOWN_CONFLICTS = 1000;

/** What makes two rows of one order the same. */
const COMPARED = [
  'shop',
  'buyer',
  'created',
  'paid',
  'amount',
  'quantity',
  'status',
  'refund',
  'refund_status',
  'memo',
  'flag',
  'account',
];

function contentOf(rows: string): string {
  return `row(${COMPARED.map((column) => `${rows}.${column}`).join(', ')})`;
}

/** Takes out fake and repeated orders and fills `orders`, once all files are loaded. */
export async function finishOrders(tables: readonly Table[], context: MonthContext): Promise<void> {
  await dropFakeOrders(context);
  await reportRepeated(tables, context);
  await context.engine.run(
    sqlFile('orders-finish.sql', {
      unpaid: textList(UNPAID_STATUSES),
      completed: textList(COMPLETED_STATUSES),
      refunded: textList(REFUNDED_STATUSES),
    }),
  );
  await reportMasked(tables, context);
}

async function dropFakeOrders(context: MonthContext): Promise<void> {
  const { ids, memos } = context.shop.config.exclude;
  const fake = `${anyPattern('order_id', ids)} OR ${anyPattern("coalesce(memo, '')", memos)}`;
  const [row] = await context.engine.query(
    `SELECT count(*) AS rows FROM intake_orders WHERE ${fake}`,
  );
  const rows = Number(row?.rows);
  if (rows === 0) return;
  count(context, 'orders.fake', rows);
  await context.engine.run(`DELETE FROM intake_orders WHERE ${fake}`);
}

async function reportRepeated(tables: readonly Table[], context: MonthContext): Promise<void> {
  const { engine, problems } = context;
  const repeated = await engine.query(
    sqlFile('orders-repeated.sql', {
      later_content: contentOf('later'),
      first_content: contentOf('first_rows'),
    }),
  );
  for (const table of tables) {
    const here = repeated.filter(({ file }) => file === table.file);
    const column = headerName(table, 'order_id');
    const same = here.filter(({ identical }) => identical === true);
    const [first] = same;
    if (first !== undefined) {
      count(context, 'orders.duplicate', same.length);
      const order = shorten(String(first.order_id));
      const place = { file: table.file, line: Number(first.line), column };
      const params = { rows: same.length, order };
      problems.report('duplicate-order', place, { cell: order, params });
    }
    const conflicts = here.filter(({ identical }) => identical !== true);
    for (const row of conflicts.slice(0, SHOWN_CONFLICTS)) {
      const order = shorten(String(row.order_id));
      const place = { file: table.file, line: Number(row.line), column };
      const params = { order, other: String(row.first_file), line: Number(row.first_line) };
      problems.report('conflicting-order', place, { cell: order, params });
    }
    if (conflicts.length > SHOWN_CONFLICTS) {
      const params = { count: conflicts.length - SHOWN_CONFLICTS };
      problems.report('more-problems', { file: table.file }, { params });
    }
  }
}

async function reportMasked(tables: readonly Table[], context: MonthContext): Promise<void> {
  const masked = await context.engine.query(
    'SELECT file, count(*) AS rows FROM orders WHERE buyer IS NULL GROUP BY file',
  );
  for (const table of tables) {
    const rows = Number(masked.find(({ file }) => file === table.file)?.rows ?? 0);
    if (rows === 0) continue;
    count(context, 'orders.masked-buyer', rows);
    const place = { file: table.file, column: headerName(table, 'buyer') };
    context.problems.report('masked-buyers', place, { params: { rows } });
  }
}
