import type { Metric } from '../metric.js';
import { ATTENDANCE } from './attendance.js';
import { CALLS } from './calls.js';
import { CONDUCT } from './conduct.js';
import { IMPORTED } from './imported.js';
import { ORDERS } from './orders.js';
import { RECEPTION } from './reception.js';
import { SHOP } from './shop.js';

/** Every metric, in the order in which reports and the documentation list them. */
export const METRICS: readonly Metric[] = [
  ...RECEPTION,
  ...ORDERS,
  ...SHOP,
  ...ATTENDANCE,
  ...CONDUCT,
  ...CALLS,
  ...IMPORTED,
];

const byId = new Map(METRICS.map((metric) => [metric.id, metric]));

/** The metric of an id; undefined when there is none. */
export function metricById(id: string): Metric | undefined {
  return byId.get(id);
}

const byTitle = new Map(
  METRICS.flatMap((metric) =>
    [metric.title.zh, ...(metric.aliases ?? [])].map((title) => [titleKey(title), metric] as const),
  ),
);

/** The metric of a Chinese title or alias, however wide its characters are; undefined when there is none. */
export function metricByTitle(title: string): Metric | undefined {
  return byTitle.get(titleKey(title));
}

const byEnglishTitle = new Map(METRICS.map((metric) => [metric.title.en.toLowerCase(), metric]));

/** The metric of an English title, as the headers of `kpi metrics --lang en` have it. */
export function metricByEnglishTitle(title: string): Metric | undefined {
  return byEnglishTitle.get(titleKey(title).toLowerCase());
}

function titleKey(title: string): string {
  return title.normalize('NFKC').trim();
}
