import { describe, expect, it } from 'vitest';
import { kpi } from '../../setup/program.js';
import { writeShop } from '../../setup/shop.js';
import { brief, readOctober, SMALL_SHOP, type World } from '../world.js';

const JD =
  '订单号,商品ID,支付方式,下单时间,京东价,应付金额,订单状态,下单帐号,商家备注,付款确认时间';

function untimed({ problems }: World) {
  return problems.filter(({ code }) => code === 'no-payment-time');
}

describe('an order that goes on without a time of payment', () => {
  it('is in no sales, and a warning names count, sum and line: paid on delivery at JD', async () => {
    const cwd = writeShop({
      ...SMALL_SHOP,
      'kpi.yaml': 'shop: 小店\nplans: {presales: classic}\n',
      '2026-10/19453840.csv': `${JD}
61234567890,1,货到付款,2026-10-03 10:00:00,99.00,99.00,完成,jd_u1,A01号,
61234567891,1,在线支付,2026-10-04 10:00:00,50.00,50.00,完成,jd_u2,A01号,2026-10-04 10:01:00
`,
    });
    const { code, out } = await kpi(['metrics', '--month', '2026-10', '--format', 'json'], { cwd });
    expect(code).toBe(0);
    const { agents, problems } = JSON.parse(out);
    expect(agents[0].metrics).toMatchObject({ sales: 50, paid_orders: 1 });
    const found = (name: string) => problems.find((each: { code: string }) => each.code === name);
    expect(found('no-payment-time')).toMatchObject({
      level: 'warning',
      file: '2026-10/19453840.csv',
      line: 2,
      column: '付款确认时间',
      text: '1 个订单的状态是已付款、已发货或已完成，却没有付款时间（共 99 元，例如 61234567890），不计入销售额',
    });
    expect(found('rows-left-out').text).toBe('订单读入 2 行，计入 1 行；不计入：没有付款时间 1');
  });

  it('is told where the export does not say when orders were made', async () => {
    const world = await readOctober({
      '2026-10/a.csv': `订单成交时间,商品,订单号,订单状态,用户实付金额(元),商品数量(件)
\t,甲,261003-1,"已发货，待收货",1299.00,1
\t,甲,261003-2,已取消,5.00,1
2026-10-04 10:00:00,甲,261004-1,"已发货，待收货",50.00,1
`,
    });
    expect(untimed(world)).toMatchObject([{ line: 2, params: { orders: 1, sum: '1299' } }]);
    expect(world.facts?.counts).toMatchObject({
      'orders.no-payment-time': 1,
      'orders.unpaid': 1,
    });
  });

  it('is told of a line beside lines that were paid', async () => {
    const world = await readOctober({
      '2026-10/a.csv': `主订单编号,子订单编号,选购商品,商品数量,订单应付金额,订单提交时间,支付完成时间,订单状态
91,91,甲,1,100.00,2026-10-03 10:00:00,2026-10-03 10:01:00,已完成
91,92,乙,1,30.00,2026-10-03 10:00:00,-,已完成
91,93,丙,1,7.00,2026-10-03 10:00:00,-,已关闭
`,
    });
    expect(await world.query('SELECT amount FROM orders')).toEqual([{ amount: '100.0000' }]);
    expect(untimed(world)).toMatchObject([{ line: 3, params: { orders: 1, sum: '30' } }]);
    expect(world.facts?.counts).toMatchObject({
      'orders.no-payment-time': 1,
      'orders.unpaid': 1,
    });
  });

  it('is one order however many rows repeat it, and whichever file has its items', async () => {
    const repeated = await readOctober({
      '2026-10/a.csv': `${JD}
61,1,货到付款,2026-10-03 10:00:00,99.00,150.00,等待出库,jd_u1,,
61,2,货到付款,2026-10-03 10:00:00,51.00,150.00,等待出库,jd_u1,,
`,
    });
    expect(untimed(repeated)).toMatchObject([{ line: 2, params: { orders: 1, sum: '150' } }]);
    const items = await readOctober({
      '2026-10/a.csv':
        '订单编号,买家会员名,买家实际支付金额,订单状态,订单创建时间,订单付款时间\n71,b,9.00,交易成功,2026-10-03 10:00:00,2026-10-03 10:01:00\n',
      '2026-10/b.csv': '订单编号,标题,购买数量,外部系统编号,订单状态\n71,甲,2,x,交易成功\n',
    });
    expect(brief(items.problems)).toEqual([]);
    expect(items.facts?.counts).toMatchObject({ 'orders.unpaid': 0 });
    expect(items.facts?.counts).not.toHaveProperty('orders.no-payment-time');
  });

  it('is not told of what is unpaid or closed, nor of orders of another month', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': `订单编号,买家,创建时间,付款时间,实付金额,状态
1,b,2026-10-03 10:00:00,,9,等待买家付款
2,b,2026-10-03 10:00:00,,9,交易关闭
3,b,2026-10-03 10:00:00,2026-10-03 10:01:00,9,等待买家付款
4,b,2026-09-03 10:00:00,,9,交易成功
5,b,2026-11-03 10:00:00,,9,已发货
6,b,2026-10-03 10:00:00,,9,
`,
    });
    expect(brief(world.problems)).toEqual([]);
  });
});

describe('orders that are left out', () => {
  it('are told by reason; kept are those that were paid in the month', async () => {
    const world = await readOctober({
      '2026-10/orders.csv': `订单编号,买家,创建时间,付款时间,实付金额
1,b,2026-09-29 10:00:00,2026-09-29 10:01:00,9
2,b,2026-09-30 23:00:00,2026-10-01 00:00:00,9
3,b,2026-10-31 23:00:00,2026-11-01 00:00:00,9
4,b,2026-10-31 23:00:00,,9
5,b,2026-09-30 23:00:00,,9
`,
    });
    expect(world.facts?.counts).toMatchObject({
      'orders.read': 5,
      'orders.other-month': 3,
      'orders.unpaid': 1,
    });
  });
});
