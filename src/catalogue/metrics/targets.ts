import { sameInAll, type Title } from '../../lib/language.js';
import type { Unit } from '../units.js';
import { metricById } from './metrics.js';

/** A target of the shop, as kpi.yaml sets it under `targets`. */
interface Target {
  readonly id: string;
  readonly title: Title;
  /** Undefined where only the shop knows what it counts. */
  readonly unit: Unit | undefined;
}

/** The targets that shipped policies ask for. */
const TARGETS: readonly Target[] = [
  { id: 'team_sales', title: { zh: '团队销售目标', en: 'Team sales target' }, unit: 'yuan' },
];

/** A target by its id or Chinese title. One that is called like a metric is that metric's; any other its own title. */
export function targetNamed(name: string): Target {
  const known = TARGETS.find(({ id, title }) => id === name || title.zh === name);
  if (known !== undefined) return known;
  const metric = metricById(name);
  if (metric === undefined) return { id: name, title: sameInAll(name), unit: undefined };
  const { zh, en } = metric.title;
  return { id: name, title: { zh: `${zh}目标`, en: `Target of ${en}` }, unit: metric.unit };
}
