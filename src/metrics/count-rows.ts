import type { MonthFacts } from '../intake/facts/month-facts.js';
import type { Row } from '../lib/engine.js';
import { groupBy } from '../lib/group.js';
import { dayNumber, firstDay, lastDay } from '../lib/month.js';
import type { Count } from './measures/measure.js';
import type { Counts } from './measures/measures.js';
import { hasRows } from './rows/views.js';

/** Counts over the whole month, for each agent of the roster by index. The views must have been made. */
export async function countAgents(
  facts: MonthFacts,
  counts: Counts,
): Promise<ReadonlyMap<number, Row>> {
  const found = groupBy(await counted(facts, counts, ['agent']), ({ agent }) => Number(agent));
  const zeros = zerosOf(facts, counts);
  return new Map(
    facts.roster.map(({ index }) => [index, Object.assign({}, zeros, ...(found.get(index) ?? []))]),
  );
}

/** Counts over the whole month and everybody's rows, also those that are nobody's. */
export async function countShop(facts: MonthFacts, counts: Counts): Promise<Row> {
  return Object.assign({}, ...(await counted(facts, counts, [])));
}

/** Counts over single business days of the month: by agent, then by day, as far as there are rows. */
export async function countDays(
  facts: MonthFacts,
  counts: Counts,
): Promise<ReadonlyMap<number, ReadonlyMap<number, Row>>> {
  const zeros = zerosOf(facts, counts);
  const found = groupBy(await counted(facts, counts, ['agent', 'day']), ({ agent }) =>
    Number(agent),
  );
  return new Map(
    [...found].map(([agent, rows]) => {
      const days = groupBy(rows, ({ day }) => Number(day));
      return [
        agent,
        new Map([...days].map(([day, parts]) => [day, Object.assign({}, zeros, ...parts)])),
      ];
    }),
  );
}

/** Of whom there is no row, of them nothing was counted. */
function zerosOf(facts: MonthFacts, counts: Counts): Row {
  const columns = [...counts].filter(([, { of }]) => hasRows(of, facts));
  return Object.fromEntries(columns.map(([column]) => [column, 0]));
}

/** The rows of one query for each view that something is counted of and that the month has files for. */
async function counted(
  facts: MonthFacts,
  counts: Counts,
  keys: readonly ('agent' | 'day')[],
): Promise<readonly Row[]> {
  const [first, last] = [dayNumber(firstDay(facts.month)), dayNumber(lastDay(facts.month))];
  const conditions = { agent: 'agent IS NOT NULL', day: `day BETWEEN ${first} AND ${last}` };
  const rows: Row[] = [];
  for (const [view, columns] of groupBy([...counts], ([, { of }]) => of)) {
    if (!hasRows(view, facts)) continue;
    const figures = columns.map(([column, count]) => `${totalOf(count)} AS ${column}`);
    const parts = [
      `SELECT ${[...keys, ...figures].join(', ')} FROM ${view}`,
      ...(keys.length === 0
        ? []
        : [
            `WHERE ${keys.map((key) => conditions[key]).join(' AND ')}`,
            `GROUP BY ${keys.join(', ')}`,
          ]),
    ];
    rows.push(...(await facts.engine.query(parts.join(' '))));
  }
  return rows;
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
