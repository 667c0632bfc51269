import { expect, it } from 'vitest';
import { parsePeriod } from '../../src/lib/period.js';

it('a period is a quarter or a year', () => {
  expect(parsePeriod('2026-Q3')).toEqual({
    name: '2026-Q3',
    kind: 'quarter',
    months: ['2026-07', '2026-08', '2026-09'],
  });
  expect(parsePeriod('2026q4')?.months).toEqual(['2026-10', '2026-11', '2026-12']);
  const year = parsePeriod('2026');
  expect([year?.kind, year?.months.length, year?.months[0], year?.months[11]]).toEqual([
    ...['year', 12, '2026-01', '2026-12'],
  ]);
});

it.each(['', '26', '2026-Q5', '2026-Q0', '2026-07', 'Q3'])('“%s” is none', (text) => {
  expect(parsePeriod(text)).toBeUndefined();
});
