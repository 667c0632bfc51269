import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** A shop that pays for what was sold of some items. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {pay: [own]}}',
    'metrics: {memo: only}',
    'define:',
    '  杯子: {metric: 销售额, where: {item: [保温杯, 茶杯]}}',
    '  杯子净额: {metric: 净销售额, where: {item: [保温杯, 茶杯]}}',
    '  杯子件数: {metric: 销售件数, where: {item: [保温杯, 茶杯]}}',
    '  杯子单数: {metric: 付款订单数, where: {item: [保温杯, 茶杯]}}',
    '  七号: {metric: 销售额, where: {item: "7007"}}',
    '  全店杯子: {metric: 店铺销售额, where: {item: [保温杯, 茶杯]}}',
  ),
  'rules/own.yaml': csv(
    'id: own',
    'kind: pay',
    'parameters:',
    '  每件: {value: 1, unit: yuan}',
    '  每天: {value: 5, unit: yuan}',
    'lines:',
    '  - {id: cups, title: 杯子提成, kind: earning, category: commission, formula: 杯子}',
    '  - {id: net, title: 净额, kind: earning, category: commission, formula: 杯子净额}',
    '  - {id: pieces, title: 件数, kind: earning, category: bonus, formula: 杯子件数 × 每件}',
    '  - {id: orders, title: 单数, kind: earning, category: bonus, formula: 杯子单数 × 每件}',
    '  - {id: seven, title: 七号奖, kind: earning, category: bonus, formula: 七号}',
    '  - {id: days, title: 天, kind: earning, category: bonus, formula: 每天 × 符合天数(杯子 > 100)}',
    '  - {id: shop, title: 全店, kind: earning, category: bonus, formula: 全店杯子}',
  ),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,退款金额,数量,备注',
    // One cup and one spoon, and 8 of postage: 60 + 40 + 8. The cup came back.
    '1,a,2026-10-02 09:00:00,2026-10-02 09:00:00,108.00,60.00,2,A01',
    // Cups only, with 5 of postage.
    '2,b,2026-10-02 10:00:00,2026-10-02 10:00:00,125.00,0,3,A01',
    // No cup.
    '3,c,2026-10-03 09:00:00,2026-10-03 09:00:00,40.00,0,1,A01',
    // Cup and spoon, all given back.
    '4,d,2026-10-04 09:00:00,2026-10-04 09:00:00,100.00,100.00,2,A02',
    // Nobody's: a cup.
    '5,e,2026-10-05 09:00:00,2026-10-05 09:00:00,60.00,0,1,',
  ),
  '2026-10/orders-items.csv': csv(
    '主订单编号,子订单编号,商品标题,商品ID,购买数量,买家实付金额,退款金额,退款状态',
    '1,11,保温杯,7001,1,60.00,60.00,退款成功',
    '1,12,勺子,7007,1,40.00,0,无退款申请',
    '2,21,保温杯,7001,1,60.00,0,无退款申请',
    '2,22,茶杯,7002,2,60.00,0,无退款申请',
    '3,31,勺子,7007,1,40.00,0,无退款申请',
    '4,41,保温杯,7001,1,60.00,60.00,退款成功',
    '4,42,勺子,7007,1,40.00,40.00,退款成功',
    '5,51,保温杯,7001,1,60.00,0,无退款申请',
  ),
};

const ORDERS = '2026-10/orders.csv';
const ITEMS = '2026-10/orders-items.csv';

/** The same report without its sixth column, what was paid for each line. */
const WITHOUT_AMOUNTS = String(SHOP[ITEMS]).replaceAll(/^((?:[^,]*,){5})[^,]*,/gm, '$1');

