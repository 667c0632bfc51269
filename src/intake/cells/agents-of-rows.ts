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
  await reportLeadingZeros(file, loaded, context);
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

/** Tells of numbers that differ from an agent's id in noughts alone. */
async function reportLeadingZeros(
  file: Table,
  { table, these }: LoadedRows,
  { roster, engine, problems }: MonthContext,
): Promise<void> {
  if (roster.withoutLeadingZeros.size === 0) return;
  const found = await engine.query(`
    SELECT DISTINCT name
    FROM dated_names
    JOIN (SELECT DISTINCT agent AS marker FROM ${table} WHERE agent < -1 AND ${these}) USING (marker)
    ORDER BY name`);
  for (const { name } of found) {
    const written = String(name);
    const agent = roster.withoutLeadingZeros.get(written);
    if (agent === undefined) continue;
    const place = { file: file.file, column: headerName(file, 'agent') };
    const params = { written, agent: writtenAgent(agent) };
    problems.report('id-without-noughts', place, { params, cell: written });
  }
}
