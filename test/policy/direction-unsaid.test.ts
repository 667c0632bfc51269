import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

async function told(files: ShopFiles): Promise<readonly string[]> {
  const shop = writeShop({
    'kpi.yaml': csv('shop: 店', 'plans: {售前: {scores: [s], pay: [x]}}'),
    'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
    ...files,
  });
  const run = await kpi(['check', '--format', 'json', '--lang', 'zh'], { cwd: shop });
  const { problems } = JSON.parse(run.out) as {
    problems: readonly { level: string; code: string; text: string }[];
  };
  return problems.map(({ level, code, text }) =>
    [level, code, /^“(.+?)”/.exec(text)?.[1]].join(' '),
  );
}

const PAY = csv(
  'id: x',
  'kind: pay',
  'lines: [{id: b, title: 奖, kind: earning, category: bonus, formula: 1}]',
);

/** A scorecard with one item of this table. */
const item = (table: string): ShopFiles => ({
  'rules/x.yaml': PAY,
  'rules/s.yaml': csv(
    'id: s',
    'kind: scorecard',
    'total: 100',
    `items: [{id: a, title: 甲, full: 100, ${table}}]`,
    'define: {speed: {title: 速度, formula: (平均响应时间)}}',
  ),
});

/** A scorecard that takes points off by this table. */
const deduction = (table: string): ShopFiles => ({
  'rules/x.yaml': PAY,
  'rules/s.yaml': csv(
    'id: s',
    'kind: scorecard',
    'total: 100',
    'items: [{id: a, title: 甲, full: 100, formula: 100}]',
    `deductions: [{id: d, title: 丁, full: 10, ${table}}]`,
  ),
});

/** A pay book of one line of this table. */
const line = (table: string, kind = 'earning'): ShopFiles => ({
  ...item('formula: 100'),
  'rules/x.yaml': csv(
    'id: x',
    'kind: pay',
    `lines: [{id: b, title: 奖, kind: ${kind}, category: bonus, ${table}}]`,
  ),
});

describe('of a figure of which less is better', () => {
  it.each([
    ['target: {of: 平均响应时间, target: 30}', '平均响应时间'],
    ['target: {of: 店铺退款率, target: 5%}', '店铺退款率'],
    ['target: {of: 速度, target: 30}', '平均响应时间'],
    ['rank: {by: 差评, ladder: [100, 50]}', '差评'],
    ['weighted: [{id: p, weight: 100, target: {of: 退款率, target: 5%}}]', '退款率'],
  ])('an item says which way it goes, or is told: %s', async (table, name) => {
    expect(await told(item(table))).toEqual([`warning higher-unsaid ${name}`]);
  });

  it.each([
    ['rank: {by: 投诉, ladder: [100, 50]}', '投诉'],
    ['top: {by: 退款率, amount: 100}', '退款率'],
    ['top: {by: [销售额, {of: 迟到}], amount: 100}', '迟到'],
  ])('and so does a prize: %s', async (table, name) => {
    expect(await told(line(table))).toEqual([`warning higher-unsaid ${name}`]);
  });

  it.each([
    'target: {of: 平均响应时间, target: 30, better: lower}',
    'rank: {by: 投诉, better: higher, ladder: [100]}',
    'rank: {by: 销售额, ladder: [100]}',
    'target: {of: 销售额, target: 30000}',
    // What is made of it is another figure: here more is better.
    'target: {of: 1 − 退款率, target: 95%}',
  ])('nothing is told where it is said, or more is better: %s', async (table) => {
    expect(await told(item(table))).toEqual([]);
  });

  it('what is taken off goes up with it', async () => {
    expect(await told(line('rank: {by: 投诉, ladder: [20]}', 'deduction'))).toEqual([]);
    expect(await told(deduction('target: {of: 投诉, target: 3}'))).toEqual([]);
    expect(await told(line('top: {by: {of: 退款率, nearest: 5%}, amount: 100}'))).toEqual([]);
  });
});
