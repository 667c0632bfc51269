import { expect, test } from 'vitest';
import { measure, type TestMonth } from './month.js';

const MONTH: TestMonth = {
  settings: { dayStartsAt: 4 * 3600 },
  agents: [{ id: 'A01' }, { id: 'A02' }, { id: 'A03', former: true }],
  chats: [
    // One consult, of which the agent wrote at 8, the buyer at 9 and at 20: it began at 9.
    {
      agent: 'A01',
      buyer: 'x',
      messages: ['a 10-02 08:59:59', 'b 10-02 09:00:00', 'b 10-02 20:00:00', 'a 10-02 20:00:10'],
    },
    { agent: 'A01', buyer: 'y', messages: ['b 10-02 09:59:59'] },
    // Past midnight: the hour is the clock's, whatever the business day.
    { agent: 'A01', buyer: 'z', messages: ['b 10-03 00:30:00', 'a 10-03 00:31:00'] },
    // The night of 1 November belongs to October's last business day; that of 1 October to September.
    { agent: 'A01', buyer: 'z', messages: ['b 11-01 03:59:59'] },
    { agent: 'A01', buyer: 'z', messages: ['b 10-01 03:59:59'] },
    // No consult: the buyer never wrote, or sent advertising that nobody answered.
    { agent: 'A01', buyer: 'w', messages: ['a 10-05 12:00:00'] },
    { agent: 'A01', buyer: 'v', messages: ['b 10-05 12:00:00 ad'] },
    { agent: 'A03', buyer: 'x', messages: ['b 10-06 12:00:00'] },
  ],
};

test('a consult counts in the hour in which the buyer first wrote', async () => {
  const { metrics, of } = await measure({ ...MONTH, byHour: true });
  expect([...(metrics.hours?.get('A01') ?? [])].sort()).toEqual([
    [0, 1],
    [3, 1],
    [9, 2],
  ]);
  expect(of('A01', 'consults')).toBe('4');
  expect([...(metrics.hours?.keys() ?? [])]).toEqual(['A01', 'A02']);
  expect(metrics.hours?.get('A02')?.size).toBe(0);
});

test('hours are counted only where they are asked for, by one query', async () => {
  const without = await measure(MONTH);
  expect(without.metrics.hours).toBeUndefined();
  const asked = await measure({ ...MONTH, byHour: true });
  expect(asked.queries - without.queries).toBe(1);
});

test('without chats there are no hours', async () => {
  const { metrics } = await measure({ agents: [{ id: 'A01' }], orders: [], byHour: true });
  expect(metrics.hours).toBeUndefined();
});

test('consults by weekday and hour are those of the business days of the month, of who works there', async () => {
  const { metrics } = await measure({ ...MONTH, byWeekday: true });
  const found = (metrics.week?.consults ?? []).flatMap((hours, day) =>
    hours.flatMap((consults, hour) => (consults === 0 ? [] : [[day, hour, consults]])),
  );
  // 2 October is a Friday, and its night goes on until four; 31 October, with the night after it, is a Saturday.
  expect(found).toEqual([
    [4, 0, 1],
    [4, 9, 2],
    [5, 3, 1],
  ]);
  expect(metrics.week?.consults.map((hours) => hours.length)).toEqual(Array(7).fill(24));
});

test('the hours that were worked are spread as consults come', async () => {
  const day = (agent: string, on: string, ...consults: readonly string[]) =>
    consults.map((buyer, at) => ({ agent, buyer, messages: [`b ${on}:0${at}:00`] }));
  const { metrics } = await measure({
    agents: [{ id: 'A01' }, { id: 'A02' }],
    chats: [
      ...day('A01', '10-05 09', 'a', 'b', 'c'),
      ...day('A02', '10-05 09', 'd'),
      ...day('A01', '10-05 14', 'e', 'f'),
      ...day('A01', '10-12 09', 'g', 'h', 'i', 'j', 'k', 'l'),
    ],
    byWeekday: true,
  });
  // Two Mondays: 12 consults in 4 hours of work, 3 an hour. At 9 there are 5 a Monday, for 1.67 agents; at 14 one.
  expect(
    metrics.week?.suggested[0]?.map((agents, hour) => [hour, agents]).filter(([, n]) => n),
  ).toEqual([[9, 2]]);
  expect(metrics.week?.suggested.slice(1).flat()).toEqual(Array(6 * 24).fill(0));
});
