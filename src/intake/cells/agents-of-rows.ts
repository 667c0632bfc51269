import { sqlFile } from '../../lib/sql-file.js';
import type { MonthContext } from '../facts/month-context.js';
import type { LoadedRows } from './loaded-rows.js';

/**
 * Says whose the rows of accounts are that were not one agent's always, by the business day of each row. Where
 * the roster has no such account, nothing is asked of the rows.
 */
export async function assignAgentsByDay(
  { kind, table, these, also }: LoadedRows,
  context: MonthContext,
): Promise<void> {
  const { roster, engine, settings } = context;
  if (!roster.isDated) return;
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
