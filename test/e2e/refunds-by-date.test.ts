import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const REFUNDS = [
  '售后编号,订单号,退款金额,售后状态,退款时间',
  // Order 1 of September was 300: of 120 and 300 given back 300 count, in October.
  'r1,1,120,退款成功,2026-10-05 09:00:00',
  'r2,1,300,退款成功,2026-10-06 09:00:00',
  // Of order 2 the 70 of October's last second, not the 50 of November.
  'r3,2,50,退款成功,2026-11-01 00:00:00',
  'r4,2,70,退款成功,2026-10-31 23:59:59',
  'r5,3,100,退款关闭,2026-10-07 09:00:00',
  'r6,4,80,退款成功,2026-10-08 09:00:00',
];

/** 10% of sales; of refunds made in the month 10% are taken back, of those of older orders 1% more. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [own]}}', 'metrics: {memo: only}'),
  'rules/own.yaml': csv(
    'id: own',
    'kind: pay',
    'define:',
    '  大额退款: {metric: 本月退款, where: {amount: ">= 500"}}',
    'lines:',
    '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 10%}',
    '  - {id: back, title: 退款扣回, kind: deduction, category: loss, formula: 本月退款 × 10%}',
    '  - {id: older, title: 往月退款扣回, kind: deduction, category: loss, formula: 往月订单退款 × 1%}',
    '  - {id: large, title: 大额退款扣回, kind: deduction, category: loss, formula: 大额退款 × 10%}',
    '  - {id: paid, title: 付款月退款, kind: balance, formula: 退款金额}',
  ),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,备注',
    '1,a,2026-09-20 09:00:00,2026-09-20 09:00:00,300,A01',
    '2,b,2026-10-02 09:00:00,2026-10-02 09:00:00,1000,A01',
    '3,c,2026-10-03 09:00:00,2026-10-03 09:00:00,100,A02',
    '4,d,2026-09-25 09:00:00,2026-09-25 09:00:00,80,',
  ),
  '2026-10/orders-refunds.csv': csv(...REFUNDS),
};

describe('refunds by the day on which they were made', () => {
  it('count in the month of the refund, those of older orders apart', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    expect(amountOf(agents, 'A01', 'share')).toBe(100);
    // 300 + 70.
    expect(amountOf(agents, 'A01', 'back')).toBe(37);
    expect(amountOf(agents, 'A01', 'older')).toBe(3);
    // Order 2 alone is of 500 or more.
    expect(amountOf(agents, 'A01', 'large')).toBe(7);
    // By the month of payment all of order 2 counts: 50 + 70.
    expect(amountOf(agents, 'A01', 'paid')).toBe(120);
    expect(amountOf(agents, 'A02', 'back')).toBe(0);
    expect(amountOf(agents, 'A02', 'older')).toBe(0);
  });

  it('are shown with their rows, and are as they were in a closed month', async () => {
    const cwd = writeShop(SHOP);
    const explain = ['explain', 'A01', 'refunds_by_date', '--month', '2026-10', '--rows'];
    const { out } = await kpi([...explain, '--format', 'json'], { cwd });
    expect([...out.matchAll(/"order": "(\d)"/g)].map(([, order]) => order)).toEqual([
      '1',
      '1',
      '2',
    ]);
    expect([...out.matchAll(/"refund": "?(\d+)/g)].map(([, yuan]) => yuan)).toEqual([
      '120',
      '180',
      '70',
    ]);
    expect((await kpi(['close', '--month', '2026-10'], { cwd })).code).toBe(0);
    expect((await kpi(['verify', '--month', '2026-10'], { cwd })).code).toBe(0);
  });

  it('are not known while no file says when they were made', async () => {
    const refunds = csv(...REFUNDS.map((row) => row.replace(/,[^,]*$/, '')));
    const cwd = writeShop({ ...SHOP, '2026-10/orders-refunds.csv': refunds });
    const { code, err } = await kpi(['calc', '--month', '2026-10'], { cwd });
    expect(code).toBe(1);
    expect(err).toContain('没有“本月退款”：2026-10/orders-refunds.csv 里有的行没有填“退款时间”');
    expect(err).toContain('导出时带上“退款时间”一列');
  });
});
