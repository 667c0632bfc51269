import type { EngineRow } from '../../lib/engine.js';
import { sqlFile } from '../../lib/sql-file.js';
import { title } from '../../words/text.js';
import { shownCell } from '../cells/shown-cell.js';
import { says, sourceHeader } from '../cells/source-columns.js';
import { count, type Findings } from '../facts/month-context.js';
import { headerName, rowsName, type Table } from '../files/table.js';
import {
  type Detail,
  OF_LINED_ORDER,
  OF_ORDER_ROW,
  OF_REFUND_ROW,
  OF_WHOLE_ORDER,
  ofFirst,
  saidIn,
  shownOf,
} from './order-details.js';
import { hasFilesOf } from './order-files.js';
import { newerOf, stateIn } from './order-states.js';

const SHOWN_CONFLICTS = 1000;

/** Rows that may be repeated. */
interface Rows {
  readonly table: 'intake_orders' | 'intake_refunds';
  readonly details: readonly Detail[];
  /** SQL of what messages call a row, and whether it is a line of several of its order. */
  readonly key: string;
  readonly isLine: string;
  readonly same: 'duplicate-order' | 'duplicate-refund';
}

const ORDERS: Rows = {
  table: 'intake_orders',
  details: OF_ORDER_ROW,
  key: 'later.order_id',
  isLine: "later.grain <> 'order'",
  same: 'duplicate-order',
};

const REFUNDS: Rows = {
  table: 'intake_refunds',
  details: OF_REFUND_ROW,
  key: 'coalesce(later.refund_id, later.order_id)',
  isLine: 'false',
  same: 'duplicate-refund',
};

/**
 * Takes out rows that say an order, a line or a refund once more in the same words, and tells of them;
 * reports those that say it in other words. What a line leaves unsaid of its order is filled from the others.
 */
export async function reportRepeated(tables: readonly Table[], findings: Findings): Promise<void> {
  if (await hasSeveralRows(findings)) {
    await takeOut(ORDERS, repeatedIn('./repeated-orders.sql', OF_ORDER_ROW), tables, findings);
    await reconcileLines(tables, findings);
  }
  if (!hasFilesOf('order_refunds', tables)) return;
  await takeOut(REFUNDS, repeatedIn('./repeated-refunds.sql', OF_REFUND_ROW), tables, findings);
}

/** Whether any order has more than one row: in most files none has, and nothing else is looked for. */
async function hasSeveralRows({ engine }: Findings): Promise<boolean> {
  const several = await engine.query(`
    SELECT order_id FROM intake_orders WHERE NOT wrong GROUP BY order_id HAVING count(*) > 1 LIMIT 1`);
  return several.length > 0;
}

/** Tells of lines of one order that contradict each other, and fills what a line leaves unsaid. */
async function reconcileLines(tables: readonly Table[], findings: Findings): Promise<void> {
  const { engine } = findings;
  await engine.run(detailsSql());
  const [several] = await engine.query('SELECT order_id FROM order_details LIMIT 1');
  if (several !== undefined) {
    await takeOut(ORDERS, disagreeingSql(), tables, findings);
    await engine.run(fillSql(OF_WHOLE_ORDER, false));
    await engine.run(fillSql(OF_LINED_ORDER, true));
  }
  await engine.run('DROP TABLE order_details');
}

/** Whose account it is that a row names. */
const AGENT: Detail = { as: 'agent' };

const nameOf = ({ as }: Detail): string => `'${as}'`;

function repeatedIn(file: string, details: readonly Detail[]): string {
  const differs = ({ as }: Detail) => `later.${as} IS DISTINCT FROM first_rows.${as}`;
  return sqlFile(new URL(file, import.meta.url), { what: ofFirst(details, differs, nameOf) });
}

function detailsSql(): string {
  const listed = [...OF_WHOLE_ORDER, AGENT].map((detail) => {
    const said = saidIn('intake_orders', detail);
    return `arg_min(${said}, rowid) AS ${detail.as},
  min(rowid) FILTER (${said} IS NOT NULL) AS ${detail.as}_place`;
  });
  return sqlFile(new URL('./order-details.sql', import.meta.url), {
    details: listed.join(',\n  '),
  });
}

function disagreeingSql(): string {
  const differs = (detail: Detail) => `${saidIn('later', detail)} <> order_details.${detail.as}`;
  return sqlFile(new URL('./disagreeing-orders.sql', import.meta.url), {
    line_differs: ofFirst(OF_LINED_ORDER, differs, nameOf),
    order_differs: ofFirst(OF_WHOLE_ORDER, differs, nameOf),
    first_place: ofFirst(OF_WHOLE_ORDER, differs, ({ as }) => `order_details.${as}_place`),
  });
}

