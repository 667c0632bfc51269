// What is not known of orders of which some items only are meant. Nothing is guessed: a figure that such an order would
// be in is missing, and which order that is is told.
import type { MetricValue, MissingReason } from '../catalogue/figure.js';
import type { FilteredMetric } from '../catalogue/metrics/filtered.js';
import { filterFieldTitle, filterWords, isByItem } from '../catalogue/order-filter.js';
import type { MonthFacts } from '../intake/facts/month-facts.js';
import { joined, sameInAll, type Title } from '../lib/language.js';
import { listedTitles } from '../words/lists.js';
import type { Problems } from '../words/problem.js';
import { type FigureContext, filesOfKinds, missingMetric } from './figures.js';
import type { Count } from './measures/measure.js';
import { type Counts, countsOf } from './measures/measures.js';
import { hasRows, viewName } from './rows/views.js';

/** A metric over some orders, with the views that have their rows. */
export interface OverOrders {
  readonly metric: FilteredMetric;
  /** What the names of these views end in. */
  readonly filter: string;
}

/** What is counted for a filtered metric: over items it is unknown where it is not known of a row what it adds. */
export function countsFor({ metric, filter }: OverOrders): Counts {
  const { base, where } = metric.filtered;
  const counts = countsOf([base]);
  if (!isByItem(where)) return counts;
  return new Map(
    [...counts].map(([column, count]) => {
      const { unknown = 'false' } = count;
      const unclear = `(${unknown}) OR ${itemless(filter)} OR ${blank(count)}`;
      return [column, { ...count, unknown: unclear }];
    }),
  );
}

/** Nobody says of which items an order is. */
function itemless(filter: string): string {
  return `purchase IN (SELECT purchase FROM ${viewName('credits', filter)} WHERE items_unknown)`;
}

/** It is not known whether a row counts, or what it adds. */
function blank({ when = 'true', adds = '1' }: Count): string {
  return `((${when}) IS NULL OR ((${when}) AND (${adds}) IS NULL))`;
}

/** The reason why a figure over items is missing: what it is without the items, and what files say of these. */
export function missingItems(
  reason: MissingReason,
  { filtered: { where } }: FilteredMetric,
  { files }: FigureContext,
): MetricValue {
  if (reason.kind === 'no-file') return missingMetric(reason);
  const asked = filterWords(where).map(([field]) => field);
  const fields = asked.filter((field) => field === 'item' || field === 'category');
  const lacking = reason.kind === 'no-cell' ? [reason.column] : [];
  const column = joined([...lacking, ...fields.map(filterFieldTitle), AMOUNT_OF_LINE], COMMA);
  return missingMetric({ kind: 'no-cell', file: filesOfKinds(['orders'], { files }), column });
}

const AMOUNT_OF_LINE: Title = { zh: '每件商品的实付金额', en: 'amount of each item' };
const COMMA: Title = { zh: '、', en: ', ' };

/** Tells of orders of which it is not known how far they count for metrics over items: how many, and the first. */
export async function reportUnclearItems(
  filtered: readonly OverOrders[],
  facts: MonthFacts,
  problems: Problems,
): Promise<void> {
  if (!facts.files.has('orders') || facts.unread.has('orders')) return;
  for (const over of filtered.filter(({ metric }) => isByItem(metric.filtered.where))) {
    for (const count of countsOf([over.metric.filtered.base]).values()) {
      if (hasRows(count.of, facts)) await reportUnclear(count, over, facts, problems);
    }
  }
}

async function reportUnclear(
  count: Count,
  { metric, filter }: OverOrders,
  { engine, month }: MonthFacts,
  problems: Problems,
): Promise<void> {
  const unsaid = itemless(filter);
  const doubts = {
    'order-without-items': unsaid,
    'items-without-amounts': `NOT ${unsaid} AND ${blank(count)}`,
  } as const;
  for (const code of ['order-without-items', 'items-without-amounts'] as const) {
    const [row = {}] = await engine.query(`
      SELECT
        count(*) AS orders,
        arg_min(file, purchase) AS file,
        arg_min(line, purchase) AS line,
        arg_min(order_id, purchase) AS "order"
      FROM (SELECT DISTINCT purchase FROM ${viewName(count.of, filter)} WHERE ${doubts[code]})
      JOIN orders ON orders.rowid = purchase`);
    const orders = Number(row.orders);
    if (orders === 0) continue;
    const place = { file: String(row.file), line: Number(row.line) };
    const params = { name: metric.title, month, orders, order: String(row.order) };
    problems.report(code, place, { params });
  }
}

/** So many items are named as examples. */
const NAMED_ITEMS = 5;

/** Tells of items that were ordered and that the shop's list does not have: they count in no category. */
export async function reportUnlistedItems(
  filtered: readonly OverOrders[],
  { engine, files, month, unread }: MonthFacts,
  problems: Problems,
): Promise<void> {
  const [file] = files.get('products') ?? [];
  const isAsked = filtered.some(({ metric }) => metric.filtered.where.words.category !== undefined);
  if (file === undefined || !isAsked || unread.has('orders')) return;
  const rows = await engine.query(`
    SELECT DISTINCT coalesce(item, item_id) AS item
    FROM order_lines
    JOIN orders USING (order_id)
    JOIN credits ON credits.purchase = orders.rowid
    WHERE category = '' AND (paid_in_month OR created_in_month)
    ORDER BY item`);
  if (rows.length === 0) return;
  const some = rows.slice(0, NAMED_ITEMS).map(({ item }) => sameInAll(String(item)));
  const params = { items: rows.length, month, some: listedTitles('names', some) };
  problems.report('items-without-category', { file }, { params });
}
