import type { Engine, EngineRow } from '../../lib/engine.js';
import { count, type MonthContext, type Range } from '../facts/month-context.js';
import { rowsName, type Table } from '../files/table.js';
import { reportSummaries } from './each-row.js';
import type { RowKind } from './valid-row.js';
import { noteRange, type RowsInTime, rangeOf } from './wrong-month.js';
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
  /** Which of those are most likely about a buyer: the account stands in the place of one, or the other way round. */
  readonly isOfBuyer?: string;
}

/** The place of the row that a table of the engine gets next. */
export async function nextRow(table: string, engine: Engine): Promise<number> {
  const [row] = await engine.query(`SELECT coalesce(max(rowid) + 1, 0) AS next FROM ${table}`);
  return Number(row?.next);
}

/** What has been found of the rows of a file. */
interface FoundRows extends RowsInTime {
  /** In how many of them something is wrong. */
  readonly wrong: number;
  /** Rows of totals, which are beside them. */
  readonly summaries?: number;
}

/** What the engine has found, in `rows`, `in_month`, `first`, `last`, `wrong` and `summaries`. */
export function rowsFound(found: EngineRow): FoundRows {
  const number = (column: string, otherwise: number) => Number(found[column] ?? otherwise);
  return {
    rows: number('rows', 0),
    inMonth: number('in_month', 0),
    first: number('first', Number.NaN),
    last: number('last', Number.NaN),
    wrong: number('wrong', 0),
    summaries: number('summaries', 0),
  };
}

/** Counts the rows of a file that has been loaded. Undefined, with the problems reported, when something in it is wrong. */
export async function countLoadedRows(
  table: Table,
  kind: RowKind,
  found: FoundRows,
  isWhole: boolean,
  context: MonthContext,
): Promise<Range | undefined> {
  const range = rangeOf(found);
  const { wrong, summaries = 0 } = found;
  count(context, `${rowsName(table)}.read`, range.rows + summaries);
  noteRange(table, range, context);
  if (wrong > 0) {
    await findWrongRows(table, kind, wrong, context);
    return undefined;
  }
  if (!isWhole) return undefined;
  reportSummaries(table, summaries, context);
  return range;
}
