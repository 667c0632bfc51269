import type { Vocabulary } from '../../catalogue/vocabulary.js';
import { sqlFile } from '../../lib/sql-file.js';
import { assignAgentsByDay } from '../cells/agents-of-rows.js';
import { ACCOUNT, DURATION, oneOf, TIME, YES_NO } from '../cells/cell-kinds.js';
import { loadScan, onShareRead } from '../cells/scan.js';
import { reportAccounts } from '../cells/unknown-accounts.js';
import { type RowKind, readCells, wrongIf } from '../cells/valid-row.js';
import { textList } from '../cells/words-sql.js';
import { checkMonth, noteRange, rangeOf } from '../cells/wrong-month.js';
import { findWrongRows } from '../cells/wrong-rows.js';
import { count, type MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';

/** Which way a call went. */
export const DIRECTIONS: Vocabulary<'in' | 'out'> = {
  in: { zh: '呼入', en: 'Inbound' },
  out: { zh: '呼出', en: 'Outbound' },
};

/** A row of calls. Nobody took one that was not answered; one that was, somebody did. */
const CALL: RowKind = {
  columns: [
    { id: 'time', as: 'time', read: TIME, required: true },
    { id: 'answered', as: 'answered', read: YES_NO, required: true },
    { id: 'direction', as: 'direction', read: oneOf(DIRECTIONS) },
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
  const [next] = await engine.query('SELECT coalesce(max(rowid) + 1, 0) AS next FROM calls');
  const start = Number(next?.next);
  const loaded = await loadScan(table, context, async (scan) => {
    await engine.run(
      sqlFile(new URL('./load-calls.sql', import.meta.url), {
        cells: readCells(table, CALL.columns, scan),
        wrong: wrongIf(CALL.columns),
      }),
      onShareRead(table, context),
    );
    return { isWhole: scan.isWhole };
  });
  if (loaded === undefined) return undefined;
  const also = {
    direction: 'CASE WHEN of_day.agent IS NULL THEN of_day.name ELSE direction END',
  };
  const these = `calls.rowid >= ${start}`;
  await assignAgentsByDay({ table: 'calls', these, time: 'time', also }, context);
  const unknown = `agent IS NULL AND direction NOT IN ${textList(Object.keys(DIRECTIONS))}`;
  const [found = {}] = await engine.query(`
    SELECT
      count(*) AS rows,
      count(*) FILTER (time >= ${span.from} AND time < ${span.to}) AS in_month,
      min(time) AS first,
      max(time) AS last,
      count(*) FILTER (time IS NULL OR agent = -1) AS wrong
    FROM calls WHERE rowid >= ${start}`);
  const rows = Number(found.rows);
  const range = rangeOf(found);
  count(context, 'calls.read', rows);
  noteRange(table, range, context);
  if (Number(found.wrong) > 0) {
    await findWrongRows(table, CALL, Number(found.wrong), context);
    return undefined;
  }
  if (!loaded.isWhole) return undefined;
  checkMonth(table, range, context);
  const accounts = await engine.query(`
    SELECT direction AS account, count(*) AS rows FROM calls WHERE rowid >= ${start} AND ${unknown}
    GROUP BY direction ORDER BY count(*) DESC, direction`);
  reportAccounts(table, 'calls', accounts, context);
  await engine.run(`DELETE FROM calls WHERE rowid >= ${start} AND ${unknown}`);
  return rows;
}