describe('a metric over some items only', () => {
  it('counts of an order the lines of these items, and an order of nothing else as a whole', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    // Of order 1 the cup, 60; order 2 with its postage, 125.
    expect(amountOf(agents, 'A01', 'cups')).toBe(185);
    // The cup of order 1 came back.
    expect(amountOf(agents, 'A01', 'net')).toBe(125);
    // 1 + 3.
    expect(amountOf(agents, 'A01', 'pieces')).toBe(4);
    expect(amountOf(agents, 'A01', 'orders')).toBe(2);
    // Spoons by their id: 40 of order 1, and order 3.
    expect(amountOf(agents, 'A01', 'seven')).toBe(80);
    // On the 2nd 185.
    expect(amountOf(agents, 'A01', 'days')).toBe(5);
    expect(amountOf(agents, 'A02', 'cups')).toBe(60);
    expect(amountOf(agents, 'A02', 'net')).toBe(0);
    // 185 + 60 + the order that is nobody's.
    expect(amountOf(agents, 'A02', 'shop')).toBe(305);
  });

  it('shows what each order adds', async () => {
    const cwd = writeShop(SHOP);
    const run = await kpi(['explain', 'A01', 'cups', '--month', '2026-10', '--rows'], { cwd });
    expect(run.out).toContain('销售额（商品 保温杯或茶杯）');
    expect(run.out).toContain('125');
    expect(run.out).not.toContain('2026-10-03');
  });

  it('is not known where an order has other items and nobody says what each cost', async () => {
    const run = await kpi(['calc', '--month', '2026-10'], {
      cwd: writeShop({ ...SHOP, [ITEMS]: WITHOUT_AMOUNTS }),
    });
    expect(run.code).toBe(1);
    expect(run.err).toContain('2026-10 有 2 张订单还有别的商品');
    expect(run.err).toContain('如 1：');
    expect(run.err).toContain('没有“销售额（商品 保温杯或茶杯）”');
  });

  it('counts such orders and their pieces all the same', async () => {
    const cwd = writeShop({ ...SHOP, [ITEMS]: WITHOUT_AMOUNTS });
    const run = await kpi(['metrics', '--month', '2026-10', '--format', 'json'], { cwd });
    const [a01] = JSON.parse(run.out).agents;
    expect(a01.metrics.杯子单数).toBe(2);
    expect(a01.metrics.杯子件数).toBe(4);
    expect(a01.metrics.杯子).toBeNull();
  });

  it('is not known of the agent of an order that names no item, and known of the others', async () => {
    const items = String(SHOP[ITEMS])
      .replace('4,41,保温杯', '4,41,')
      .replace(',7001,1,60.00,60.00,退款成功\n4,42', ',,1,60.00,60.00,退款成功\n4,42');
    const cwd = writeShop({ ...SHOP, [ITEMS]: items });
    const run = await kpi(['metrics', '--month', '2026-10', '--format', 'json'], { cwd });
    const [a01, a02] = JSON.parse(run.out).agents;
    expect(a01.metrics.杯子).toBe(185);
    expect(a02.metrics.杯子).toBeNull();
    expect(run.err).toContain('2026-10 有 1 张订单没有说是什么商品');
  });

  it('takes the item that an order names itself', async () => {
    const { [ITEMS]: _, ...files } = SHOP;
    const orders = csv(
      '订单编号,创建时间,付款时间,实付金额,备注,商品',
      '1,2026-10-02 09:00:00,2026-10-02 09:00:00,60.00,A01,保温杯',
      '2,2026-10-02 09:00:00,2026-10-02 09:00:00,40.00,A01,勺子',
    );
    const cwd = writeShop({ ...files, [ORDERS]: orders });
    const run = await kpi(['metrics', '--month', '2026-10', '--format', 'json'], { cwd });
    expect(JSON.parse(run.out).agents[0].metrics.杯子).toBe(60);
  });

  it('says of an item that nobody ordered what there is', async () => {
    const config = String(SHOP['kpi.yaml']).replace(
      '七号: {metric: 销售额, where: {item: "7007"}}',
      '七号: {metric: 销售额, where: {item: 保温怀}}',
    );
    const run = await kpi(['check', '--month', '2026-10'], {
      cwd: writeShop({ ...SHOP, 'kpi.yaml': config }),
    });
    expect(run.err + run.out).toContain('没有这个商品');
    expect(run.err + run.out).toContain('保温杯');
  });

  it('is as it was in a closed month', async () => {
    const cwd = writeShop(SHOP);
    expect((await kpi(['close', '--month', '2026-10'], { cwd })).code).toBe(0);
    expect((await kpi(['verify', '--month', '2026-10'], { cwd })).code).toBe(0);
  });
});

