import type { Layout } from '../../catalogue/columns.js';
import { sqlFile } from '../../lib/sql-file.js';
import { title } from '../../words/text.js';
import { limitProblems } from '../cells/scan.js';
import { shownCell } from '../cells/shown-cell.js';
import { sourceHeader } from '../cells/source-columns.js';
import { textList } from '../cells/words-sql.js';
import { count, type Findings, type MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';
import { hasFilesOf, makesOrders } from './order-files.js';
import { REFUNDED_STATUSES } from './order-words.js';
import { rowsOfFiles } from './rows-of-files.js';
import { yuan } from './yuan.js';

/**
 * Tells where refunds are from: sources that do not agree, refunds of more than was paid, refunds whose amount nobody says, closed orders of
 * which nobody says whether they were refunded, refunds and items of orders that are not there.
 */
export async function reportRefunds(
  tables: readonly Table[],
  findings: MonthContext,
): Promise<void> {
  for (const pair of PAIRS) await reportDifference(pair, tables, findings);
  await reportExcess(tables, findings);
  await reportOrders('refund-unsaid', UNSAID, tables, findings);
  await reportOrders('closed-without-refund', CLOSED, tables, findings);
  await reportOrders('refund-of-nothing', OF_NOTHING, tables, findings);
  await reportStrays(tables, findings);
}

/** Sources of refunds: files of refunds, files of items, files of orders. The first that names an order counts. */
type Source = 'by_refunds' | 'by_items' | 'by_order';

const FILES: Readonly<Record<Source, Layout>> = {
  by_refunds: 'order_refunds',
  by_items: 'order_items',
  by_order: 'orders',
};

const PAIRS: readonly {
  readonly used: Source;
  readonly other: Source;
  /** Of which orders `used` is what counts and `other` says something that is no more than it says. */
  readonly among: string;
}[] = [
  { used: 'by_refunds', other: 'by_items', among: 'items_said AND NOT items_unsaid' },
  { used: 'by_refunds', other: 'by_order', among: 'order_said AND NOT order_unsaid' },
  {
    used: 'by_items',
    other: 'by_order',
    among: 'by_refunds IS NULL AND NOT items_unsaid AND order_said AND NOT order_unsaid',
  },
];

async function reportDifference(
  { used, other, among }: (typeof PAIRS)[number],
  tables: readonly Table[],
  findings: Findings,
): Promise<void> {
  if (!hasFilesOf(FILES[used], tables) || !hasFilesOf(FILES[other], tables)) return;
  const [row = {}] = await findings.engine.query(`
    SELECT count(*) AS orders, coalesce(sum(${used}), 0) AS used, coalesce(sum(${other}), 0) AS other
    FROM order_refunds
    WHERE settled IS NOT NULL AND ${used} <> ${other} AND ${among}`);
  const orders = Number(row.orders);
  if (orders === 0) return;
  const name = (source: Source) => title(`refunds.${source}`);
  const params = {
    orders,
    used: name(used),
    other: name(other),
    sum: yuan(row.used),
    otherSum: yuan(row.other),
  };
  const [file, ...more] = tables.filter(({ match }) => match.reader.layout === FILES[used]);
  const place = file !== undefined && more.length === 0 ? file.file : findings.month;
  findings.problems.report('refunds-differ', { file: place }, { params });
}

/** Names the orders of the month of which more was given back than was paid: what counts is what was paid. */
async function reportExcess(
  tables: readonly Table[],
  { engine, problems, span }: MonthContext,
): Promise<void> {
  const found = await engine.query(
    sqlFile(new URL('./excess-refunds.sql', import.meta.url), {
      from: String(span.from),
      to: String(span.to),
      refunded: REFUNDED,
    }),
  );
  for (const table of tables) {
    const limited = limitProblems(problems, table.file);
    for (const row of found.filter(({ file }) => file === table.file)) {
      const column = sourceHeader(table, 'refund_amount');
      const place = { file: table.file, line: Number(row.line), column };
      const order = shownCell(String(row.order_id));
      const sums = { refund: yuan(row.refund), paid: yuan(row.amount), counted: yuan(row.counted) };
      limited.report('refund-above-paid', place, { params: { order, ...sums } });
    }
    limited.reportRest();
  }
}

const UNSAID = `settled IS NOT NULL AND by_refunds IS NULL
  AND CASE WHEN by_items IS NULL THEN order_unsaid ELSE items_unsaid END`;
/** Closed after payment: an amount of 0 says no more than none does, one that was asked for and refused says that it was not given. */
const CLOSED = `settled IS NOT NULL AND closed AND coalesce(refund, 0) = 0 AND amount > 0
  AND order_id NOT IN (SELECT order_id FROM intake_orders WHERE refund > 0)`;
const REFUNDED = textList(REFUNDED_STATUSES);
/** A status says that money was given back, and the amounts that it was nothing. */
const OF_NOTHING = `settled IS NOT NULL AND NOT coalesce(closed, false) AND counted = 0 AND amount > 0
  AND (
    order_id IN (SELECT order_id FROM intake_orders WHERE refund_status IN ${REFUNDED})
    OR order_id IN (SELECT target FROM refund_rows WHERE status IN ${REFUNDED})
  )`;

/** Reports how many orders of each file fulfil a condition. */
async function reportOrders(
  code: 'refund-unsaid' | 'closed-without-refund' | 'refund-of-nothing',
  condition: string,
  tables: readonly Table[],
  { engine, problems }: Findings,
): Promise<void> {
  const from = `
    (SELECT place FROM order_refunds WHERE ${condition})
    JOIN intake_orders ON intake_orders.rowid = place`;
  for (const [{ file }, orders] of await rowsOfFiles(from, tables, engine)) {
    problems.report(code, { file }, { params: { orders } });
  }
}

/** Counts the rows of refunds and items whose order no file has; those of fake orders are no news. */
async function reportStrays(tables: readonly Table[], findings: Findings): Promise<void> {
  const named = hasFilesOf('order_refunds', tables) || hasFilesOf('order_items', tables);
  if (!named || !tables.some(makesOrders)) return;
  const from = `
    (
      SELECT file FROM refund_rows
      WHERE target IS NULL
        AND order_id NOT IN (SELECT order_id FROM fake_orders)
        AND order_id NOT IN (SELECT line_id FROM fake_orders WHERE line_id IS NOT NULL)
      UNION ALL
      SELECT file FROM intake_orders
      ANTI JOIN made_orders USING (order_id)
      WHERE grain = 'line'
    )`;
  for (const [{ file }, rows] of await rowsOfFiles(from, tables, findings.engine)) {
    count(findings, 'orders.not-here', rows);
    findings.problems.report('order-not-here', { file }, { params: { rows } });
  }
}
