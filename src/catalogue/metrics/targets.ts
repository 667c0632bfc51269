import { sameInAll, type Title } from '../../lib/language.js';
import type { Unit } from '../units.js';
import { metricById, metricByTitle } from './metrics.js';

/** A target of the shop, as kpi.yaml sets it under `targets`. */
interface Target {
  readonly id: string;
  readonly title: Title;
  /** Undefined where only the shop knows what it counts. */
  readonly unit: Unit | undefined;
}

/** The targets that shipped policies ask for. */
export const TARGETS: readonly Target[] = [
  { id: 'team_sales', title: { zh: '团队销售目标', en: 'Team sales target' }, unit: 'yuan' },
];

/**
 * What a target is known by, however it is called: by its id or title, or as the metric that it is one of
 * (`sales`, 销售额, 销售额目标).
 */
export function targetKey(name: string): string {
  const wanted = name.normalize('NFKC').trim();
  const known = TARGETS.find(({ id, title }) => id === wanted || title.zh === wanted);
  if (known !== undefined) return known.id;
  const [, metric = ''] = /^(.+)目标$/.exec(wanted) ?? [];
  return (metricById(wanted) ?? metricByTitle(wanted) ?? metricByTitle(metric))?.id ?? wanted;
}

/** A target by its id or Chinese title. One that is called like a metric is that metric's; any other its own title. */
export function targetNamed(name: string): Target {
  const known = TARGETS.find(({ id, title }) => id === name || title.zh === name);
  if (known !== undefined) return known;
  const metric = metricById(name) ?? metricByTitle(name);
  if (metric === undefined) return { id: name, title: sameInAll(name), unit: undefined };
  const { zh, en } = metric.title;
  return { id: name, title: { zh: `${zh}目标`, en: `Target of ${en}` }, unit: metric.unit };
}
