import type { Month } from '../../lib/month.js';
import type { Watch } from '../../lib/progress.js';
import { wholeRoster } from '../../shop/roster.js';
import { settingsIn } from '../../shop/settings.js';
import type { Agent, Shop } from '../../shop/shop.js';
import type { Problem, Problems } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import type { Range } from '../facts/month-context.js';
import { withEngine } from '../facts/month-engine.js';
import type { Part } from '../files/opening.js';
import type { Table } from '../files/table.js';
import { readAgents } from '../people/read-roster.js';
import type { MonthRequest } from './month-request.js';
import { checkAlone, type FileContents, readAlone } from './read-month.js';

/** Stands for the month of a file that is in none: whatever has a date in kpi.yaml is in force. */
const NO_MONTH = '2099-12' as Month;

/** What a file is read against. */
interface Where {
  readonly shop: Shop;
  readonly roster: readonly Agent[] | undefined;
  readonly month: Month | undefined;
  readonly watch: Watch | undefined;
}

/** What several parts that are alike hold together. */
export async function contentsOfAll(
  parts: readonly Part[],
  where: Where,
  problems: Problems,
): Promise<FileContents | undefined> {
  const found: FileContents[] = [];
  for (const { table, incomplete } of parts) {
    if (table !== undefined) found.push(await contentsOf(table, where, problems));
    if (incomplete !== undefined) await checkIncomplete(incomplete, where, problems);
  }
  const [first] = found;
  if (first === undefined) return undefined;
  const rows = found.map((each) => each.rows).filter((each) => each !== undefined);
  const ranges = found.map(({ range }) => range).filter((range) => range !== undefined);
  return {
    ...first,
    rows: rows.length === 0 ? undefined : rows.reduce((sum, each) => sum + each, 0),
    range: ranges.length === 0 ? undefined : ranges.reduce(wider),
  };
}

function wider(one: Range, other: Range): Range {
  return {
    rows: one.rows + other.rows,
    inMonth: one.inMonth + other.inMonth,
    first: one.first < other.first ? one.first : other.first,
    last: one.last > other.last ? one.last : other.last,
  };
}

async function contentsOf(table: Table, where: Where, problems: Problems): Promise<FileContents> {
  const nothing = { rows: undefined, range: undefined, metrics: new Map() };
  if (table.match.reader.kind === 'agents') {
    const { levels } = where.shop.config;
    return { ...nothing, rows: (await readAgents(table, levels, problems))?.rows };
  }
  // Each by itself: what a sheet holds is no part of the month of another one.
  return withEngine((engine) => readAlone(table, { ...requestOf(where, problems), engine }));
}

/** What is wrong with the cells of a file that lacks a column; what it holds is not known. */
async function checkIncomplete(table: Table, where: Where, problems: Problems): Promise<void> {
  if (table.match.reader.kind === 'agents') await contentsOf(table, where, problems);
  else {
    await withEngine((engine) => checkAlone(table, { ...requestOf(where, problems), engine }));
  }
}

function requestOf(
  { shop, roster, month = NO_MONTH, watch }: Where,
  problems: Problems,
): Omit<MonthRequest, 'engine'> {
  const settings = settingsIn(shop.config.metrics, month, problems);
  const words = { knownEvents: undefined, knownRatings: undefined };
  const agents = wholeRoster(roster ?? []);
  return { shop, roster: agents, month, settings, ...words, problems, watch };
}

/** Problems that a file by itself does not have: it may be one piece of several. */
const OF_THE_WHOLE: ReadonlySet<ProblemCode> = new Set(['attendance-missing', 'agent-without-day']);
/** Problems that nobody can know of without a month, or without a roster. */
const OF_THE_MONTH: ReadonlySet<ProblemCode> = new Set([
  'wrong-month',
  'outside-month',
  'export-period',
  'report-attribution',
]);
const OF_THE_ROSTER: ReadonlySet<ProblemCode> = new Set([
  'unknown-agent',
  'unknown-agent-then',
  'unknown-account',
  'misspelt-account',
  'unknown-account-then',
  'people-left-out',
]);

/** What can be said against a file by itself, without the others of its month. */
export function problemsAlone(
  problems: Problems,
  { month, roster }: Pick<Where, 'month' | 'roster'>,
): readonly Problem[] {
  return problems.all.filter(
    ({ code }) =>
      !OF_THE_WHOLE.has(code) &&
      (month !== undefined || !OF_THE_MONTH.has(code)) &&
      (roster !== undefined || !OF_THE_ROSTER.has(code)),
  );
}
