import { describe, expect, test } from 'vitest';
import { failures } from '../setup/books.js';
import { kpi } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

/** 1 % of the sales, 2 % of those of the month before, and a yuan for each of the team's mean receptions. */
const COMMISSION = `\
id: commission
kind: pay
title: 提成
parameters:
  rate: {value: 1%, title: 提成点}
  each: {value: 1, title: 单价, unit: yuan}
lines:
  - id: commission
    title: 个人提成
    kind: earning
    category: commission
    formula: 销售额 × 提成点 + 团队平均(接待人数) × 单价 + 之前(销售额, 1) × 2%
`;

const EXAMPLES = `\
examples:
  - title: {zh: 平常的一个月, en: a usual month}
    month: 2026-10
    given: {销售额: 10000, 接待人数: 200}
    team: [{接待人数: 400}]
    history: [{销售额: 9000}]
    expect: {commission: 580}
`;

describe('an example that builds on another', () => {
  // The base: 1 % of 10000 + (200 + 400) ÷ 2 + 2 % of 9000.
  test('has the values of that one, but for what it says itself', () => {
    const next = [
      // 1 % of 50000 + (200 + 400) ÷ 2 + 2 % of 9000
      '  - {title: 大促, base: 平常的一个月, given: {销售额: 50000}, expect: {commission: 980}}',
      // 1 % of 50000 + (600 + 400) ÷ 2 + 180, on what builds on another itself
      '  - {base: 大促, given: {receptions: 600}, expect: {commission: 1180}}',
      // 1 % of 10000 + (200 + 100) ÷ 2 + 180: the others are those that it names
      '  - {base: a usual month, team: [{接待人数: 100}], expect: {commission: 430}}',
    ];
    expect(failures(`${COMMISSION}${EXAMPLES}${next.join('\n')}\n`)).toEqual([]);
  });

  test('names one above, which no example is of itself', () => {
    const below = '  - {title: 甲, base: 乙, given: {}, expect: {commission: 580}}';
    const itself = '  - {title: 乙, base: 乙, given: {}, expect: {commission: 580}}';
    expect(() => failures(`${COMMISSION}${EXAMPLES}${below}\n${itself}\n`)).toThrow(
      'unknown-base 20:22\nunknown-base 21:22',
    );
  });
});

describe('an example of rows', () => {
  const FINE = `\
id: fine
kind: pay
events: {late: 迟到}
lines: [{id: fine, title: 罚款, kind: deduction, category: fine, formula: event.late.amount}]
examples:
`;

  test.each([
    '{amount: 5}',
    '[5, {amount: 5}]',
    '[[5]]',
    '{}',
  ])('cannot give an amount as %s', (given) => {
    const example = `  - {given: {event.late.amount: ${given}}, expect: {fine: 5}}\n`;
    expect(() => failures(`${FINE}${example}`)).toThrow('bad-given 6:33');
  });

  test('gives amounts one by one', () => {
    const example = '  - {given: {event.late.amount: [5, 6]}, expect: {fine: 11}}\n';
    expect(failures(`${FINE}${example}`)).toEqual([]);
  });
});

describe('an example that does not hold', () => {
  const shop = () =>
    writeShop({
      'kpi.yaml': 'shop: 小店\n',
      'agents.csv': '工号,姓名,岗位\nA01,王小丽,售前\n',
      'rules/commission.yaml': `${COMMISSION}${EXAMPLES.replace('580', '581')}`,
    });

  test('is told with its place, its title, and how the amount came about', async () => {
    const { code, out } = await kpi(['rules', 'test', 'commission'], { cwd: shop() });
    expect(code).toBe(1);
    expect(out).toContain(
      'rules/commission.yaml:14 例子“平常的一个月”：个人提成（commission）应为 581，算出 580',
    );
    expect(out).toContain('10000 × 1% + 300 × 1 + 9000 × 2%');
  });
});

describe('an example in Chinese', () => {
  const CARD = `\
编号: kaohe
类型: 考核表
标题: 考核
总分: 100
项目:
  - {编号: huifu, 标题: 回复, 满分: 60, 缺数据: 不计, 达成率: {看: 回复率, 目标: 90%, 封顶: 100%}}
  - {编号: mang, 标题: 忙, 满分: 40, 公式: '最小(40, 符合天数(接待人数 > 50) × 20)'}
通知:
  - {编号: chidao, 标题: 迟到, 级别: 警告, 条件: 迟到 > 0, 文字: '迟到 {迟到} 次'}
例子:
  - 标题: 一天超过 50 人，回复率一半
    已知: {回复率: 45%, 迟到: 0, 逐天: [{接待人数: 51}, {接待人数: 50}]}
    应得: {回复: 30, 忙: 20, 得分: 50, 通知: 无}
  - 标题: 没有回复率，迟到两次
    已知: {回复率: 缺数据, 迟到: 2, 逐天: []}
    应得: {回复: 不计, chidao: 发出, 得分: 0, 通知: 提示 警告}
`;

  test('says in Chinese what is missing, what is left out, which notices there are, and what days had', () => {
    expect(failures(CARD)).toEqual([]);
  });

  test('does not hold where one of these words is another', () => {
    expect(
      failures(CARD.replace('通知: 无', '通知: 提示').replace('回复: 不计', '回复: 0')),
    ).toEqual([
      '一天超过 50 人，回复率一半: 通知 提示, not none',
      '没有回复率，迟到两次: 回复 0, not absent',
    ]);
  });
});
