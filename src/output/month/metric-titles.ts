import { displayUnit } from '../../catalogue/metric.js';
import { metricAmong } from '../../catalogue/metrics/filtered.js';
import { METRICS, metricById } from '../../catalogue/metrics/metrics.js';
import type { Unit } from '../../catalogue/units.js';
import { sameInAll, type Title } from '../../lib/language.js';
import type { MonthMetrics } from '../../metrics/month-metrics.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import { title } from '../../words/text.js';

/** What a metric is called, and in which unit it counts. */
export interface MetricTitle {
  readonly id: string;
  readonly title: Title;
  readonly unit: Unit | undefined;
  /** The unit in which people read it. */
  readonly shown: Unit | undefined;
  /** What it counts; undefined for what another tool has counted. */
  readonly definition?: Title;
}

/** Looks up metrics of the catalogue, of the shop's own kpi.yaml, and ratings by `rating.ITEM`. */
export function metricTitles({
  shop,
  metrics,
}: Pick<MeasuredMonth, 'shop' | 'metrics'>): (id: string) => MetricTitle {
  const custom = shop?.config.customMetrics ?? [];
  const filtered = metrics?.filtered ?? shop?.config.filteredMetrics;
  return (id) => {
    const known = metricAmong(id, filtered);
    if (known !== undefined) return { ...known, shown: displayUnit(known) };
    const bare = { id, unit: undefined, shown: undefined };
    const own = custom.find((metric) => metric.id === id);
    if (own !== undefined) return { ...bare, title: sameInAll(own.title) };
    return { ...bare, title: id.startsWith('rating.') ? ratingTitle(id) : sameInAll(id) };
  };
}

function ratingTitle(id: string): Title {
  return title('metrics.rating', { item: id.slice('rating.'.length) });
}

/** The ids of all figures that any agent or the shop has, in the order of the catalogue. */
export function shownMetrics(metrics: MonthMetrics): { agent: string[]; shop: string[] } {
  const agents = [...metrics.agents.values()];
  return {
    agent: [
      ...inOrder(agents.flatMap((agent) => [...agent.metrics.keys()])),
      ...unique(agents.flatMap((agent) => [...agent.ratings.keys()])).map(
        (item) => `rating.${item}`,
      ),
    ],
    shop: inOrder([...metrics.shop.keys()]),
  };
}

function inOrder(ids: readonly string[]): string[] {
  const present = unique(ids);
  const catalogued = METRICS.map(({ id }) => id).filter((id) => present.includes(id));
  return [...catalogued, ...present.filter((id) => metricById(id) === undefined)];
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
