import { metricById } from '../catalogue/metrics.js';
import { type Decimal, decimal, divide, sum } from '../lib/decimal.js';
import { computed, missing, quotient } from './figures.js';
import type { AgentMonth, MetricValue } from './month-metrics.js';

/**
 * A metric's figure over a team. "A ratio over a team is Σ numerators ÷ Σ denominators, never a mean of
 * ratios"; any other metric is the mean of its members. Missing when a member's figure is missing, for
 * the member's reason, and `no-parts` when a member's ratio came without its parts.
 */
export function teamFigure(metricId: string, members: readonly AgentMonth[]): MetricValue {
  const values = members.map(
    ({ metrics }) => metrics.get(metricId) ?? missing({ kind: 'not-imported' }),
  );
  const unknown = values.find(({ state }) => state === 'missing');
  if (unknown !== undefined) return unknown;
  const figure = metricById(metricId)?.quotient ? ratioOf(values) : meanOf(values);
  const provisional = values.some((value) => value.state !== 'missing' && value.provisional);
  return provisional && figure.state !== 'missing' ? { ...figure, provisional: true } : figure;
}

function ratioOf(values: readonly MetricValue[]): MetricValue {
  const numerators: Decimal[] = [];
  const denominators: Decimal[] = [];
  for (const value of values) {
    if (value.state === 'missing') return value;
    if (value.numerator === undefined || value.denominator === undefined) {
      return missing({ kind: 'no-parts' });
    }
    numerators.push(value.numerator);
    denominators.push(value.denominator);
  }
  return quotient(sum(numerators), sum(denominators));
}

function meanOf(values: readonly MetricValue[]): MetricValue {
  const known = values.flatMap((value) => (value.state === 'known' ? [value.value] : []));
  if (known.length === 0) return quotient(sum([]), sum([]));
  return computed(divide(sum(known), decimal(known.length)));
}
