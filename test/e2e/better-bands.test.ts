import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** A shop with one agent, whose figures and book are given. */
function shopOf(figures: string, book: readonly string[]): string {
  return writeShop({
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {presales: {pay: [own, base_flat]}}',
      'custom_metrics: [{id: sold, title: 卖出, unit: yuan}, {id: rate, title: 退回率, unit: ratio}]',
    ),
    'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
    '2026-10/metrics.csv': csv('工号,sold,rate', `A01,${figures}`),
    'rules/own.yaml': csv('id: own', 'kind: pay', ...book),
  });
}

/** What `explain` says would have given something else, of a line of kind earning or deduction. */
async function pointers(figures: string, book: readonly string[]): Promise<readonly string[]> {
  const cwd = shopOf(figures, book);
  const ran = await kpi(['explain', 'A01', '--month', '2026-10'], { cwd });
  expect(ran.code, ran.err).toBe(0);
  const shown = ran.out.split('\n').filter((line) => line.includes('→'));
  const json = await kpi(['explain', 'A01', '--month', '2026-10', '--format', 'json'], { cwd });
  expect(json.out.split('"tone": "next"')).toHaveLength(shown.length + 1);
  return shown.map((line) => line.trim());
}

const line = (kind: 'earning' | 'deduction', table: string) => [
  `lines: [{id: pay, title: 钱, kind: ${kind}, category: ${kind === 'earning' ? 'bonus' : 'fine'}, ${table}}]`,
];

