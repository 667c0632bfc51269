import { describe, expect, it } from 'vitest';
import { brief, readOctober } from '../world.js';

const HEADER = '订单编号,买家,创建时间,付款时间,实付金额\n';
const rows = (from: number, count: number, day: string) =>
  Array.from({ length: count }, (_, n) => `${from + n},tb,${day} 10:00:00,${day} 10:01:00,10\n`);
const AFTER_MIDNIGHT = rows(9001, 1, '2026-10-01').join('');

describe('an export of orders that hardly touches the month', () => {
  it('is warned of when it reaches further back than orders are looked back on', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': HEADER + rows(1, 40, '2026-09-02').join('') + AFTER_MIDNIGHT,
    });
    expect(brief(world.problems)).toEqual(['mostly-outside-month | 2026-10/orders.csv']);
    expect(world.problems[0]?.params).toMatchObject({ rows: 41, inMonth: 1 });
  });

  it('is let pass when it is what orders are looked back on', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': HEADER + rows(1, 40, '2026-09-29').join('') + AFTER_MIDNIGHT,
    });
    expect(brief(world.problems)).toEqual([]);
  });

  it('is let pass when it covers the whole month and much more', async () => {
    const world = await readOctober({
      '2026-10/orders.csv':
        HEADER +
        rows(1, 40, '2026-09-02').join('') +
        AFTER_MIDNIGHT +
        rows(101, 40, '2026-12-02').join(''),
    });
    expect(brief(world.problems)).toEqual([]);
  });
});
