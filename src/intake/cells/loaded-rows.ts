import type { Engine, EngineRow } from '../../lib/engine.js';
import { count, type MonthContext, type Range } from '../facts/month-context.js';
import { rowsName, type Table } from '../files/table.js';
import { reportSummaries } from './each-row.js';
import type { RowKind } from './valid-row.js';
import { noteRange, rangeOf } from './wrong-month.js';
import { findWrongRows } from './wrong-rows.js';

/** Rows of a file that have just been loaded into a table of the engine, as SQL. */
export interface LoadedRows {
  readonly kind: RowKind;
  readonly table: string;
  /** Which rows of the table they are. */
  readonly these: string;
  /**
   * What else is set where an account was not one agent's always, by column, from `of_day.agent` and the
   * account, `of_day.name`.
   */
  readonly also: Readonly<Record<string, string>>;
  /** Where the account stands of those rows whose account nobody has, and which these are. */
  readonly account: string;
  readonly isUnknown: string;
}

/** The place of the row that a table of the engine gets next. */
export async function nextRow(table: string, engine: Engine): Promise<number> {
  const [row] = await engine.query(`SELECT coalesce(max(rowid) + 1, 0) AS next FROM ${table}`);
  return Number(row?.next);
}

/**
 * Counts the rows of a file that has been loaded. `found` is what the engine has found of them: `rows`, how many
 * of them are `wrong` and, beside them, `summaries`, and as `rangeOf` takes it the time that they are about.
 * Undefined, with the problems reported, when something in the file is wrong.
 */
export async function countLoadedRows(
  table: Table,
  kind: RowKind,
  found: EngineRow,
  isWhole: boolean,
  context: MonthContext,
): Promise<Range | undefined> {
  const range = rangeOf(found);
  const summaries = Number(found.summaries ?? 0);
  count(context, `${rowsName(table)}.read`, range.rows + summaries);
  noteRange(table, range, context);
  if (Number(found.wrong) > 0) {
    await findWrongRows(table, kind, Number(found.wrong), context);
    return undefined;
  }
  if (!isWhole) return undefined;
  reportSummaries(table, summaries, context);
  return range;
}
