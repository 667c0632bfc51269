import type { MetricValue } from '../../../src/catalogue/figure.js';
import type { Decimal } from '../../../src/lib/decimal.js';
import type { MonthMetrics, Rating } from '../../../src/metrics/month-metrics.js';
import type { Problem } from '../../../src/words/problem.js';
import type { ReferenceRating } from './conduct.js';
import type { ReferenceValue } from './figures.js';
import type { RawMonth } from './raw-month.js';
import type { ReferenceResult } from './reference.js';
import type { ReferenceWarnings } from './warnings.js';

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
  parts: { readonly numerator?: Decimal | undefined; readonly denominator?: Decimal | undefined },
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

/** As `differences`, for what a result carries beside its figures: warnings, counts, the mark provisional. */
export function warningDifferences(
  expected: ReferenceWarnings,
  actual: MonthMetrics,
  problems: readonly Problem[],
): string[] {
  const found: string[] = [];
  const compare = (what: string, wanted: string, got: string): void => {
    if (wanted !== got) found.push(`${what}: expected ${wanted}, got ${got}`);
  };
  const of = (code: Problem['code']): readonly Problem[] =>
    problems.filter((problem) => problem.code === code);
  const conflicts = of('memo-conflict').map(({ params }) => String(params.order));
  compare('memo-conflict', expected.conflicts.join(), conflicts.sort().join());
  const crossings = of('replies-cross-day').map(({ params }) => Number(params.replies));
  compare('replies-cross-day', String(expected.crossings), String(crossings[0] ?? 0));
  compare('short-lookback', String(expected.short.length), String(of('short-lookback').length));
  for (const id of ['inquiries', 'inquiry_paid', 'conversion', 'shop_conversion']) {
    for (const [who, metrics] of [...metricsOf(actual), ['*', actual.shop] as const]) {
      const value = metrics.get(id);
      if (value === undefined || !isCounted(value)) continue;
      const mark = 'provisional' in value && value.provisional === true;
      compare(`${who} ${id} provisional`, String(expected.provisional), String(mark));
    }
  }
  for (const reason of new Set([...Object.keys(expected.counts), ...Object.keys(actual.counts)])) {
    if (!/^(chats|consults)[.]|^orders[.](read|fake|duplicate)$/.test(reason)) continue;
    const wanted = expected.counts[reason] ?? 0;
    compare(reason, String(wanted), String(actual.counts[reason] ?? 0));
  }
  return found;
}

function metricsOf({ agents }: MonthMetrics): [string, ReadonlyMap<string, MetricValue>][] {
  return [...agents].map(([id, { metrics }]) => [id, metrics]);
}

function isCounted(value: MetricValue): boolean {
  return value.state === 'undefined' || (value.state === 'known' && value.origin === 'computed');
}
