import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** Shop sales 600000, of which the agents 340000: 260000 are the team's. */
const FIGURES = csv(
  '工号,销售额,接待人数',
  'A,80000,100',
  'B,90000,300',
  'C,70000,250',
  'D,100000,150',
);

const ORDERS = csv(
  '订单编号,买家,创建时间,付款时间,实付金额',
  '1000,b1,2026-10-05 10:00:00,2026-10-05 10:01:00,260000',
);

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: shifts}'),
  'rules/shifts.yaml': csv(
    'id: shifts',
    'kind: plan',
    'scores: []',
    'pay: [commission_team_pool, top_seller, by_shift]',
    'team_by: shift',
  ),
  'rules/by_shift.yaml':
    csv(
      'id: by_shift',
      'kind: pay',
      'lines:',
      '  - {id: divided, title: 同班次平均, kind: earning, category: bonus, formula: 团队平均(接待人数) × 1 元}',
      '  - {id: said, title: 说明班次, kind: earning, category: bonus, formula: "team_mean(receptions, shift) × 1 元"}',
      '  - {id: heads, title: 班次人数, kind: earning, category: bonus, formula: 团队人数(班次) × 1 元}',
    ).replaceAll('1 元', '一元') +
    csv('parameters:', '  yuan_each: {title: 一元, value: 1, unit: yuan}'),
  'agents.csv': csv(
    '工号,姓名,岗位,班次',
    'A,甲,售前,早班',
    'B,乙,售前,早班',
    'C,丙,售前,晚班',
    'D,丁,售前,晚班',
  ),
  '2026-10/orders.csv': ORDERS,
  '2026-10/metrics.csv': FIGURES,
};

describe('a plan that divides its team', () => {
  it('shares a pool and gives a prize among everybody, whom it compares by shift', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    // 260000 ÷ 2 ÷ 4 × 1.1% = 357.5, with 880, 990, 770 and 1100 of their own.
    expect(['A', 'B', 'C', 'D'].map((id) => amountOf(agents, id, 'commission'))).toEqual([
      1238, 1348, 1128, 1458,
    ]);
    expect(['A', 'B', 'C', 'D'].map((id) => amountOf(agents, id, 'top_seller'))).toEqual([
      null,
      null,
      null,
      300,
    ]);
    // (100 + 300) ÷ 2 and (250 + 150) ÷ 2.
    for (const id of ['A', 'B', 'C', 'D']) {
      expect(amountOf(agents, id, 'divided')).toBe(200);
      expect(amountOf(agents, id, 'said')).toBe(200);
      expect(amountOf(agents, id, 'heads')).toBe(2);
    }
  });
});

describe('a figure over those who are alike in a column of the roster', () => {
  const undivided = {
    ...SHOP,
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [by_shift]}}'),
  };

  it('needs no plan that divides, and says in the explanation over whom it goes', async () => {
    const folder = writeShop({
      ...undivided,
      '2026-10/metrics.csv': FIGURES.replace('B,90000,300', 'B,90000,500'),
    });
    const agents = await paidAgents(folder);
    expect(amountOf(agents, 'A', 'divided')).toBe(250); // (100 + 500 + 250 + 150) ÷ 4
    expect(amountOf(agents, 'A', 'said')).toBe(300); // (100 + 500) ÷ 2
    expect(amountOf(agents, 'C', 'said')).toBe(200); // (250 + 150) ÷ 2
    const { out } = await kpi(['explain', 'A', '-C', folder, '--month', '2026-10']);
    expect(out).toContain('班次相同的 2 人');
  });

  it('is that of everybody where the roster has no shifts, and unknown for one without among others', async () => {
    const without = writeShop({
      ...undivided,
      'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前', 'B,乙,售前', 'C,丙,售前', 'D,丁,售前'),
    });
    expect(amountOf(await paidAgents(without), 'A', 'heads')).toBe(4);
    const gap = writeShop({
      ...undivided,
      'agents.csv': csv(
        '工号,姓名,岗位,班次',
        'A,甲,售前,早班',
        'B,乙,售前,早班',
        'C,丙,售前,',
        'D,丁,售前,晚班',
      ),
    });
    const run = await kpi(['calc', '-C', gap, '--month', '2026-10']);
    expect(run.code).toBe(1);
    expect(run.err).toContain('roster-gap');
    expect(run.err).toContain('agents.csv:4');
    expect(run.err).not.toContain('agents.csv:2');
  });
});
