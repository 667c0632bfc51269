import type { Metric } from '../../catalogue/metric.js';
import { METRICS } from '../../catalogue/metrics/metrics.js';
import { ROSTER_FIELDS, type RosterField } from '../../catalogue/roster-fields.js';
import { groupBy } from '../../lib/group.js';
import type { Title } from '../../lib/language.js';
import type { Slot } from '../values/node.js';
import type { BookNames, IdAndTitle, LazySlot, PlanNames } from './plan-names.js';

/** Signs that are written in more than one way, such as full-width ones; most titles have none. */
const VARIANT = /[^ -~\u4e00-\u9fff]/;

export function isNamed({ id, title: { zh } }: IdAndTitle, name: string): boolean {
  return id === name || zh === name || (VARIANT.test(zh) && zh.normalize('NFKC') === name);
}

/** The catalogue's metrics by every name that they have: far more of them than a plan has of anything. */
const METRIC_NAMES = groupBy(
  METRICS.flatMap((metric) => {
    const { id, title, aliases = [] } = metric;
    const names = new Set([id, title.zh.normalize('NFKC'), ...aliases]);
    return [...names].map((name) => ({ name, metric }));
  }),
  ({ name }) => name,
);

/**
 * The metrics of a name; those of the shop that are asked for are noted. What a shop has called so before the catalogue
 * had a metric of that name is what its rules mean.
 */
export function metricsCalled(name: string, plan: PlanNames): readonly Metric[] {
  const called = metricsOfName(name, plan);
  for (const metric of called) {
    if (plan.customMetrics.includes(metric)) plan.asked.ofShop.add(metric);
    plan.asked.metrics.add(metric);
  }
  return called;
}

/** The same, where the name is only compared and nothing is asked for. */
export function metricsOfName(name: string, { customMetrics }: PlanNames): readonly Metric[] {
  const known = METRIC_NAMES.get(name) ?? [];
  const custom = customMetrics.filter(
    (metric) => isNamed(metric, name) || metric.aliases?.includes(name) === true,
  );
  const shipped = known.map(({ metric }) => metric);
  return [
    ...(custom.length > 0 ? shipped.filter(({ later }) => later !== true) : shipped),
    ...custom,
  ];
}

/** The roster fields of a name, which are noted as asked for. */
export function rosterFieldsCalled(name: string, plan: PlanNames): readonly RosterField[] {
  const called = namedIn(ROSTER_FIELDS, name);
  for (const { id } of called) plan.asked.roster.add(id);
  return called;
}

export function namedIn<T extends IdAndTitle>(list: readonly T[], name: string): readonly T[] {
  return list.filter((thing) => isNamed(thing, name));
}

export function ownNamed(name: string, { own }: BookNames): readonly LazySlot[] {
  return own.filter(({ slot }) => isNamed(slot, name));
}

export function filteredNamed(name: string, { filtered }: BookNames): readonly Metric[] {
  return namedIn(filtered, name).map(({ metric }) => metric);
}

/** `score` and `score_total`, where the plan has a score; what pay comes to, where it is of the law. */
export function scoreWords({ score, scoreTotal, totals }: PlanNames): readonly Slot[] {
  return [score, scoreTotal, ...totals].filter((slot) => slot !== undefined);
}

export function metricsOf({ customMetrics }: PlanNames): readonly Metric[] {
  return [...METRICS, ...customMetrics];
}

export function slotsOf({ own }: BookNames, kind: string): readonly Slot[] {
  return own.map(({ slot }) => slot).filter((slot) => slot.kind === kind);
}

/** Ratings, events and the like, of which a book has titles by id. */
export function things(titles: Iterable<readonly [string, Title]>): readonly IdAndTitle[] {
  return [...titles].map(([id, title]) => ({ id, title }));
}
