import type { Metric } from '../metric.js';
import { ATTENDANCE_METRICS } from './attendance.js';
import { CALL_METRICS } from './calls.js';
import { CONDUCT_METRICS } from './conduct.js';
import { IMPORTED } from './imported.js';
import { ORDER_METRICS } from './orders.js';
import { RECEPTION_METRICS } from './reception.js';
import { SHOP_METRICS } from './shop.js';

/** Every metric, in the order in which reports and the documentation list them. */
export const METRICS: readonly Metric[] = [
  ...RECEPTION_METRICS,
  ...ORDER_METRICS,
  ...SHOP_METRICS,
  ...ATTENDANCE_METRICS,
  ...CONDUCT_METRICS,
  ...CALL_METRICS,
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
