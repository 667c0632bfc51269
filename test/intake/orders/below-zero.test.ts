import { describe, expect, it } from 'vitest';
import { csv } from '../../setup/shop.js';
import { brief, readOctober } from '../world.js';

const TIMES = '2026-10-03 10:00:00,2026-10-03 10:01:00';
const CANONICAL = '订单编号,买家,创建时间,付款时间,实付金额,数量';
const PDD = '商品,订单号,订单状态,用户实付金额(元),商品数量(件),订单成交时间';

describe('an order below 0', () => {
  it.each([
    [csv(CANONICAL, `1,b,${TIMES},50,1`, `2,c,${TIMES},-100,1`), '实付金额 | -100'],
    [csv(CANONICAL, `1,b,${TIMES},50,1`, `2,c,${TIMES},100,-2`), '数量 | -2'],
    [
      csv(PDD, '甲,1,已收货,50,1,2026-10-03 10:00:00', '甲,2,已收货,-100,1,2026-10-03 10:00:00'),
      '用户实付金额(元) | -100',
    ],
  ])('is an error that names the cell, and takes nothing from the sales', async (text, column) => {
    const world = await readOctober({ '2026-10/orders.csv': text });
    expect(brief(world.problems)).toContain(`below-zero | 2026-10/orders.csv:3 | ${column}`);
  });

  it('may be of 0 yuan', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': csv(CANONICAL, `1,b,${TIMES},0,1`, `2,c,${TIMES},-0.00,0`),
    });
    expect(brief(world.problems)).toEqual([]);
  });
});
