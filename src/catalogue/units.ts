/**
 * The unit of a figure. It decides how the figure is printed, and which figures a formula may add:
 * only figures of the same dimension. Counts, ratios and points are all plain numbers.
 */
export type Unit =
  | 'yuan'
  | 'seconds'
  | 'hours'
  | 'days'
  | 'months'
  | 'count'
  | 'persons'
  | 'person_days'
  | 'ratio'
  | 'points'
  | 'chars_per_minute';

const NEVER_NEGATIVE: ReadonlySet<string> = new Set<Unit>([
  'seconds',
  'hours',
  'days',
  'months',
  'count',
  'persons',
  'person_days',
  'chars_per_minute',
]);

/**
 * True of a figure that may be below 0: money (refunds beyond the sales), a ratio (a growth), points. How
 * often, how many and how long may not. Units of a shop's own metrics that nobody knows may.
 */
export function mayBeNegative(unit: string): boolean {
  return !NEVER_NEGATIVE.has(unit);
}
