import type { MonthFacts } from '../../intake/facts/month-facts.js';
import { metricsSql, type SqlParameters } from './sql.js';

/** A file of this folder, by the name of what it makes of the tables of facts. */
interface View {
  /** The files whose tables and views it reads. */
  readonly reads: readonly ViewName[];
}

/** What stands between the facts and the rows that are counted. */
const STEPS = {
  buyers: { reads: [] },
  chat_days: { reads: [] },
  sessions: { reads: [] },
  credits: { reads: ['buyers', 'sessions'] },
} as const;

/**
 * Rows of the month, one for each thing that is counted, and the files without which there are none. All have
 * a column `agent`, NULL for what is nobody's, and `day`, the business day on which a row counts, but for runs
 * of days.
 */
const ROWS = {
  month_days: { reads: ['chat_days'], needs: ['chats'] },
  service_days: { reads: ['month_days'], needs: ['chats'] },
  slow_runs: { reads: ['service_days'], needs: ['chats'] },
  open_sessions: { reads: ['sessions', 'month_days'], needs: ['chats'] },

  month_orders: { reads: ['credits'], needs: ['orders'] },
  month_refunds: { reads: ['credits'], needs: ['orders'] },
  month_created: { reads: ['credits'], needs: ['orders'] },
  unconfirmed: { reads: ['credits'], needs: ['orders'] },
  unreviewed: { reads: ['credits'], needs: ['orders', 'complaints'] },
  assisted: { reads: ['credits'], needs: ['orders', 'chats'] },
  followed: { reads: ['sessions', 'credits'], needs: ['orders', 'chats'] },
  classified_consults: { reads: ['chat_days', 'credits'], needs: ['chats', 'orders'] },

  attendance: { reads: [], needs: ['attendance'] },
  presence: { reads: [], needs: ['attendance'] },
  verified_cases: { reads: [], needs: ['complaints'] },
  month_calls: { reads: [], needs: ['calls'] },
} as const;

export type ViewName = keyof typeof STEPS | CountedView;

/** The views whose rows are counted. */
export type CountedView = keyof typeof ROWS;

export const VIEWS: Readonly<Record<ViewName, View>> = { ...STEPS, ...ROWS };

/** Whether the month has the files whose rows a view counts. */
export function hasRows(name: CountedView, { files }: Pick<MonthFacts, 'files'>): boolean {
  return ROWS[name].needs.every((kind) => files.has(kind));
}

/** Makes everything that the month has files for, in an order in which each file finds what it reads. */
export async function makeViews(facts: MonthFacts, parameters: SqlParameters): Promise<void> {
  const counted = (Object.keys(ROWS) as CountedView[]).filter((name) => hasRows(name, facts));
  // The rows behind figures name the buyers, whether or not figures need their numbers.
  const statements = inOrder(['buyers', ...counted]).map((name) =>
    viewSql(name, facts, parameters),
  );
  await facts.engine.run(statements.join('\n'));
}

/** What makes a view; a view of orders over those of a filter, when one is given. */
export function viewSql(
  name: ViewName,
  facts: MonthFacts,
  parameters: SqlParameters,
  filter?: string,
): string {
  return metricsSql(`rows/${fileOf(name, facts)}`, parameters, {
    view: viewName(name, filter),
    credits: viewName('credits', filter),
  });
}

/** A view, or the one of its name that has the rows of a filter only. */
export function viewName(name: string, filter: string | undefined): string {
  return filter === undefined ? name : `${name}_${filter}`;
}

/** Views after all that they read. */
export function inOrder(names: readonly ViewName[]): readonly ViewName[] {
  const made = new Set<ViewName>();
  const make = (name: ViewName): void => {
    if (made.has(name)) return;
    VIEWS[name].reads.forEach(make);
    made.add(name);
  };
  names.forEach(make);
  return [...made];
}

/** The file of a view, without its ending. Attendance comes in two forms, whose rows mean different things. */
export function fileOf(name: string, { attendanceForm }: MonthFacts): string {
  return name === 'attendance' ? `attendance-by-${attendanceForm}` : name.replaceAll('_', '-');
}
