import { describe, expect, it } from 'vitest';
import {
  addMonths,
  type Day,
  dayNumber,
  dayOf,
  firstDay,
  lastDay,
  likelyMonth,
  type Month,
  monthsBetween,
  parseDay,
  parseMonth,
  previousMonth,
  quarterOf,
} from '../../src/lib/month.js';

const month = (text: string) => text as Month;
const day = (text: string) => text as Day;

describe('months and days', () => {
  it('are known when they are written otherwise, but nothing else is', () => {
    for (const text of [
      '2026-1',
      '2026/1',
      '2026/01',
      '202601',
      '2026.1',
      '2026年1月',
      '２０２６-1',
    ]) {
      expect(likelyMonth(text)).toBe('2026-01');
    }
    expect(likelyMonth('2026-10-05')).toBe('2026-10');
    for (const text of ['2026-13', '202613', '20261', '26-10', '10', 'orders', '2026-101']) {
      expect(likelyMonth(text)).toBeUndefined();
    }
  });

  it('are read only as they are written', () => {
    expect(parseMonth('2026-10')).toBe('2026-10');
    for (const text of ['2026-13', '2026-00', '26-10', '2026/10', '2026-1', '']) {
      expect(parseMonth(text)).toBeUndefined();
    }
    expect(parseDay('2024-02-29')).toBe('2024-02-29');
    for (const text of ['2026-02-29', '2026-10-32', '2026-10-00', '2026-1-1', 'today']) {
      expect(parseDay(text)).toBeUndefined();
    }
  });

  it('are counted over the turn of the year', () => {
    expect(addMonths(month('2026-12'), 1)).toBe('2027-01');
    expect(addMonths(month('2026-01'), -1)).toBe('2025-12');
    expect(addMonths(month('2026-10'), -22)).toBe('2024-12');
    expect([firstDay(month('2026-02')), lastDay(month('2026-02'))]).toEqual([
      '2026-02-01',
      '2026-02-28',
    ]);
    expect(lastDay(month('2024-02'))).toBe('2024-02-29');
    expect(dayOf(dayNumber(day('2026-10-31')) + 1)).toBe('2026-11-01');
    expect([month('2026-03'), month('2026-04'), month('2026-12')].map(quarterOf)).toEqual([
      1, 2, 4,
    ]);
  });

  it('count full months from day to day, the last day of a month as the end of any', () => {
    const cases: readonly (readonly [string, string, number])[] = [
      ['2026-07-01', '2026-10-01', 3],
      ['2026-07-02', '2026-10-01', 2],
      ['2026-01-31', '2026-02-28', 1],
      ['2026-01-31', '2026-02-27', 0],
      ['2025-10-31', '2026-10-31', 12],
    ];
    for (const [from, to, months] of cases) expect(monthsBetween(day(from), day(to))).toBe(months);
  });

  it('begin in Shanghai', () => {
    expect(previousMonth(new Date('2026-10-31T15:59:59Z'))).toBe('2026-09');
    expect(previousMonth(new Date('2026-10-31T16:00:00Z'))).toBe('2026-10');
  });
});
