import { byCodePoints } from '../../lib/order.js';
import { sqlFile } from '../../lib/sql-file.js';
import { writtenAgent } from '../../shop/roster.js';
import type { MonthContext } from '../facts/month-context.js';
import { headerName, type Table } from '../files/table.js';
import type { LoadedRows } from './loaded-rows.js';

/**
 * Says whose the rows of accounts are that were not one agent's always, by the business day of each row. Where
 * the roster has no such account, nothing is asked of the rows.
 */
export async function assignAgentsByDay(
  file: Table,
  loaded: LoadedRows,
  context: MonthContext,
): Promise<void> {
  const { kind, table, these, also } = loaded;
  const { roster, engine, settings } = context;
  if (!roster.isDated) return;
  reportLeadingZeros(file, await datedNames(loaded, context), context);
  const assignments = Object.entries(also).map(([column, value]) => `, ${column} = ${value}`);
  await engine.run(
    sqlFile(new URL('./agents-of-rows.sql', import.meta.url), {
      table,
      these,
      time: `coalesce(${kind.dated.join(', ')})`,
      day_starts_at: String(settings.dayStartsAt),
      also: assignments.join(''),
    }),
  );
}

/** The names in loaded rows that do not mean the same agent on every day. */
async function datedNames(
  { table, these }: LoadedRows,
  { roster, engine }: MonthContext,
): Promise<readonly string[]> {
  if (roster.withoutLeadingZeros.size === 0) return [];
  const found = await engine.query(`
    SELECT DISTINCT name
    FROM dated_names
    JOIN (SELECT DISTINCT agent AS marker FROM ${table} WHERE agent < -1 AND ${these}) USING (marker)`);
  return found.map(({ name }) => String(name));
}

/** Tells of numbers that differ from an agent's id in noughts alone. */
export function reportLeadingZeros(
  file: Table,
  names: readonly string[],
  { roster, problems }: Pick<MonthContext, 'roster' | 'problems'>,
): void {
  for (const written of [...names].sort(byCodePoints)) {
    const agent = roster.withoutLeadingZeros.get(written);
    if (agent === undefined) continue;
    const place = { file: file.file, column: headerName(file, 'agent') };
    const params = { written, agent: writtenAgent(agent) };
    problems.report('id-without-noughts', place, { params, cell: written });
  }
}