function fillSql(details: readonly Detail[], isLine: boolean): string {
  const taken = [...details, AGENT];
  const filled = taken.map((detail) => {
    return `${detail.as} = coalesce(${saidIn('intake_orders', detail)}, order_details.${detail.as}, intake_orders.${detail.as})`;
  });
  const unsaid = taken.map((detail) => {
    return `(${saidIn('intake_orders', detail)} IS NULL AND order_details.${detail.as} IS NOT NULL)`;
  });
  return sqlFile(new URL('./fill-lines.sql', import.meta.url), {
    filled: filled.join(',\n  '),
    is_line: String(isLine),
    is_unsaid: unsaid.join(' OR '),
  });
}

async function takeOut(
  rows: Rows,
  repeated: string,
  tables: readonly Table[],
  findings: Findings,
): Promise<void> {
  const { engine } = findings;
  await engine.run(`CREATE OR REPLACE TEMP TABLE repeated AS ${repeated}`);
  await tellRepeated(rows, tables, findings);
  await engine.run(`
    DELETE FROM ${rows.table} WHERE rowid IN (SELECT place FROM repeated);
    DROP TABLE repeated`);
}

async function tellRepeated(
  rows: Rows,
  tables: readonly Table[],
  findings: Findings,
): Promise<void> {
  const { engine } = findings;
  // Nearly every month has none, and all orders would be looked through for them.
  const [any] = await engine.query('SELECT place FROM repeated LIMIT 1');
  if (any === undefined) return;
  const shown = await engine.query(
    sqlFile(new URL('./shown-repeated.sql', import.meta.url), {
      table: rows.table,
      key: rows.key,
      is_line: rows.isLine,
      here: shownOf(rows.details, 'later'),
      there: shownOf(rows.details, 'first_rows'),
      state_here: stateIn(rows.table, 'later'),
      state_there: stateIn(rows.table, 'first_rows'),
      most: String(SHOWN_CONFLICTS),
    }),
  );
  for (const table of tables) {
    const here = shown.filter(({ file }) => file === table.file);
    if (here.length > 0) reportIn(table, rows, here, tables, findings);
  }
}

function reportIn(
  table: Table,
  rows: Rows,
  here: readonly EngineRow[],
  tables: readonly Table[],
  findings: Findings,
): void {
  const { problems } = findings;
  const [alike] = here.filter(({ identical }) => identical === true);
  if (alike !== undefined) {
    const order = shownCell(String(alike.key));
    const place = { file: table.file, line: Number(alike.line), column: keyColumn(table) };
    count(findings, `${rowsName(table)}.duplicate`, Number(alike.rows));
    problems.report(rows.same, place, { cell: order, params: { rows: Number(alike.rows), order } });
  }
  const conflicts = here.filter(({ identical }) => identical !== true);
  for (const row of conflicts) reportConflict(table, rows, row, tables, findings);
  const more = Number(conflicts[0]?.rows ?? 0) - conflicts.length;
  if (more > 0) problems.report('more-problems', { file: table.file }, { params: { count: more } });
}

/** The header of the number of an order, or of a refund that has one. */
function keyColumn(table: Table): string {
  return headerName(table, table.match.positions.has('refund_id') ? 'refund_id' : 'order_id');
}

/** Names the detail in which a row contradicts another of its order or refund, and what both say. */
function reportConflict(
  table: Table,
  { table: of, details }: Rows,
  row: EngineRow,
  tables: readonly Table[],
  { problems }: Findings,
): void {
  const order = shownCell(String(row.key));
  const there = { order, other: String(row.first_file), line: Number(row.first_line) };
  const { column, words } = details.find(({ as }) => as === row.what) ?? {};
  if (column === undefined) {
    const place = { file: table.file, line: Number(row.line), column: keyColumn(table) };
    problems.report('order-in-two-exports', place, { cell: order, params: there });
    return;
  }
  const others = tables.filter(({ file }) => file === row.first_file);
  const saying = [table, ...others].find((each) => says(each, column)) ?? table;
  const params = {
    ...there,
    column: sourceHeader(saying, column),
    here: shownText(row.here, words),
    there: shownText(row.there, words),
  };
  const place = { file: table.file, line: Number(row.line), column: params.column };
  const files = newerOf(row);
  if (files !== undefined) {
    problems.report('exported-twice', place, { params: { ...params, ...files } });
    return;
  }
  const code = of === 'intake_refunds' ? 'conflicting-refund' : conflictOf(row.is_line === true);
  problems.report(code, place, { params });
}

function conflictOf(isLine: boolean): 'conflicting-lines' | 'conflicting-order' {
  return isLine ? 'conflicting-lines' : 'conflicting-order';
}

function shownText(cell: EngineRow[string] | undefined, words: Detail['words'] = {}) {
  if (cell === null || cell === undefined) return title('none-there');
  return words[String(cell)] ?? shownCell(String(cell));
}
