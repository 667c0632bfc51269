import { describe, expect, it } from 'vitest';
import { csv } from '../../setup/shop.js';
import { brief, readOctober } from '../world.js';

const HEADER = '订单编号,买家,创建时间,付款时间,实付金额';
const order = (id: string) => `${id},b,2026-10-02 10:00:00,2026-10-02 10:05:00,20`;

describe('numbers of orders without the noughts before them', () => {
  it('are those of the order that they can only mean, with a warning', async () => {
    const world = await readOctober({
      '2026-10/订单.csv': csv(HEADER, order('00123'), order('00124'), order('7'), order('07')),
      '2026-10/退款.csv': csv(
        '订单编号,退款编号,退款金额,退款状态',
        '123,1,5,退款成功',
        '00124,2,6,退款成功',
        '007,3,4,退款成功',
      ),
      '2026-10/刷单.csv': csv('序号,旺旺名称,佣金,淘宝订单编号', '1,b,20,0124'),
    });
    expect(brief(world.problems).filter((each) => each.includes('noughts'))).toEqual([
      'order-without-noughts | 2026-10/刷单.csv | 淘宝订单编号 | 0124',
      'order-without-noughts | 2026-10/退款.csv | 订单编号 | 123',
    ]);
    expect(
      await world.query(
        'SELECT order_id, CAST(refund AS VARCHAR) AS refund FROM orders ORDER BY order_id',
      ),
    ).toEqual([
      { order_id: '00123', refund: '5.0000' },
      { order_id: '07', refund: '0.0000' },
      { order_id: '7', refund: '0.0000' },
    ]);
  });

  it('are found in complaints and events as well, which then count with their order', async () => {
    const world = await readOctober({
      '2026-10/订单.csv': csv(HEADER, order('00123'), order('00124'), order('7'), order('07')),
      '2026-10/complaints.csv': csv(
        '日期,工号,类型,订单编号',
        '2026-10-09,A01,投诉,00124',
        '2026-10-10,A01,投诉,123',
        '2026-10-10,A02,投诉,0123',
        '2026-10-11,A01,投诉,007',
        '2026-10-12,A01,投诉,99',
      ),
      '2026-10/events.csv': csv('日期,工号,事项,订单编号', '2026-10-10,A01,x,124'),
    });
    expect(brief(world.problems).filter((each) => each.includes('noughts'))).toEqual([
      'order-without-noughts | 2026-10/events.csv:2 | 订单编号 | 124',
      'order-without-noughts | 2026-10/complaints.csv:3 | 订单编号 | 123',
    ]);
    expect(world.facts?.complaints.map(({ order }) => order?.id)).toEqual([
      '00124',
      '00123',
      '00123',
      '007',
      '99',
    ]);
    expect(world.facts?.events.map(({ order }) => order?.id)).toEqual(['00124']);
  });
});
