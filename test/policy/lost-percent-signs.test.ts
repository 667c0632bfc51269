import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

interface ShownProblem {
  readonly level: string;
  readonly code: string;
  readonly line: number;
  readonly text: string;
  readonly remedy: string;
}

/** The problems of a book with one line of so many further keys. */
async function problemsOf(keys: string): Promise<readonly ShownProblem[]> {
  const line = `  - {id: b, title: 奖, kind: earning, category: bonus, ${keys}}`;
  const shop = writeShop({
    'kpi.yaml': csv(
      'shop: 店',
      'plans: {售前: {scores: [], pay: [x]}}',
      'targets: {person: 50000, cases: 300}',
    ),
    'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
    'rules/x.yaml': csv(
      'id: x',
      'kind: pay',
      'lines:',
      line,
      'parameters: {goal: {title: 销售目标, value: 50000, unit: yuan}, high: {title: 高档, value: 1.5}}',
      'define: {done: {title: 完成率, formula: 净销售额 ÷ 目标.person}}',
    ),
  });
  const run = await kpi(['check', '--format', 'json', '--lang', 'zh'], { cwd: shop });
  return (JSON.parse(run.out) as { problems: ShownProblem[] }).problems;
}

describe('a completion is a ratio', () => {
  it('held against 80 it is told with the percentage that was meant', async () => {
    expect(await problemsOf('when: 完成率 >= 80, formula: 100')).toMatchObject([
      {
        level: 'warning',
        code: 'percent-likely',
        line: 4,
        text: '80 是 8000%，这里很少这么高：这个条件永远不成立',
        remedy: '是不是 80%？比率写成百分数或小数；确实是这个意思，写成 8000%',
      },
    ]);
  });

  it.each([
    'when: 净销售额 ÷ 目标.person >= 100, formula: 100',
    'when: 净销售额 ÷ 销售目标 > 80, formula: 100',
    'when: (接待人数 ÷ 目标.cases) < 60, formula: 100',
    'bands: {of: 完成率, table: [{below: 80, amount: 0}, {amount: 100}]}',
  ])('however it is written: %s', async (keys) => {
    expect((await problemsOf(keys)).map(({ code }) => code)).toEqual(['percent-likely']);
  });

  it.each([
    'when: 完成率 >= 80%, formula: 100',
    'when: 完成率 >= 1.2, formula: 100',
    'when: 完成率 >= 200%, formula: 100',
    // So much for each of them is no share.
    'when: 净销售额 ÷ 接待人数 >= 80, formula: 100',
    'when: 净销售额 >= 80 × 目标.person ÷ 目标.cases, formula: 100',
  ])('and is not told of what may be: %s', async (keys) => {
    expect(await problemsOf(keys)).toEqual([]);
  });
});

describe('a rate of more than the figure itself', () => {
  it('is told in tiers, row by row', async () => {
    const table = '[{to: 30000, rate: 0.9}, {to: 50000, rate: 1.5}, {rate: 2}]';
    const problems = await problemsOf(`bands: {of: 净销售额, marginal: true, table: ${table}}`);
    expect(problems.map(({ code, text, remedy }) => [code, text, remedy])).toEqual([
      [
        'percent-likely',
        '1.5 是 150%，这里很少这么高：给出的比这个数本身还多',
        '是不是 1.5%？比率写成百分数或小数；确实是这个意思，写成 150%',
      ],
      [
        'percent-likely',
        '2 是 200%，这里很少这么高：给出的比这个数本身还多',
        '是不是 2%？比率写成百分数或小数；确实是这个意思，写成 200%',
      ],
    ]);
  });

  it('is told of a parameter by its name', async () => {
    const problems = await problemsOf(
      'bands: {of: 净销售额, marginal: false, table: [{rate: 高档}]}',
    );
    expect(problems.map(({ text }) => text)).toEqual([
      '“高档” 1.5 是 150%，这里很少这么高：给出的比这个数本身还多',
    ]);
  });

  it.each(['1.5%', '100%', '150%', '0.015', '1'])('is not told of %s', async (rate) => {
    const keys = `bands: {of: 净销售额, marginal: false, table: [{rate: ${rate}}]}`;
    expect(await problemsOf(keys)).toEqual([]);
  });
});

describe('more commission than sales', () => {
  it('is told of a parameter where it stands', async () => {
    expect(await problemsOf('formula: 净销售额 × 高档')).toMatchObject([
      {
        level: 'warning',
        code: 'percent-likely',
        line: 5,
        text: '“高档” 1.5 是 150%，这里很少这么高：给出的比这个数本身还多',
        remedy: '是不是 1.5%？比率写成百分数或小数；确实是这个意思，写成 150%',
      },
    ]);
  });

  it.each([
    'formula: 净销售额 × 1.5',
    'formula: 2 × 销售额',
    'formula: 100 + (销售额 × 1.1)',
  ])('and of a number: %s', async (keys) => {
    expect((await problemsOf(keys)).map(({ code }) => code)).toEqual(['percent-likely']);
  });

  it.each([
    'formula: 净销售额 × 1.5%',
    'formula: 净销售额 × 0.015',
    'formula: 净销售额 × 150%',
    // What follows makes a share of it after all.
    'formula: 净销售额 × 高档 ÷ 100',
    'formula: 净销售额 × 高档 × 1%',
    'formula: (净销售额 × 2 + 销售额) × 1%',
    "formula: '最小(净销售额 × 2, 500)'",
    'formula: 净销售额 ÷ 10000 × 50',
    'formula: 客单价 × 2',
    'formula: 接待人数 × 2',
  ])('but not of what may be: %s', async (keys) => {
    expect(await problemsOf(keys)).toEqual([]);
  });
});

it('a cap of 120 times the target caps nothing', async () => {
  const capped = async (cap: string) => {
    const shop = writeShop({
      'kpi.yaml': csv('shop: 店', 'plans: {售前: {scores: [s], pay: []}}'),
      'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
      'rules/s.yaml': csv(
        'id: s',
        'kind: scorecard',
        'total: 100',
        `items: [{id: a, full: 100, target: {of: 净销售额, target: 50000, cap: ${cap}}}]`,
      ),
    });
    const run = await kpi(['check', '--format', 'json', '--lang', 'zh'], { cwd: shop });
    return (JSON.parse(run.out) as { problems: ShownProblem[] }).problems.map(({ text }) => text);
  };
  expect(await capped('120')).toEqual(['120 是 12000%，这里很少这么高：等于没有封顶']);
  for (const cap of ['120%', '1.2', '1000%']) expect(await capped(cap)).toEqual([]);
});
