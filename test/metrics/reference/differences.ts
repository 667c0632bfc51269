import type { Decimal } from '../../../src/lib/decimal.js';
import type { MetricValue, MonthMetrics, Rating } from '../../../src/metrics/month-metrics.js';
import type { ReferenceRating } from './conduct.js';
import type { ReferenceValue } from './figures.js';
import type { RawMonth } from './raw-month.js';
import type { ReferenceResult } from './reference.js';

/** Every figure in which a result differs from the reference, each as one line; none when they agree. */
export function differences(
  month: RawMonth,
  expected: ReferenceResult,
  actual: MonthMetrics,
): string[] {
  const found: string[] = [];
  const paid = month.agents.filter((agent) => isPaidIn(agent, month.month)).map(({ id }) => id);
  const listed = [...actual.agents.keys()];
  if (paid.join() !== listed.join()) found.push(`agents: expected ${paid}, got ${listed}`);
  for (const id of paid) {
    const metrics = actual.agents.get(id)?.metrics ?? new Map<string, MetricValue>();
    found.push(...valueDifferences(id, expected.agents.get(id), metrics));
    found.push(...ratingDifferences(id, expected.ratings.get(id), actual.agents.get(id)?.ratings));
  }
  found.push(...valueDifferences('*', expected.shop, actual.shop));
  return found;
}

/**
 * "An agent who left before the month began or joined after it ended is not paid for it."
 */
export function isPaidIn(
  agent: { readonly hiredOn?: string | undefined; readonly leftOn?: string | undefined },
  month: string,
): boolean {
  const left = agent.leftOn !== undefined && agent.leftOn < `${month}-01`;
  const joins = agent.hiredOn !== undefined && agent.hiredOn.slice(0, 7) > month;
  return !left && !joins;
}

function valueDifferences(
  who: string,
  expected: ReadonlyMap<string, ReferenceValue> | undefined,
  actual: ReadonlyMap<string, MetricValue>,
): string[] {
  const found: string[] = [];
  const ids = new Set([...(expected?.keys() ?? []), ...actual.keys()]);
  for (const id of ids) {
    const wanted = shownReference(expected?.get(id));
    const got = shownMetric(actual.get(id));
    if (wanted !== got) found.push(`${who} ${id}: expected ${wanted}, got ${got}`);
  }
  return found;
}

function shownReference(value: ReferenceValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value.state === 'missing') return 'missing';
  return shown(value.state === 'known' ? value.value : undefined, value);
}

function shownMetric(value: MetricValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value.state === 'missing') return 'missing';
  return shown(value.state === 'known' ? value.value : undefined, value);
}

/** `0.25 = 1 / 4`: the figure and its exact parts. */
function shown(
  value: Decimal | undefined,
  parts: { readonly numerator?: Decimal; readonly denominator?: Decimal },
): string {
  const figure = value?.toFixed() ?? 'undefined';
  if (parts.numerator === undefined || parts.denominator === undefined) return figure;
  return `${figure} = ${parts.numerator.toFixed()} / ${parts.denominator.toFixed()}`;
}

function ratingDifferences(
  who: string,
  expected: ReadonlyMap<string, ReferenceRating> | undefined,
  actual: ReadonlyMap<string, Rating> | undefined,
): string[] {
  const found: string[] = [];
  for (const item of new Set([...(expected?.keys() ?? []), ...(actual?.keys() ?? [])])) {
    const wanted = shownRating(expected?.get(item));
    const got = shownRating(actual?.get(item));
    if (wanted !== got) found.push(`${who} rating.${item}: expected ${wanted}, got ${got}`);
  }
  return found;
}

function shownRating(rating: Rating | ReferenceRating | undefined): string {
  if (rating === undefined) return 'nothing';
  const figure = rating.kind === 'grade' ? rating.grade : rating.mean.toFixed();
  return `${figure} of ${rating.count}`;
}
