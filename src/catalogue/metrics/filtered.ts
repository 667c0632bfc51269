import type { Title } from '../../lib/language.js';
import type { Metric } from '../metric.js';
import { filterInWords, type OrderFilter } from '../order-filter.js';
import { METRICS, metricById, metricByTitle } from './metrics.js';

/** A metric counted over some orders only, as a shop or a rulebook defines it. */
export interface FilteredMetric extends Metric {
  readonly filtered: { readonly base: Metric; readonly where: OrderFilter };
}

/** Whether a metric is counted over some orders only. */
export function isFilteredMetric(metric: Metric): metric is FilteredMetric {
  return 'filtered' in metric;
}

/** The metrics that count orders: each can be counted over some of them only. */
export const FILTERABLE_METRICS: readonly Metric[] = METRICS.filter(
  ({ rows }) => rows === 'orders',
);

/** The metric of an id or Chinese title, if it can be filtered. */
export function filterableMetric(name: string): Metric | undefined {
  const metric = metricById(name.trim()) ?? metricByTitle(name);
  return metric?.rows === 'orders' ? metric : undefined;
}

/**
 * A metric over the orders that a filter means. Unit and whatever else it is follow from the metric, and so does
 * its title, with the filter in words, unless it has its own.
 */
export function filteredMetric(
  id: string,
  base: Metric,
  where: OrderFilter,
  title: Title | undefined,
): FilteredMetric {
  const { aliases: _ofAll, parts: _alsoOfAll, later: _known, ...like } = base;
  const words = filterInWords(where);
  return {
    ...like,
    id,
    title: title ?? { zh: `${base.title.zh}（${words.zh}）`, en: `${base.title.en} (${words.en})` },
    definition: {
      zh: `${base.definition.zh}只算符合条件的订单：${words.zh}。`,
      en: `${base.definition.en} Only orders that match: ${words.en}.`,
    },
    filtered: { base, where },
  };
}

/** The metric of an id: of the catalogue, or one of those beside it. */
export function metricAmong(id: string, own: readonly Metric[] | undefined): Metric | undefined {
  return metricById(id) ?? own?.find((metric) => metric.id === id);
}
