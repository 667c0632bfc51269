import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

it('an example that lacks a metric is told with the name that `given` takes', async () => {
  const cwd = writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [own]}}'),
    'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
    'rules/own.yaml': csv(
      'id: own',
      'kind: pay',
      'lines: [{id: own, title: 提成, kind: earning, category: commission, formula: 销售额 × 1%}]',
      'examples: [{title: 空, given: {}, expect: {own: 1}}]',
    ),
  });
  const zh = await kpi(['rules', 'test', 'own'], { cwd });
  expect(`${zh.out}${zh.err}`).toContain('例子没有给出“销售额”');
  const en = await kpi(['rules', 'test', 'own', '--lang', 'en'], { cwd });
  expect(`${en.out}${en.err}`).toContain('does not give “sales”');
});