/** The same shop pays by category; its list is in the shop's folder. */
const BY_CATEGORY: ShopFiles = {
  ...SHOP,
  'kpi.yaml': csv(
    'shop: 小店',
    'metrics: {memo: only}',
    'define:',
    '  餐具: {metric: 销售额, where: {category: 餐具}}',
    '  贵餐具: {metric: 销售额, where: {category: 餐具, item: 保温杯, amount: ">= 100"}}',
  ),
  // The spoon is listed by its id, the cup by its name; no tea cup.
  'products.csv': csv('商品,商品ID,类目', '保温杯,,杯子', ',7007,餐具'),
};

async function figuresOf(files: ShopFiles) {
  const cwd = writeShop(files);
  const run = await kpi(['metrics', '--month', '2026-10', '--format', 'json'], { cwd });
  const figure = (agent: number, id: string) => JSON.parse(run.out).agents[agent].metrics[id];
  return { run, figure };
}

describe('a metric over a category', () => {
  it('takes the category of each item from the list, and says which items it does not have', async () => {
    const { run, figure } = await figuresOf(BY_CATEGORY);
    // The spoons of orders 1 and 3.
    expect(figure(0, '餐具')).toBe(80);
    expect(figure(1, '餐具')).toBe(40);
    expect(figure(0, '贵餐具')).toBe(0);
    expect(run.err).toContain('2026-10 的订单里有 1 种商品不在商品表里');
    expect(run.err).toContain('茶杯');
  });

  it('goes by the list of the month before that of the shop', async () => {
    const { figure } = await figuresOf({
      ...BY_CATEGORY,
      '2026-10/products.csv': csv('商品ID,类目', '7007,礼品', '7001,餐具'),
    });
    // The cup of order 1, and that of order 2; no spoon.
    expect(figure(0, '餐具')).toBe(120);
    // Of orders of 100 and more: order 1 came to 108, order 2 to 125.
    expect(figure(0, '贵餐具')).toBe(120);
  });

  it('goes by what the order says of itself before any list', async () => {
    const { [ITEMS]: _, ...files } = BY_CATEGORY;
    const orders = csv(
      '订单编号,创建时间,付款时间,实付金额,备注,商品,类目',
      '1,2026-10-02 09:00:00,2026-10-02 09:00:00,60.00,A01,保温杯,餐具',
      '2,2026-10-02 09:00:00,2026-10-02 09:00:00,40.00,A01,保温杯,',
    );
    const { figure } = await figuresOf({ ...files, [ORDERS]: orders });
    expect(figure(0, '餐具')).toBe(60);
  });

  it('says of an item in two categories where both are', async () => {
    const list = csv('商品,类目', '保温杯,杯子', '保温杯,餐具');
    const { run } = await figuresOf({ ...BY_CATEGORY, 'products.csv': list });
    expect(run.code).toBe(1);
    expect(run.err).toContain('“保温杯”的类目在 products.csv 第 2 行是“杯子”');
  });

  it('is not known where nobody says the categories', async () => {
    const { 'products.csv': _, ...files } = BY_CATEGORY;
    const { run, figure } = await figuresOf(files);
    expect(figure(0, '餐具')).toBeNull();
    expect(run.err).toContain('没有说是什么商品（或什么类目）');
  });
});
