import type { MetricValue } from '../catalogue/figure.js';
import { metricById } from '../catalogue/metrics/metrics.js';
import { type Decimal, decimal, divide, sum } from '../lib/decimal.js';

/** The mean of figures; undefined when there is none. */
export function meanOf(figures: readonly Decimal[]): Decimal | undefined {
  return figures.length === 0 ? undefined : divide(sum(figures), decimal(figures.length));
}

/**
 * Metrics of several months, or of several agents, as one: a quotient is Σ numerators ÷ Σ denominators, never a mean of quotients;
 * anything else is the mean of its months. Where a month does not know it, or not what a quotient was made of,
 * it is not known; one month alone is itself.
 */
export function averagesOf(
  months: readonly ReadonlyMap<string, MetricValue>[],
): ReadonlyMap<string, MetricValue> {
  const ids = [...new Set(months.flatMap((figures) => [...figures.keys()]))];
  return new Map(
    ids.map((id) => [
      id,
      averageOf(
        id,
        months.map((figures) => figures.get(id)),
      ),
    ]),
  );
}

const MISSING: MetricValue = { state: 'missing', reason: { kind: 'not-recorded' } };

function averageOf(id: string, months: readonly (MetricValue | undefined)[]): MetricValue {
  const there = months.filter((figure) => figure !== undefined && figure.state !== 'missing');
  const [only] = there;
  if (only === undefined || there.length < months.length) return MISSING;
  if (there.length === 1) return only;
  const isQuotient = metricById(id)?.quotient ?? there.some(({ denominator }) => denominator);
  if (isQuotient) return quotientOf(there);
  const mean = meanOf(there.flatMap((figure) => (figure.state === 'known' ? [figure.value] : [])));
  return mean === undefined ? MISSING : { state: 'known', value: mean, origin: 'computed' };
}

function quotientOf(months: readonly Exclude<MetricValue, { state: 'missing' }>[]): MetricValue {
  const tops = months.flatMap(({ numerator }) => numerator ?? []);
  const bottoms = months.flatMap(({ denominator }) => denominator ?? []);
  if (tops.length < months.length || bottoms.length < months.length) {
    return { state: 'missing', reason: { kind: 'no-parts' } };
  }
  const parts = { numerator: sum(tops), denominator: sum(bottoms) };
  if (parts.denominator.isZero()) return { state: 'undefined', ...parts };
  const value = divide(parts.numerator, parts.denominator);
  return { state: 'known', value, origin: 'computed', ...parts };
}
