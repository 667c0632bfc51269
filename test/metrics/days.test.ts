import { describe, expect, test } from 'vitest';
import type { MetricValue } from '../../src/catalogue/figure.js';
import { at, measure, type TestMonth } from './month.js';

const MONTH: TestMonth = {
  settings: { dayStartsAt: 4 * 3600, memo: 'only' },
  agents: [{ id: 'A01' }, { id: 'A02', former: true }],
  chats: [
    { agent: 'A01', buyer: 'x', messages: ['b 10-02 03:59:00', 'a 10-02 03:59:30'] },
    { agent: 'A01', buyer: 'x', messages: ['b 10-02 04:00:00', 'a 10-02 04:00:50'] },
    { agent: 'A01', buyer: 'y', messages: ['b 10-02 09:00:00', 'a 10-02 09:00:10'] },
    { agent: 'A01', buyer: 'z', messages: ['b 10-05 09:00:00'] },
    { agent: 'A02', buyer: 'z', messages: ['b 10-07 09:00:00', 'a 10-07 09:00:10'] },
  ],
  orders: [
    { created: '10-02 05:00:00', paid: '10-03 03:00:00', amount: '12.5', memo: 'A01' },
    { created: '10-08 05:00:00', paid: '10-08 06:00:00', amount: '7', memo: 'A01' },
  ],
};

function shown(value: MetricValue | undefined): string {
  if (value === undefined || value.state === 'missing') return 'missing';
  return value.state === 'known' ? value.value.toFixed() : 'undefined';
}

/** The days of A01 as `day figure …`, a star on those on which the agent worked. */
async function daysOf(month: TestMonth): Promise<readonly string[]> {
  const { metrics } = await measure(month);
  const days = metrics.daily?.agents.get('A01') ?? [];
  return days.map(({ day, worked, metrics: figures }) => {
    const texts = (month.byDay ?? []).map((id) => shown(figures.get(id)));
    return [`${day.slice(5)}${worked ? '*' : ''}`, ...texts].join(' ');
  });
}

describe('the figures of single days', () => {
  test('are those of business days', async () => {
    expect(await daysOf({ ...MONTH, byDay: ['receptions', 'response_time', 'sales'] })).toEqual([
      // 30 seconds; 50 and 10 seconds; a payment at 3 in the night belongs to the day before.
      '10-01* 1 30 0',
      '10-02* 2 30 12.5',
      '10-05 0 undefined 0',
      '10-08 0 undefined 7',
    ]);
  });

  test('are counted only of what is asked: one query for each table behind it', async () => {
    const without = await measure(MONTH);
    expect(without.metrics.daily).toBeUndefined();
    const one = await measure({ ...MONTH, byDay: ['sales'] });
    // The paid orders, and the days on which anybody wrote to a buyer; then the chat days of the month.
    expect(one.queries - without.queries).toBe(2);
    const ratio = await measure({ ...MONTH, byDay: ['sales', 'reply_rate'] });
    expect(ratio.queries - without.queries).toBe(3);
    expect([...(one.metrics.daily?.agents.get('A01')?.[0]?.metrics.keys() ?? [])]).toEqual([
      'sales',
    ]);
  });

  test('are there of agents who are paid, no others', async () => {
    const { metrics } = await measure({ ...MONTH, byDay: ['sales'] });
    expect([...(metrics.daily?.agents.keys() ?? [])]).toEqual(['A01']);
  });

  test('of logged-in time stand on the days with presence', async () => {
    const month: TestMonth = {
      agents: [{ id: 'A01' }],
      attendanceEvents: [
        ['A01', '2026-10-01', 'present', 120, null],
        ['A01', '2026-10-03', 'late', null, null],
      ],
      calls: [
        [at('10-01 10:00:00'), 'A01', 'in', true, 60, 0, 0, 5],
        [at('10-02 10:00:00'), 'A01', 'in', false, 0, 0, 0, 5],
      ],
      byDay: ['calls_per_hour', 'late'],
    };
    expect(await daysOf(month)).toEqual(['10-01* 0.5 0', '10-02 undefined 0', '10-03 undefined 1']);
  });

  test('are not known to be of working days where no file says who worked', async () => {
    const orders = { agents: [{ id: 'A01' }], orders: MONTH.orders ?? [], byDay: ['sales'] };
    expect((await measure(orders)).metrics.daily?.workedKnown).toBe(false);
    expect((await measure({ ...MONTH, byDay: ['sales'] })).metrics.daily?.workedKnown).toBe(true);
    const late = [['A01', '2026-10-03', 'late', null, null]];
    const only = await measure({ ...orders, attendanceEvents: late });
    expect(only.metrics.daily?.workedKnown).toBe(false);
  });
});