describe('explain points to what would have been better, and to nothing else', () => {
  const rising =
    'bands: {of: sold, table: [{to: 100, amount: 1}, {to: 200, amount: 2}, {amount: 3}]}';

  it('a band of an earning: the one above, by what is missing beyond the bound', async () => {
    expect(await pointers('100,0', line('earning', rising))).toEqual([
      '→ 只要 > 100.00 元，就可得 2.00 元',
    ]);
    expect(await pointers('100.01,0', line('earning', rising))).toEqual([
      '→ 到 > 200.00 元 还差 99.99 元，可得 3.00 元',
    ]);
    expect(await pointers('201,0', line('earning', rising))).toEqual([]);
  });

  it('a band of a deduction: the one that costs less', async () => {
    expect(await pointers('50,0', line('deduction', rising))).toEqual([]);
    expect(await pointers('150,0', line('deduction', rising))).toEqual([
      '→ 到 ≤ 100.00 元 还差 50.00 元，减为 1.00 元',
    ]);
  });

  it('where lower is better: the row before, and past rows that give the same', async () => {
    const falling =
      'bands: {of: rate, table: [{to: 5%, amount: 30}, {to: 8%, amount: 20}, {to: 11%, amount: 20}, {amount: 0}]}';
    expect(await pointers('0,4%', line('earning', falling))).toEqual([]);
    expect(await pointers('0,9%', line('earning', falling))).toEqual([
      '→ 到 ≤ 5% 还差 4%，可得 30.00 元',
    ]);
  });

  it('bounds from large to small: at least, and above', async () => {
    const table =
      'bands: {of: sold, table: [{from: 200, amount: 3}, {over: 100, amount: 2}, {amount: 1}]}';
    expect(await pointers('150,0', line('earning', table))).toEqual([
      '→ 到 ≥ 200.00 元 还差 50.00 元，可得 3.00 元',
    ]);
    expect(await pointers('200,0', line('deduction', table))).toEqual([
      '→ 只要 < 200.00 元，就减为 2.00 元',
    ]);
  });

  it('the best in the middle: from either side', async () => {
    const hump =
      'bands: {of: sold, table: [{to: 100, amount: 1}, {to: 200, amount: 9}, {amount: 1}]}';
    expect(await pointers('50,0', line('earning', hump))).toEqual([
      '→ 到 > 100.00 元 还差 50.00 元，可得 9.00 元',
    ]);
    expect(await pointers('150,0', line('earning', hump))).toEqual([]);
    expect(await pointers('250,0', line('earning', hump))).toEqual([
      '→ 到 ≤ 200.00 元 还差 50.00 元，可得 9.00 元',
    ]);
  });

  it('a worse row between: the better one beyond it', async () => {
    const table =
      'bands: {of: sold, table: [{to: 100, amount: 5}, {to: 200, amount: 3}, {amount: 9}]}';
    expect(await pointers('50,0', line('earning', table))).toEqual([
      '→ 到 > 200.00 元 还差 150.00 元，可得 9.00 元',
    ]);
  });

  it('tiers of the whole amount: by what the tier would come to, not by its rate', async () => {
    const tiers = (rates: readonly string[]) =>
      line(
        'earning',
        `bands: {of: sold, marginal: false, table: [{to: 50000, rate: ${rates[0]}}, {to: 100000, rate: ${rates[1]}}, {rate: ${rates[2]}}]}`,
      );
    expect(await pointers('50000.01,0', tiers(['0.8%', '1%', '1.2%']))).toEqual([
      '→ 到 > 100,000.00 元 还差 49,999.99 元，可得 1.2%',
    ]);
    // 1 % of 50,000 is 500; 0.8 % of 80,000 is 640, of 60,000 only 480.
    expect(await pointers('80000,0', tiers(['1%', '0.8%', '0.5%']))).toEqual([]);
    expect(await pointers('60000,0', tiers(['1%', '0.8%', '0.5%']))).toEqual([
      '→ 到 ≤ 50,000.00 元 还差 10,000.00 元，可得 1%',
    ]);
  });

  it('tiers of which each counts for its own slice: the next slice that gives more for each yuan', async () => {
    const slices = (rates: readonly string[], kind: 'earning' | 'deduction' = 'earning') =>
      line(
        kind,
        `bands: {of: sold, marginal: true, table: [{to: 50000, rate: ${rates[0]}}, {to: 100000, rate: ${rates[1]}}, {rate: ${rates[2]}}]}`,
      );
    const rising = slices(['1%', '2%', '3%']);
    expect(await pointers('49999.99,0', rising)).toEqual([
      '→ 到 > 50,000.00 元 还差 0.01 元，再往上的部分按 2%',
    ]);
    expect(await pointers('50000,0', rising)).toEqual(['→ > 50,000.00 元 的部分按 2%']);
    expect(await pointers('60000,0', rising)).toEqual([
      '→ 到 > 100,000.00 元 还差 40,000.00 元，再往上的部分按 3%',
    ]);
    expect(await pointers('100000.01,0', rising)).toEqual([]);
    // The slice that gives less is no aim; the one beyond it is.
    expect(await pointers('40000,0', slices(['1%', '0.5%', '2%']))).toEqual([
      '→ 到 > 100,000.00 元 还差 60,000.00 元，再往上的部分按 2%',
    ]);
    // What is sold more costs more there: nothing to aim at.
    expect(await pointers('60000,0', slices(['1%', '2%', '3%'], 'deduction'))).toEqual([]);
  });

  it('the pay and its slices beside what comes next: 50,000 at 1 % and 10,000 at 2 % are 700', async () => {
    const table =
      'bands: {of: sold, marginal: true, table: [{to: 50000, rate: 1%}, {to: 100000, rate: 2%}, {rate: 3%}]}';
    const cwd = shopOf('60000,0', line('earning', table));
    const { out } = await kpi(['explain', 'A01', '--month', '2026-10', 'pay'], { cwd });
    expect(out).toContain('700.00');
    expect(out).toContain('50,000.00 元 这一段按 1%');
    expect(out).toContain('10,000.00 元 这一段按 2%');
    expect(out).not.toContain('这一段按 3%');
  });

  it('a definition: as the line uses it, taken off or divided by it the other way round', async () => {
    const defined = (formula: string) => [
      `define: {step: {title: 档, unit: yuan, ${rising}}}`,
      `lines: [{id: pay, title: 钱, kind: earning, category: bonus, formula: "${formula}"}]`,
    ];
    const up = ['→ 到 > 200.00 元 还差 50.00 元，可得 3.00 元'];
    const down = ['→ 到 ≤ 100.00 元 还差 50.00 元，减为 1.00 元'];
    expect(await pointers('150,0', defined('10 + 档'))).toEqual(up);
    expect(await pointers('150,0', defined('最大(1, 档 × 2)'))).toEqual(up);
    expect(await pointers('150,0', defined('10 - 档'))).toEqual(down);
    expect(await pointers('150,0', defined('10 - (20 - 档)/5'))).toEqual(up);
    expect(await pointers('150,0', defined('如果(档 > 1, 5, 6)'))).toEqual([]);
  });

  it('a place of a ranking: the nearest that gives more', async () => {
    const cwd = writeShop({
      'kpi.yaml': csv(
        'shop: 小店',
        'plans: {presales: {pay: [own]}}',
        'custom_metrics: [{id: sold, title: 卖出, unit: yuan}]',
      ),
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前', 'A03,丙,售前'),
      '2026-10/metrics.csv': csv('工号,sold', 'A01,300', 'A02,200', 'A03,100'),
      'rules/own.yaml': csv(
        'id: own',
        'kind: pay',
        ...line('earning', 'rank: {by: sold, ladder: [50, 20, 20]}'),
      ),
    });
    const third = await kpi(['explain', 'A03', '--month', '2026-10'], { cwd });
    expect(third.out).toContain('→ 离第 1 名差 200.00 元，第 1 名可得 50.00 元\n');
    const first = await kpi(['explain', 'A01', '--month', '2026-10'], { cwd });
    expect(first.out).not.toContain('→');
  });

  it('a grade of a deduction: the better grade that costs less', async () => {
    const cwd = writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [card], pay: []}}'),
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
      '2026-10/ratings.csv': csv('工号,项目,评分', 'A01,tidy,中', 'A01,work,中'),
      'rules/card.yaml': csv(
        'id: card',
        'kind: scorecard',
        'total: 10',
        'ratings: {tidy: 整洁, work: 做事}',
        'items:',
        '  - {id: work, full: 10, grade: {of: rating.work, 优: 10, 良: 5, 中: 5, 差: 0}}',
        'deductions:',
        '  - {id: tidy, grade: {of: rating.tidy, 优: 0, 良: 1, 中: 1, 差: 9}}',
      ),
    });
    const { out, err } = await kpi(['explain', 'A01', '--month', '2026-10'], { cwd });
    expect(err).toBe('');
    expect(out.split('\n').filter((each) => each.includes('→'))).toEqual([
      expect.stringContaining('评为优可得 10 分'),
      expect.stringContaining('评为优减为 0 分'),
    ]);
  });
});
