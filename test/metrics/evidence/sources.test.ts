import { expect, test } from 'vitest';
import { metricById } from '../../../src/catalogue/metrics/metrics.js';
import { addsOf, metricSources } from '../../../src/metrics/evidence/sources.js';

function sources(id: string) {
  const metric = metricById(id);
  return metric === undefined ? [] : metricSources(metric);
}

test('the sides of a quotient are columns of the same rows, or of different ones', () => {
  expect(sources('conversion')).toEqual([
    {
      of: 'classified_consults',
      columns: ['adds_inquiry_paid', 'adds_inquiries'],
      adds: 'adds_inquiry_paid',
      below: 'adds_inquiries',
    },
  ]);
  expect(sources('occupancy').map(({ of, adds, below }) => [of, adds, below])).toEqual([
    ['month_calls', 'adds_occupancy_numerator', undefined],
    ['attendance', undefined, 'adds_occupancy_denominator'],
  ]);
});

test('rows that are shown for what is derived add nothing up', () => {
  const [attendance, ...others] = sources('full_attendance');
  expect(others).toEqual([]);
  expect([attendance?.adds, attendance?.below]).toEqual([undefined, undefined]);
  expect(attendance?.columns).toContain('adds_missed_punch');
});

test('a row adds what its measure says, when it counts, and once where different ones are counted', () => {
  expect(addsOf('month_created')).toBe(
    '1 AS adds_created_orders, CASE WHEN (unpaid) THEN 1 END AS adds_unpaid_orders',
  );
  expect(addsOf('followed')).toBe(
    'CASE WHEN (row_number() OVER (PARTITION BY buyer, (true) ORDER BY purchase, session_starts) = 1) ' +
      'THEN 1 END AS adds_assist_follow_ups',
  );
});
