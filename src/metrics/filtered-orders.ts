import type { MetricValue } from '../catalogue/figure.js';
import type { FilteredMetric } from '../catalogue/metrics/filtered.js';
import {
  type FilterField,
  filterFieldTitle,
  filterWords,
  isByItem,
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
import { countsFor, missingItems, type OverOrders } from './filtered-items.js';
import { countsOf } from './measures/measures.js';
import { metricsSql, type SqlParameters } from './rows/sql.js';
import { hasRows, viewName, viewSql } from './rows/views.js';

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
    const credits = creditsSql(metric.filtered.where, filter, parameters);
    await facts.engine.run([credits, ...statements].join('\n'));
  }
}

function creditsSql(where: OrderFilter, filter: string, parameters: SqlParameters): string {
  const view = viewName('credits', filter);
  const matches = allOf(conditionsOf(where, 'orders'));
  if (!isByItem(where)) return metricsSql('matching-credits', parameters, { view, matches });
  const lineMatches = allOf(conditionsOf(where, 'order_lines'));
  return metricsSql('matching-items', parameters, { view, matches, line_matches: lineMatches });
}

function allOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

/** Which facts say something of a field, and in which columns. */
const FIELD_FACTS: Readonly<Record<FilterField, FieldFacts>> = {
  shop: { of: 'orders', columns: ['shop_name'] },
  status: { of: 'orders', columns: ['status'] },
  item: { of: 'order_lines', columns: ['item', 'item_id'] },
  category: { of: 'order_lines', columns: ['category'] },
};

interface FieldFacts {
  readonly of: 'orders' | 'order_lines';
  readonly columns: readonly string[];
}

/** How a word of a filter stands in the engine. */
function asRead(field: FilterField, word: string): string {
  return field === 'status' ? plainStatus(word) : word.trim();
}

/** What of a filter is asked of orders, or of their lines. */
function conditionsOf(where: OrderFilter, of: FieldFacts['of']): readonly string[] {
  const words = filterWords(where)
    .filter(([field]) => FIELD_FACTS[field].of === of)
    .map(([field, list]) => {
      const literals = list.map((word) => sqlLiteral(asRead(field, word))).join(', ');
      const { columns } = FIELD_FACTS[field];
      const matches = columns.map((column) => `coalesce(${column} IN (${literals}), false)`);
      // Of an order without a shop or status it is known that it has none; of a line that says nothing, nothing is.
      const isSaid = `coalesce(${columns.join(', ')}) IS NOT NULL`;
      const matching = `(${matches.join(' OR ')})`;
      return of === 'orders' ? matching : `CASE WHEN ${isSaid} THEN ${matching} END`;
    });
  if (of === 'order_lines') return words;
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
    const counts = countsFor({ metric, filter });
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
    for (const [agent, days] of await countParts(
      facts,
      countsFor({ metric, filter }),
      'day',
      filter,
    )) {
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

function filteredIn(metric: FilteredMetric, row: EngineRow, context: FigureContext): MetricValue {
  const { base, where } = metric.filtered;
  const figure = figureIn(base, row, context);
  return figure.state === 'missing' && isByItem(where)
    ? missingItems(figure.reason, metric, context)
    : figure;
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
    const known = await wordsOf(field, facts);
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

/** What the orders of the month's files, or their lines, have in a field; the names of items before their ids. */
async function wordsOf(field: FilterField, { engine }: MonthFacts): Promise<readonly string[]> {
  const { of, columns } = FIELD_FACTS[field];
  const words: string[] = [];
  for (const column of columns) {
    const rows = await engine.query(
      `SELECT DISTINCT ${column} AS word FROM ${of} WHERE word <> '' ORDER BY word`,
    );
    words.push(...rows.map(({ word }) => String(word)));
  }
  return words;
}
