import { expect, test } from 'vitest';
import type { Metric } from '../../../src/catalogue/metric.js';
import { METRICS, metricById } from '../../../src/catalogue/metrics/metrics.js';
import { columnsOf, countsOf } from '../../../src/metrics/measures/measures.js';

function metric(id: string): Metric {
  const found = metricById(id);
  if (found === undefined) throw new Error(`no metric ${id}`);
  return found;
}

test('something is counted in every column of every metric that files give', () => {
  for (const each of METRICS.filter(({ level, needs }) => level !== 'team' && needs.length > 0)) {
    expect([each.id, [...countsOf([each]).keys()].sort()]).toEqual([
      each.id,
      [...columnsOf(each)].sort(),
    ]);
  }
});

test('a metric that comes by import only counts nothing', () => {
  expect([...countsOf([metric('satisfaction'), metric('agent_count')])]).toEqual([]);
});

test('a quotient of two metrics is read from theirs, any other from its own sides', () => {
  expect(columnsOf(metric('conversion'))).toEqual(['inquiry_paid', 'inquiries']);
  expect(columnsOf(metric('call_avg'))).toEqual(['call_total', 'call_avg_denominator']);
  expect(columnsOf(metric('refund_rate'))).toEqual([
    'refund_rate_numerator',
    'refund_rate_denominator',
  ]);
});
