import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** A shop that pays by a figure of its own, which it declares in kpi.yaml. */
const SHOP = {
  'kpi.yaml': csv(
    'shop: 电商部',
    'plans: {星级客服: {scores: [], pay: [own]}, 组长: lead}',
    'custom_metrics: [{id: sales_goal, title: 个人目标, unit: yuan}]',
  ),
  'agents.csv': csv('工号,姓名,岗位', 'A,甲,星级客服', 'B,乙,组长'),
  'rules/own.yaml': csv(
    'id: own',
    'kind: pay',
    'lines:',
    '  - {id: share, title: 个人提成, kind: earning, category: commission, formula: 销售额 ÷ 个人目标 × 1000}',
    'examples:',
    '  - {given: {销售额: 60000, 个人目标: 80000}, expect: {share: 750}}',
  ),
  'rules/lead.yaml': csv('id: lead', 'kind: plan', 'roles: [组长]', 'pay: [own]'),
  '2026-10/metrics.csv': csv('工号,销售额,个人目标', 'A,50000,100000', 'B,0,100000'),
};

describe('metrics that a shop declares in kpi.yaml', () => {
  it('are known to every command that reads its rulebooks', async () => {
    const shop = writeShop(SHOP);
    for (const command of [
      ['check'],
      ['check', '--month', '2026-10'],
      ['rules', 'test', 'own'],
      ['rules', 'show', 'own'],
      ['rules', 'list'],
      ['calc', '--month', '2026-10'],
    ]) {
      const run = await kpi(command, { cwd: shop });
      expect(run, command.join(' ')).toMatchObject({ code: 0 });
      expect(run.out + run.err).not.toContain('unknown-name');
    }
  });

  it('mean what they did before the catalogue had a metric of that name', async () => {
    const shop = writeShop({
      ...SHOP,
      'kpi.yaml': csv(
        'shop: 电商部',
        'plans: {星级客服: {pay: [own]}, 组长: {pay: [own]}}',
        'custom_metrics: [{id: ot, title: 工作日加班, unit: hours}]',
      ),
      'rules/own.yaml': csv(
        'id: own',
        'kind: pay',
        'lines:',
        '  - {id: over, title: 加班费, kind: earning, category: allowance, formula: 工作日加班 × 20}',
      ),
      'rules/lead.yaml': csv('id: lead', 'kind: plan', 'roles: [组长]', 'pay: [own]'),
      '2026-10/metrics.csv': csv('工号,工作日加班', 'A,10', 'B,2.5'),
    });
    const { out, code } = await kpi(['calc', '--month', '2026-10', '--format', 'json'], {
      cwd: shop,
    });
    expect(code).toBe(0);
    const { agents } = JSON.parse(out) as { agents: { payable: number }[] };
    expect(agents.map(({ payable }) => payable)).toEqual([200, 50]);
  });

  it('are known to parameters that kpi.yaml sets in a book of no plan', async () => {
    const set = csv(
      'shop: 电商部',
      'plans: {星级客服: {pay: [base_flat]}, 组长: {pay: [base_flat]}}',
      'custom_metrics: [{id: sales_goal, title: 个人目标, unit: yuan}]',
      'set: {own.rate: 2%}',
    );
    const own = csv(
      'id: own',
      'kind: pay',
      'parameters: {rate: 1%}',
      'lines:',
      '  - {id: share, kind: earning, category: bonus, formula: 个人目标 × rate}',
    );
    const { 'rules/lead.yaml': _lead, ...rest } = SHOP;
    const shop = writeShop({ ...rest, 'kpi.yaml': set, 'rules/own.yaml': own });
    expect(await kpi(['check'], { cwd: shop })).toMatchObject({ code: 0 });
  });
});
