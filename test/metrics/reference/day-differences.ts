import type { MetricValue } from '../../../src/catalogue/figure.js';
import { METRICS } from '../../../src/catalogue/metrics/metrics.js';
import { type Decimal, decimal, sum } from '../../../src/lib/decimal.js';
import type { DailyMetrics, DayMetrics } from '../../../src/metrics/month-metrics.js';
import type { ReferenceValue } from './figures.js';
import type { RawMonth } from './raw-month.js';
import type { ReferenceDays } from './reference.js';

/** Counts of different buyers, and a greatest number: the days of a month do not add up to them. */
const NOT_ADDITIVE: ReadonlySet<string> = new Set(['buyers', 'peak_sessions', 'assist_follow_ups']);

const BY_DAY = METRICS.filter(({ byDay }) => byDay === true);

/**
 * Every figure of a single day in which a result differs from the reference, and every metric whose days do
 * not add up to its month, each as one line.
 */
export function dayDifferences(
  month: RawMonth,
  expected: ReadonlyMap<string, ReferenceDays>,
  daily: DailyMetrics | undefined,
): string[] {
  if (daily === undefined) return ['days: nothing was counted'];
  return [...daily.agents].flatMap(([id, days]) => {
    const reference = expected.get(id);
    if (reference === undefined) return [`${id} days: not in the reference`];
    const asked = BY_DAY.map((metric) => metric.id).filter((metric) =>
      hasDays(metric, month, reference),
    );
    return [
      ...asked.flatMap((metric) => figureDifferences(`${id} ${metric}`, metric, reference, days)),
      ...asked.flatMap((metric) => sumDifferences(`${id} ${metric}`, metric, reference, days)),
      ...workedDifferences(id, reference, days),
    ];
  });
}

/** What is missing in the month has no days, nor has attendance by month. */
function hasDays(metric: string, month: RawMonth, reference: ReferenceDays): boolean {
  const needs = METRICS.find(({ id }) => id === metric)?.needs ?? [];
  if (needs.includes('attendance') && month.attendanceMonths !== undefined) return false;
  return reference.month.get(metric)?.state !== 'missing';
}

function figureDifferences(
  who: string,
  metric: string,
  reference: ReferenceDays,
  days: readonly DayMetrics[],
): string[] {
  return [...reference.days].flatMap(([day, values]) => {
    const wanted = shown(values.get(metric));
    const counted = days.find((other) => other.day === day)?.metrics.get(metric);
    // A day that is not listed is one on which nothing was counted.
    const got = counted === undefined ? nothing(values.get(metric)) : shown(counted);
    return wanted === got ? [] : [`${who} on a day: expected ${day} ${wanted}, got ${got}`];
  });
}

function nothing(like: ReferenceValue | undefined): string {
  return like?.state === 'undefined' || (like?.state === 'known' && like.denominator !== undefined)
    ? 'undefined = 0 / 0'
    : '0';
}

function sumDifferences(
  who: string,
  metric: string,
  reference: ReferenceDays,
  days: readonly DayMetrics[],
): string[] {
  const month = reference.month.get(metric);
  if (NOT_ADDITIVE.has(metric) || month === undefined || month.state === 'missing') return [];
  const values = days.flatMap((day) => day.metrics.get(metric) ?? []);
  const add = (of: (value: MetricValue) => Decimal | undefined): string =>
    sum(values.map((value) => of(value) ?? decimal(0))).toFixed();
  const got =
    month.denominator === undefined
      ? add((value) => (value.state === 'known' ? value.value : undefined))
      : `${add(numeratorOf)} / ${add(denominatorOf)}`;
  const wanted =
    month.state === 'known' && month.denominator === undefined
      ? month.value.toFixed()
      : `${month.numerator?.toFixed()} / ${month.denominator?.toFixed()}`;
  return wanted === got ? [] : [`${who} over days: expected ${wanted}, got ${got}`];
}

function numeratorOf(value: MetricValue): Decimal | undefined {
  return value.state === 'missing' ? undefined : value.numerator;
}

function denominatorOf(value: MetricValue): Decimal | undefined {
  return value.state === 'missing' ? undefined : value.denominator;
}

function workedDifferences(
  id: string,
  { worked }: ReferenceDays,
  days: readonly DayMetrics[],
): string[] {
  const wanted = [...worked].sort().join();
  const got = days
    .filter((day) => day.worked)
    .map(({ day }) => day)
    .join();
  return wanted === got ? [] : [`${id} worked: expected ${wanted}, got ${got}`];
}

/** `0.25 = 1 / 4`: the figure and its exact parts. */
function shown(value: ReferenceValue | MetricValue | undefined): string {
  if (value === undefined || value.state === 'missing') return 'missing';
  const figure = value.state === 'known' ? value.value.toFixed() : 'undefined';
  if (value.numerator === undefined || value.denominator === undefined) return figure;
  return `${figure} = ${value.numerator.toFixed()} / ${value.denominator.toFixed()}`;
}
