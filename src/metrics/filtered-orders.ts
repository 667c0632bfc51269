import type { MetricValue } from '../catalogue/figure.js';
import type { FilteredMetric } from '../catalogue/metrics/filtered.js';
import {
  type FilterField,
  filterFieldTitle,
  filterWords,
  type OrderFilter,
} from '../catalogue/order-filter.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import { plainStatus } from '../intake/orders/order-words.js';
import { type EngineRow, sqlLiteral } from '../lib/engine.js';
import type { Agent } from '../shop/shop.js';
import { byId, nearNames } from '../words/known-names.js';
import type { Problems } from '../words/problem.js';
import { countAgents, countParts, countShop } from './count-rows.js';
import { type FigureContext, figureIn } from './figures.js';
import { type Counts, countsOf } from './measures/measures.js';
import { metricsSql, type SqlParameters } from './rows/sql.js';
import { hasRows, viewName, viewSql } from './rows/views.js';

/** A metric over some orders, with the views that have their rows. */
export interface OverOrders {
  readonly metric: FilteredMetric;
  /** What the names of these views end in. */
  readonly filter: string;
}

/** The filtered metrics of a month, each with views of its own. */
export function overOrders(metrics: readonly FilteredMetric[]): readonly OverOrders[] {
  return metrics.map((metric, index) => ({ metric, filter: `filtered_${index + 1}` }));
}

/** Makes the views that filtered metrics count; those of all orders must be there. */
export async function makeFilteredViews(
  filtered: readonly OverOrders[],
  facts: MonthFacts,
  parameters: SqlParameters,
): Promise<void> {
  if (!facts.files.has('orders')) return;
  for (const { metric, filter } of filtered) {
    const views = new Set([...countsOf([metric.filtered.base]).values()].map(({ of }) => of));
    const statements = [...views]
      .filter((view) => hasRows(view, facts))
      .map((view) => viewSql(view, facts, parameters, filter));
    const credits = metricsSql('matching-credits', parameters, {
      view: viewName('credits', filter),
      matches: conditionsOf(metric.filtered.where).join(' AND '),
    });
    await facts.engine.run([credits, ...statements].join('\n'));
  }
}

/** What the orders have of each field, in SQL. */
const COLUMNS: Readonly<Record<FilterField, string>> = { shop: 'shop_name', status: 'status' };

/** How a word of a filter stands in the engine. */
function asRead(field: FilterField, word: string): string {
  return field === 'status' ? plainStatus(word) : word.trim();
}

function conditionsOf(where: OrderFilter): readonly string[] {
  const words = filterWords(where).map(([field, list]) => {
    const literals = list.map((word) => sqlLiteral(asRead(field, word)));
    return `coalesce(${COLUMNS[field]} IN (${literals.join(', ')}), false)`;
  });
  const bounds = where.amount.map(
    ({ sign, yuan }) => `amount ${sign} ${sqlLiteral(yuan.toFixed())}::DECIMAL(18, 4)`,
  );
  return [...words, ...bounds];
}

/** The figures of filtered metrics, of each agent by index and of the shop. */
export interface FilteredFigures {
  ofAgent(agent: Agent): ReadonlyMap<FilteredMetric, MetricValue>;
  readonly shop: ReadonlyMap<FilteredMetric, MetricValue>;
}

/** Counts filtered metrics over the month. */
export async function filteredFigures(
  filtered: readonly OverOrders[],
  facts: MonthFacts,
  context: FigureContext,
): Promise<FilteredFigures> {
  const agents: (readonly [FilteredMetric, ReadonlyMap<number, EngineRow>])[] = [];
  const shop = new Map<FilteredMetric, MetricValue>();
  for (const { metric, filter } of filtered) {
    const counts = countsFor(metric);
    if (metric.level === 'agent') {
      agents.push([metric, await countAgents(facts, counts, filter)]);
    } else {
      shop.set(metric, filteredIn(metric, await countShop(facts, counts, filter), context));
    }
  }
  return {
    ofAgent: ({ index }) =>
      new Map(
        agents.map(([metric, rows]) => [
          metric,
          filteredIn(metric, rows.get(index) ?? {}, context),
        ]),
      ),
    shop,
  };
}

/** Counts filtered metrics over single days: by agent, then by day, the figures of each metric. */
export async function filteredDays(
  filtered: readonly OverOrders[],
  facts: MonthFacts,
  context: FigureContext,
): Promise<ReadonlyMap<number, ReadonlyMap<number, ReadonlyMap<string, MetricValue>>>> {
  const agents = new Map<number, Map<number, Map<string, MetricValue>>>();
  for (const { metric, filter } of filtered) {
    for (const [agent, days] of await countParts(facts, countsFor(metric), 'day', filter)) {
      const own = agents.get(agent) ?? new Map<number, Map<string, MetricValue>>();
      agents.set(agent, own);
      for (const [day, row] of days) {
        const figures = own.get(day) ?? new Map<string, MetricValue>();
        own.set(day, figures.set(metric.id, filteredIn(metric, row, context)));
      }
    }
  }
  return agents;
}

function countsFor({ filtered: { base } }: FilteredMetric): Counts {
  return countsOf([base]);
}

function filteredIn(metric: FilteredMetric, row: EngineRow, context: FigureContext): MetricValue {
  return figureIn(metric.filtered.base, row, context);
}

/** Reports words of filters that no order of the month's files has: a slip makes a figure 0 without a word. */
export async function reportUnmatched(
  filtered: readonly OverOrders[],
  facts: MonthFacts,
  problems: Problems,
): Promise<void> {
  if (!facts.files.has('orders') || facts.unread.has('orders')) return;
  const asked = filtered.flatMap(({ metric }) =>
    filterWords(metric.filtered.where).map(([field, words]) => ({ metric, field, words })),
  );
  for (const field of new Set(asked.map((each) => each.field))) {
    const rows = await facts.engine.query(
      `SELECT DISTINCT ${COLUMNS[field]} AS word FROM orders WHERE word IS NOT NULL ORDER BY word`,
    );
    const known = rows.map(({ word }) => String(word));
    for (const { metric, words } of asked.filter((each) => each.field === field)) {
      for (const word of words.filter((each) => !known.includes(asRead(field, each)))) {
        problems.report('filter-matches-nothing', metric.filtered.where.place, {
          params: {
            name: metric.title,
            field: filterFieldTitle(field),
            word,
            month: facts.month,
            known: nearNames(word, byId(known)).known,
          },
          cell: word,
        });
      }
    }
  }
}
