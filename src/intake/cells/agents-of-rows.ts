import { sqlFile } from '../../lib/sql-file.js';
import type { MonthContext } from '../facts/month-context.js';

/** Rows that have just been loaded, as SQL. */
interface Loaded {
  readonly table: string;
  /** Which rows of the table they are. */
  readonly these: string;
  /** The time that says whose an account is in a row. */
  readonly time: string;
  /** What else is set, by column, from `of_day.agent` and the account, `of_day.name`. */
  readonly also: Readonly<Record<string, string>>;
}

/**
 * Says whose the rows of accounts are that were not one agent's always, by the business day of each row. Where
 * the roster has no such account, nothing is asked of the rows.
 */
export async function assignAgentsByDay(loaded: Loaded, context: MonthContext): Promise<void> {
  const { roster, engine, settings } = context;
  if (!roster.isDated) return;
  const { table, these, time, also } = loaded;
  const assignments = Object.entries(also).map(([column, value]) => `, ${column} = ${value}`);
  await engine.run(
    sqlFile(new URL('./agents-of-rows.sql', import.meta.url), {
      table,
      these,
      time,
      day_starts_at: String(settings.dayStartsAt),
      also: assignments.join(''),
    }),
  );
}
