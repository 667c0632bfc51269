import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** Two shops, orders of A01 but for one, and rules that pay for some of them only. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {pay: [own]}}',
    'metrics: {memo: only}',
    'define:',
    "  vip_sales: {metric: sales, where: {amount: '>= 500'}}",
    "  一店大单: {metric: 付款订单数, title: 一店的大单, where: {shop: 一店, amount: ['>= 500', '< 1000']}}",
    '  成交客单价: {metric: 客单价, where: {status: [交易成功, 已完成]}}',
    "  店铺大单: {metric: shop_sales, where: {amount: '≥ 500元'}}",
  ),
  'rules/own.yaml': csv(
    'id: own',
    'kind: pay',
    'define:',
    '  二店销售额: {metric: 销售额, where: {shop: 二店}}',
    'parameters:',
    '  每单: {value: 10, unit: yuan}',
    '  每天: {value: 5, unit: yuan}',
    'lines:',
    '  - {id: vip, title: 大单提成, kind: earning, category: commission, formula: vip_sales × 1%}',
    '  - {id: first, title: 一店大单奖, kind: earning, category: bonus, formula: 一店大单 × 每单}',
    '  - {id: mean, title: 客单价奖, kind: earning, category: bonus, formula: 成交客单价 × 10%}',
    '  - {id: second, title: 二店提成, kind: earning, category: commission, formula: 二店销售额 × 2%}',
    '  - {id: days, title: 大单日, kind: earning, category: bonus, formula: 每天 × 符合天数(vip_sales > 900)}',
    '  - {id: team, title: 全队大单, kind: earning, category: bonus, formula: 团队合计(vip_sales) × 0.1%}',
    '  - {id: shop, title: 全店大单, kind: earning, category: bonus, formula: 店铺大单 × 0.1%}',
    'examples:',
    '  - given: {vip_sales: 1000, 一店大单: 2, 成交客单价: 50, 二店销售额: 100, 店铺大单: 3000, by_day: [{vip_sales: 901}]}',
    '    expect: {vip: 10, first: 20, mean: 5, second: 2, days: 5, team: 1, shop: 3}',
  ),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,状态,备注,店铺',
    '1,a,2026-10-02 09:00:00,2026-10-02 09:00:00,499.99,交易成功,A01,一店',
    '2,a,2026-10-02 10:00:00,2026-10-02 10:00:00,500.00,交易成功,A01,一店',
    '3,b,2026-10-02 11:00:00,2026-10-02 11:00:00,700.00,交易关闭,A01,一店',
    '4,c,2026-10-03 09:00:00,2026-10-03 09:00:00,900.00,已完成,A01,二店',
    '5,d,2026-10-04 09:00:00,2026-10-04 09:00:00,1000.00,交易成功,A02,一店',
    // Nobody's.
    '6,e,2026-10-05 09:00:00,2026-10-05 09:00:00,2000.00,交易成功,,一店',
  ),
};

describe('a metric over some orders only', () => {
  it('counts the orders that match, for the agent, the day, the team and the shop', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    // Orders 2, 3 and 4: 500 + 700 + 900 = 2100.
    expect(amountOf(agents, 'A01', 'vip')).toBe(21);
    expect(amountOf(agents, 'A02', 'vip')).toBe(10);
    // Orders 2 and 3; order 5 is 1000, which is not below 1000.
    expect(amountOf(agents, 'A01', 'first')).toBe(20);
    expect(amountOf(agents, 'A02', 'first')).toBe(0);
    // Orders 1, 2 and 4, of buyer a on the 2nd and c on the 3rd: 1899.99 ÷ 2 = 949.995, a tenth of it 95.00.
    expect(amountOf(agents, 'A01', 'mean')).toBe(95);
    // Order 4.
    expect(amountOf(agents, 'A01', 'second')).toBe(18);
    // The 2nd has 500 + 700 = 1200; the 3rd 900, which is not more than 900.
    expect(amountOf(agents, 'A01', 'days')).toBe(5);
    // 2100 + 1000.
    expect(amountOf(agents, 'A02', 'team')).toBe(3.1);
    // 3100 and the order that is nobody's: 5100.
    expect(amountOf(agents, 'A02', 'shop')).toBe(5.1);
  });

  it('shows the orders behind it', async () => {
    const cwd = writeShop(SHOP);
    const explain = ['explain', 'A01', '--month', '2026-10', '--rows', '--format', 'json'];
    const rowsOf = async (word: string) => {
      const run = await kpi([...explain, word], { cwd });
      return [...run.out.matchAll(/"order": "(\d)"/g)].map(([, order]) => order);
    };
    expect(await rowsOf('vip_sales')).toEqual(['2', '3', '4']);
    expect(await rowsOf('second')).toEqual(['4']);
  });

  it('is listed with its condition, or with the title that it was given', async () => {
    const run = await kpi(['metrics', '--month', '2026-10'], { cwd: writeShop(SHOP) });
    expect(run.out).toContain('销售额（金额 >= 500 元）');
    expect(run.out).toContain('一店的大单');
  });

  it('is checked by the examples of its rulebook', async () => {
    const run = await kpi(['rules', 'test', 'own'], { cwd: writeShop(SHOP) });
    expect(run.code).toBe(0);
  });

  it('is as it was in a closed month', async () => {
    const cwd = writeShop(SHOP);
    expect((await kpi(['close', '--month', '2026-10'], { cwd })).code).toBe(0);
    expect((await kpi(['verify', '--month', '2026-10'], { cwd })).code).toBe(0);
    const run = await kpi(['metrics', '--month', '2026-10', '--format', 'json'], { cwd });
    expect(run.out).toContain('"vip_sales"');
  });

  it('says of a word that no order has which there are', async () => {
    const files = { ...SHOP, 'kpi.yaml': String(SHOP['kpi.yaml']).replace('已完成]', '交易成工]') };
    const run = await kpi(['check', '--month', '2026-10'], { cwd: writeShop(files) });
    expect(run.err + run.out).toContain('没有这个状态');
    expect(run.err + run.out).toContain('交易成功');
  });

  it('says of a metric that counts no orders which can be chosen from', async () => {
    const config = csv('shop: 小店', 'define: {忙: {metric: 咨询人数, where: {amount: ">= 5"}}}');
    const run = await kpi(['check'], { cwd: writeShop({ ...SHOP, 'kpi.yaml': config }) });
    expect(run.code).toBe(1);
    expect(run.err + run.out).toContain('“咨询人数”不是按订单计的指标');
    expect(run.err + run.out).toContain('付款人数');
  });
});
