/**
 * The unit of a figure. It decides how the figure is printed, and which figures a formula may add:
 * only figures of the same dimension. Counts, ratios and points are all plain numbers.
 */
export type Unit =
  | 'yuan'
  | 'yuan/day'
  | 'yuan/hour'
  | 'yuan/month'
  | 'yuan/piece'
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

/** The units that a rulebook can say, each with the words that people write for it. */
const SAID = {
  yuan: ['元'],
  'yuan/day': ['元/天', '元/日'],
  'yuan/hour': ['元/小时', '元/时'],
  'yuan/month': ['元/月'],
  'yuan/piece': ['元/件', '元/单', '元/个', '元/次', '元/条', '元/人'],
  seconds: ['秒'],
  hours: ['小时'],
  days: ['天'],
  months: ['月', '个月'],
  count: ['次', '件', '单', '个', '条', '人'],
  ratio: ['比率'],
  points: ['分'],
} as const satisfies Partial<Readonly<Record<Unit, readonly string[]>>>;

type SaidUnit = keyof typeof SAID;

/** What a rulebook may write for a unit, with the unit that is meant. */
export const UNIT_WORDS: ReadonlyMap<string, SaidUnit> = new Map(
  (Object.keys(SAID) as readonly SaidUnit[]).flatMap((unit) =>
    [unit, ...SAID[unit]].map((word) => [word, unit] as const),
  ),
);

/** How often, how many and how long. */
const COUNTED: ReadonlySet<string> = new Set<Unit>([
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
  return !COUNTED.has(unit);
}

/** True of a figure that people may write as a percentage: neither money nor what is counted. */
export function mayBePercent(unit: string): boolean {
  return unit !== 'yuan' && !COUNTED.has(unit);
}
