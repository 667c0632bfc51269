import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { EngineRow } from '../lib/engine.js';
import { groupBy } from '../lib/group.js';
import { dayNumber, firstDay, lastDay, type Month } from '../lib/month.js';
import type { Count } from './measures/measure.js';
import type { Counts } from './measures/measures.js';
import { hasRows, viewName } from './rows/views.js';

/**
 * Counts over the whole month, for each agent of the roster by index. The views must have been made; with `filter`,
 * those of a filter are counted.
 */
export async function countAgents(
  facts: MonthFacts,
  counts: Counts,
  filter?: string,
): Promise<ReadonlyMap<number, EngineRow>> {
  const found = groupBy(await counted(facts, counts, ['agent'], filter), ({ agent }) =>
    Number(agent),
  );
  const zeros = zerosOf(facts, counts);
  return new Map(
    facts.roster.map(({ index }) => [index, Object.assign({}, zeros, ...(found.get(index) ?? []))]),
  );
}

/** Counts over the whole month and everybody's rows, also those that are nobody's. */
export async function countShop(
  facts: MonthFacts,
  counts: Counts,
  filter?: string,
): Promise<EngineRow> {
  return Object.assign({}, ...(await counted(facts, counts, [], filter)));
}

/**
 * Counts over business days of the month, or over hours of the clock: by agent, then by day or hour, as far as
 * there are rows.
 */
export async function countParts(
  facts: MonthFacts,
  counts: Counts,
  part: 'day' | 'hour',
  filter?: string,
): Promise<ReadonlyMap<number, ReadonlyMap<number, EngineRow>>> {
  const zeros = zerosOf(facts, counts);
  const rows = await counted(facts, counts, ['agent', part], filter);
  const agents = new Map<number, Map<number, EngineRow>>();
  for (const row of rows) {
    const [agent, key] = [Number(row.agent), Number(row[part])];
    const parts = agents.get(agent) ?? new Map<number, EngineRow>();
    agents.set(agent, parts.set(key, { ...(parts.get(key) ?? zeros), ...row }));
  }
  return agents;
}

/** Counts by agent, business day of the month and hour of the clock, as far as there are rows. */
export async function countDaysAndHours(
  facts: MonthFacts,
  counts: Counts,
): Promise<readonly EngineRow[]> {
  return counted(facts, counts, ['agent', 'day', 'hour'], undefined);
}

/** Of whom there is no row, of them nothing was counted. */
function zerosOf(facts: MonthFacts, counts: Counts): EngineRow {
  const columns = [...counts].filter(([, { of }]) => hasRows(of, facts));
  return Object.fromEntries(columns.map(([column]) => [column, 0]));
}

type Key = 'agent' | 'day' | 'hour';

/** The rows of one query for each view that something is counted of and that the month has files for. */
async function counted(
  facts: MonthFacts,
  counts: Counts,
  keys: readonly Key[],
  filter: string | undefined,
): Promise<readonly EngineRow[]> {
  const rows: EngineRow[] = [];
  for (const [view, columns] of groupBy([...counts], ([, { of }]) => of)) {
    if (!hasRows(view, facts)) continue;
    const figures = columns.flatMap(([column, count]) => [
      `${totalOf(count)} AS ${column}`,
      ...(count.lackedIn === undefined ? [] : [`${filesLacking(count)} AS ${filesColumn(column)}`]),
    ]);
    const select = `SELECT ${[...keys, ...figures].join(', ')} FROM ${viewName(view, filter)}`;
    rows.push(...(await facts.engine.query(`${select} ${groupedBy(keys, facts.month)}`)));
  }
  return rows;
}

/** Where the files stand in whose rows something is lacking that a column needs. */
export function filesColumn(column: string): string {
  return `${column}_files`;
}

/** The files whose rows do not say enough, in SQL; NULL when all do. */
function filesLacking({ lackedIn = 'NULL', unknown = 'false' }: Count): string {
  return `string_agg(DISTINCT ${lackedIn}, ', ' ORDER BY ${lackedIn}) FILTER (WHERE ${unknown})`;
}

/** Rows that are nobody's, and those that count on no day of the month, belong to no group. */
function groupedBy(keys: readonly Key[], month: Month): string {
  if (keys.length === 0) return '';
  const [first, last] = [dayNumber(firstDay(month)), dayNumber(lastDay(month))];
  const conditions = keys.map((key) =>
    key === 'day' ? `day BETWEEN ${first} AND ${last}` : `${key} IS NOT NULL`,
  );
  return `WHERE ${conditions.join(' AND ')} GROUP BY ${keys.join(', ')}`;
}

/** What the rows of a group come to, in SQL; NULL when that is not known. */
function totalOf({ when, adds, greatest, distinct, unknown }: Count): string {
  const filter = when === undefined ? '' : ` FILTER (WHERE ${when})`;
  const amount =
    adds === undefined
      ? `count(${distinct === undefined ? '*' : `DISTINCT (${distinct.by})`})${filter}`
      : `coalesce(${greatest === true ? 'max' : 'sum'}(${adds})${filter}, 0)`;
  return unknown === undefined
    ? amount
    : `CASE WHEN count(*) FILTER (WHERE ${unknown}) = 0 THEN ${amount} END`;
}
