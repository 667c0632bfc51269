import type { Metric } from '../../catalogue/metric.js';
import { ATTENDANCE_MEASURES } from './attendance.js';
import { CALL_MEASURES } from './calls.js';
import { CONDUCT_MEASURES } from './conduct.js';
import type { Count, Measure, NothingOf, Side } from './measure.js';
import { ORDER_MEASURES } from './orders.js';
import { RECEPTION_MEASURES } from './reception.js';
import { SHOP_MEASURES } from './shop.js';

const MEASURES: Readonly<Record<string, Measure>> = {
  ...RECEPTION_MEASURES,
  ...ORDER_MEASURES,
  ...SHOP_MEASURES,
  ...ATTENDANCE_MEASURES,
  ...CONDUCT_MEASURES,
  ...CALL_MEASURES,
};

/** What is counted, by the column of a row of figures in which it stands. */
export type Counts = ReadonlyMap<string, Count>;

/** An agent worked on a day on which they wrote to a buyer, answered a call or made one, or were present. */
export const WORKED: Counts = new Map<string, Count>([
  ['worked_in_chats', { of: 'service_days' }],
  ['worked_on_calls', { of: 'month_calls', when: "answered OR direction = 'out'" }],
  ['worked_by_attendance', { of: 'presence', when: 'days > 0' }],
]);

/** Everything that is counted. */
export const COUNTS: Counts = new Map(
  Object.entries(MEASURES).flatMap(([id, measure]): (readonly [string, Count])[] => {
    if ('of' in measure) return [[id, measure]];
    if ('known' in measure) return [];
    return Object.entries(measure).map(([side, count]) => [`${id}_${side}`, count]);
  }),
);

/** What is counted for metrics; nothing for those that come by import only. */
export function countsOf(metrics: readonly Metric[]): Counts {
  const columns = new Set(metrics.flatMap(columnsOf));
  return new Map([...COUNTS].filter(([column]) => columns.has(column)));
}

/** The columns that a metric's figure is read from: one, or those of numerator and denominator. */
export function columnsOf(metric: Metric): readonly string[] {
  if (metric.quotient) return [sideOf(metric, 'numerator'), sideOf(metric, 'denominator')];
  const rest = derivation(metric.id);
  return rest === undefined ? [metric.id] : [...rest.known, ...rest.ifKnown];
}

/** The column of a side of a quotient: that of a metric, or its own. */
export function sideOf({ id, parts }: Metric, side: Side): string {
  return parts?.[side] ?? `${id}_${side}`;
}

/** What a metric is derived from that is not counted itself. */
export function derivation(id: string): NothingOf | undefined {
  const measure = MEASURES[id];
  return measure !== undefined && 'known' in measure ? measure : undefined;
}
