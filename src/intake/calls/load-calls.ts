import { CALL_DIRECTIONS, idsOf } from '../../catalogue/vocabulary.js';
import { decimal } from '../../lib/decimal.js';
import { sqlFile } from '../../lib/sql-file.js';
import { assignAgentsByDay } from '../cells/agents-of-rows.js';
import { ACCOUNT, DURATION, TIME, wordIn, YES_NO } from '../cells/cell-kinds.js';
import { countLoadedRows, type LoadedRows, nextRow, rowsFound } from '../cells/loaded-rows.js';
import { loadScan, onShareRead } from '../cells/scan.js';
import { reportUnknownAccounts } from '../cells/unknown-accounts.js';
import { type RowKind, readCells, wrongIf } from '../cells/valid-row.js';
import { textList } from '../cells/words-sql.js';
import { checkMonth } from '../cells/wrong-month.js';
import type { MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';

/** A row of calls. Nobody took one that was not answered; one that was, somebody did. */
export const CALL: RowKind = {
  columns: [
    { id: 'time', as: 'time', read: TIME, required: true },
    { id: 'answered', as: 'answered', read: YES_NO, required: true },
    { id: 'direction', as: 'direction', read: wordIn(CALL_DIRECTIONS) },
    { id: 'talk_seconds', as: 'talk', read: DURATION },
    { id: 'hold_seconds', as: 'hold', read: DURATION },
    { id: 'wrap_seconds', as: 'wrap', read: DURATION },
    { id: 'ring_seconds', as: 'ring', read: DURATION },
    { id: 'agent', as: 'account', read: ACCOUNT, required: { where: 'answered', is: [true] } },
  ],
  dated: ['time'],
};

/**
 * Loads one file of phone calls into `calls`. Gives the number of rows; undefined, with the problems
 * reported, when the file is wrong.
 */
export async function loadCalls(table: Table, context: MonthContext): Promise<number | undefined> {
  const { engine, span } = context;
  const these = `calls.rowid >= ${await nextRow('calls', engine)}`;
  const scanned = await loadScan(table, context, async (scan) => {
    await engine.run(
      sqlFile(new URL('./load-calls.sql', import.meta.url), {
        cells: readCells(table, CALL.columns, scan),
        wrong: wrongIf(table, CALL.columns),
      }),
      onShareRead(table, context),
    );
    return { isWhole: scan.isWhole };
  });
  if (scanned === undefined) return undefined;
  const loaded: LoadedRows = {
    kind: CALL,
    table: 'calls',
    these,
    also: { direction: 'CASE WHEN of_day.agent IS NULL THEN of_day.name ELSE direction END' },
    account: 'direction',
    isUnknown: `agent IS NULL AND direction NOT IN ${textList(idsOf(CALL_DIRECTIONS))}`,
  };
  await assignAgentsByDay(table, loaded, context);
  const [found = {}] = await engine.query(`
    SELECT
      count(*) AS rows,
      count(*) FILTER (time >= ${span.from} AND time < ${span.to}) AS in_month,
      min(time) AS first,
      max(time) AS last,
      count(*) FILTER (time IS NULL OR agent = -1) AS wrong
    FROM calls WHERE ${these}`);
  const range = await countLoadedRows(table, CALL, rowsFound(found), scanned.isWhole, context);
  // What else is wrong is told in the same run.
  if (scanned.isWhole) await reportUnknownAccounts(table, loaded, context.roster, context);
  if (range === undefined) return undefined;
  checkMonth(table, range, context);
  await engine.run(`DELETE FROM calls WHERE ${these} AND ${loaded.isUnknown}`);
  await reportRepeated(table, these, context);
  return range.rows;
}

/** Tells how many calls stand twice: nobody takes two at the same second that last as long to the second. */
async function reportRepeated(
  table: Table,
  these: string,
  { engine, problems, span }: MonthContext,
): Promise<void> {
  const [found] = await engine.query(`
    SELECT count(*) AS rows, sum(talk) AS talk
    FROM (
      SELECT rowid AS at, talk, row_number() OVER (
        PARTITION BY time, agent, direction, talk, hold, wrap, ring ORDER BY rowid
      ) AS nth
      FROM calls
      WHERE answered AND agent IS NOT NULL AND time >= ${span.from} AND time < ${span.to}
    ) AS calls
    WHERE nth > 1 AND ${these.replace('rowid', 'at')}`);
  const rows = Number(found?.rows);
  if (rows === 0) return;
  const params = { rows, talk: decimal(String(found?.talk ?? 0)).toString() };
  problems.report('calls-repeated', { file: table.file }, { params });
}
