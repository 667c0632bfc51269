import type { EngineRow } from '../../lib/engine.js';
import { sqlFile } from '../../lib/sql-file.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import { shownCell } from '../cells/row.js';
import { count, type Findings } from '../facts/month-context.js';
import { headerName, rowsName, type Table } from '../files/table.js';

const SHOWN_CONFLICTS = 1000;

/** What lines of one order have in common that says their own amounts. */
const OF_LINED_ORDER = ['shop', 'buyer', 'flag', 'account'];

/** What lines have in common that repeat the whole order. */
const OF_WHOLE_ORDER = [
  'grain',
  ...OF_LINED_ORDER,
  'created',
  'paid',
  'amount',
  'status',
  'refund',
  'refund_status',
  'memo',
];

/** What makes two rows of one order, or of one line, the same. */
const OF_ROW = [...OF_WHOLE_ORDER, 'quantity'];

function contentOf(columns: readonly string[], rows: string): string {
  return `row(${columns.map((column) => `${rows}.${column}`).join(', ')})`;
}

/**
 * Takes out rows that say an order, a line or a refund once more in the same words, and tells of them;
 * reports those that say it in other words.
 */
export async function reportRepeated(tables: readonly Table[], findings: Findings): Promise<void> {
  const again = sqlFile(new URL('./repeated-orders.sql', import.meta.url), {
    later_content: contentOf(OF_ROW, 'later'),
    first_content: contentOf(OF_ROW, 'first_rows'),
  });
  await takeOut('order', 'intake_orders', again, tables, findings);
  const otherwise = sqlFile(new URL('./disagreeing-orders.sql', import.meta.url), {
    later_line: contentOf(OF_LINED_ORDER, 'later'),
    first_line: contentOf(OF_LINED_ORDER, 'first_rows'),
    later_order: contentOf(OF_WHOLE_ORDER, 'later'),
    first_order: contentOf(OF_WHOLE_ORDER, 'first_rows'),
  });
  await takeOut('order', 'intake_orders', otherwise, tables, findings);
  const refunds = sqlFile(new URL('./repeated-refunds.sql', import.meta.url));
  await takeOut('refund', 'intake_refunds', refunds, tables, findings);
}

async function takeOut(
  what: keyof typeof CODES,
  table: 'intake_orders' | 'intake_refunds',
  repeated: string,
  tables: readonly Table[],
  findings: Findings,
): Promise<void> {
  const { engine } = findings;
  await engine.run(`CREATE OR REPLACE TEMP TABLE repeated AS ${repeated}`);
  const shown = await engine.query(`
    SELECT *
    FROM (
      SELECT
        *,
        row_number() OVER (PARTITION BY file, identical ORDER BY place) AS nth,
        count(*) OVER (PARTITION BY file, identical) AS rows
      FROM repeated
    )
    WHERE nth <= CASE WHEN identical THEN 1 ELSE ${SHOWN_CONFLICTS} END
    ORDER BY place`);
  report(what, shown, tables, findings);
  await engine.run(`DELETE FROM ${table} WHERE rowid IN (SELECT place FROM repeated)`);
  await engine.run('DROP TABLE repeated');
}

const CODES = {
  order: { same: 'duplicate-order', other: 'conflicting-order' },
  refund: { same: 'duplicate-refund', other: 'conflicting-refund' },
} as const satisfies Record<string, { readonly same: ProblemCode; readonly other: ProblemCode }>;

function report(
  what: keyof typeof CODES,
  repeated: readonly EngineRow[],
  tables: readonly Table[],
  findings: Findings,
): void {
  for (const table of tables) {
    const here = repeated.filter(({ file }) => file === table.file);
    if (here.length > 0) reportIn(table, what, here, findings);
  }
}

function reportIn(
  table: Table,
  what: keyof typeof CODES,
  here: readonly EngineRow[],
  findings: Findings,
): void {
  const { problems } = findings;
  const { same, other } = CODES[what];
  const id = what === 'refund' && table.match.positions.has('refund_id') ? 'refund_id' : 'order_id';
  const column = headerName(table, id);
  const [alike] = here.filter(({ identical }) => identical === true);
  if (alike !== undefined) {
    const rows = Number(alike.rows);
    count(findings, `${rowsName(table)}.duplicate`, rows);
    const order = shownCell(String(alike.order_id));
    const place = { file: table.file, line: Number(alike.line), column };
    problems.report(same, place, { cell: order, params: { rows, order } });
  }
  const conflicts = here.filter(({ identical }) => identical !== true);
  for (const row of conflicts) {
    const order = shownCell(String(row.order_id));
    const place = { file: table.file, line: Number(row.line), column };
    const params = { order, other: String(row.first_file), line: Number(row.first_line) };
    problems.report(other, place, { cell: order, params });
  }
  const more = Number(conflicts[0]?.rows ?? 0) - conflicts.length;
  if (more > 0) problems.report('more-problems', { file: table.file }, { params: { count: more } });
}
