import type { Metric } from '../../catalogue/metric.js';
import { groupBy } from '../../lib/group.js';
import type { Count, Shown } from '../measures/measure.js';
import { COUNTS, columnsOf, derivation } from '../measures/measures.js';

/** Rows that are shown behind a metric. What each of them adds stands in columns `adds_…`. */
export interface MetricSource {
  readonly of: Shown['of'];
  /** The filter whose rows these are; see `viewName`. */
  readonly filter?: string;
  /** A row counts when there is something in one of these. */
  readonly columns: readonly string[];
  /** The one that adds up to the figure, or to the numerator of a quotient. */
  readonly adds: string | undefined;
  /** The one that adds up to the denominator. */
  readonly below: string | undefined;
}

/** Where the rows behind a metric come from; the sides of a quotient may have different ones. */
export function metricSources(metric: Metric): readonly MetricSource[] {
  const [above, below] = derivation(metric.id) === undefined ? columnsOf(metric) : [];
  const counted = columnsOf(metric).flatMap((column) => {
    const count = COUNTS.get(column);
    return count === undefined ? [] : [{ column, of: shownBehind(count).of }];
  });
  return [...groupBy(counted, ({ of }) => of)].map(([of, columns]) => {
    const addsOf = (side: string | undefined) =>
      columns.some(({ column }) => column === side) ? `adds_${side}` : undefined;
    return {
      of,
      columns: columns.map(({ column }) => `adds_${column}`),
      adds: addsOf(above),
      below: addsOf(below),
    };
  });
}

/** The columns, in SQL, that say of each of these rows what it adds to everything that rests on them. */
export function addsOf(rows: Shown['of']): string {
  return [...COUNTS]
    .filter(([, count]) => shownBehind(count).of === rows)
    .map(([column, count]) => `${addedBy(count)} AS adds_${column}`)
    .join(', ');
}

function shownBehind(count: Count): Shown {
  return count.shown ?? count;
}

/** What a row adds, in SQL; NULL when it does not count. */
function addedBy(count: Count): string {
  const { when, adds = '1' } = shownBehind(count);
  const conditions = [when, firstOf(count)].filter((condition) => condition !== undefined);
  return conditions.length === 0
    ? adds
    : `CASE WHEN ${conditions.map((condition) => `(${condition})`).join(' AND ')} THEN ${adds} END`;
}

/** Whether a row is the first of those that count together. */
function firstOf({ distinct, when = 'true' }: Count): string | undefined {
  if (distinct === undefined) return undefined;
  const { by, first } = distinct;
  return `row_number() OVER (PARTITION BY ${by}, (${when}) ORDER BY ${first}) = 1`;
}
