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
