import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** Two plans, a share of the team's sales, and rewards that a supervisor gives. */
function shop(): string {
  return writeShop({
    'kpi.yaml': csv(
      'shop: 小店',
      'plans:',
      '  presales: {title: 售前方案, scores: [], pay: [own]}',
      '  aftersales: {title: 售后方案, scores: [], pay: [after]}',
    ),
    'rules/own.yaml': csv(
      'id: own',
      'kind: pay',
      'events: {award: 奖励}',
      'define:',
      '  mine: {title: 我的占比, formula: 销售额 ÷ 团队合计(销售额)}',
      'lines:',
      '  - {id: prize, title: 占比奖, kind: earning, category: bonus, formula: 300 × 我的占比}',
      '  - {id: reward, title: 奖励金, kind: earning, category: reward, given: {of: event.award.amount}}',
      '  - {id: again, title: 奖励再发, kind: earning, category: reward, formula: event.award.amount × 2}',
    ),
    'rules/after.yaml': csv(
      'id: after',
      'kind: pay',
      'lines: [{id: only, title: 售后津贴, kind: earning, category: bonus, formula: 100}]',
    ),
    'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前', 'B,乙,售前', 'C,丙,售后'),
    '2026-10/metrics.csv': csv('工号,销售额', 'A,10000', 'B,50000', 'C,0'),
    '2026-10/events.csv': csv(
      '日期,工号,事项,金额,次数',
      '2026-10-03,A,奖励,100,2',
      '2026-10-04,A,奖励,30,1',
    ),
  });
}

const explain = (...words: readonly string[]) =>
  kpi(['explain', 'A', ...words, '--month', '2026-10'], { cwd: shop() });

it('an amount that is given several times says how often, and what it comes to', async () => {
  // 2 × 100 + 30
  const given = await explain('奖励金');
  expect(given.out).toContain('奖励金（reward）  收入 230.00 元');
  expect(given.out).toContain('2026-10/events.csv 第 2 行：2 × 100.00 元 = 200.00 元');
  expect(given.out).not.toContain('第 3 行');
  // The same where a formula names it: twice 230.
  const formula = await explain('奖励再发');
  expect(formula.out).toContain('收入 460.00 元');
  expect(formula.out).toContain('第 2 行：2 × 100.00 元 = 200.00 元');
});

it('money by money is shown as a percentage, and pays as it did', async () => {
  // 10000 ÷ 60000, of 300
  const { out } = await explain('占比奖');
  expect(out).toContain('占比奖（prize）  收入 50.00 元');
  expect(out).toContain('我的占比 = 16.6667%');
});

it('a line of another plan is told to be that, with the plan of the agent', async () => {
  const { code, err } = await explain('售后津贴');
  expect(code).toBe(2);
  expect(err).toContain('“售后津贴”是方案“售后方案”的；甲（A）按“售前方案”发，没有这一项');
  expect((await explain('没有的')).err).toContain('没有叫“没有的”的项目或指标');
});
