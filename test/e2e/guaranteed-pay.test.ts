import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

const month = (sales: number) => csv('工号,销售额', `A,${sales}`);

const SHOP = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {scores: [], pay: [fixed, sold, ends]}}',
    'history: {assume: none}',
  ),
  'rules/fixed.yaml': csv(
    'id: fixed',
    'kind: pay',
    'title: 底薪',
    'lines: [{id: pay, title: 底薪, kind: earning, category: base, formula: 2000}]',
  ),
  'rules/sold.yaml': csv(
    'id: sold',
    'kind: pay',
    'title: 提成',
    'lines: [{id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 1%}]',
  ),
  'rules/ends.yaml': csv(
    'id: ends',
    'kind: pay',
    'title: 保底封顶',
    'lines:',
    '  - {id: top_up, title: 保底补差, kind: earning, category: base, at_least: {of: 应发工资, amount: 3500}}',
    '  - {id: cut, title: 封顶扣减, kind: deduction, category: fine, at_most: {of: 应发工资, amount: 5000}}',
    '  - {id: last, title: 上月应发, kind: balance, formula: 之前(应发工资), undefined: 0}',
  ),
  'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
  '2026-08/metrics.csv': month(120000),
  '2026-09/metrics.csv': month(400000),
};

interface Paid {
  readonly gross: number;
  readonly payable: number;
  readonly lines: readonly { readonly id: string; readonly amount: number }[];
}

async function paid(folder: string, at: string) {
  const run = await kpi(['calc', '-C', folder, '--month', at, '--format', 'json']);
  if (run.code !== 0) throw new Error(run.err);
  const [{ gross, payable, lines }] = JSON.parse(run.out).agents as [Paid];
  const amounts = Object.fromEntries(lines.map(({ id, amount }) => [id, amount]));
  return { gross, payable, ...amounts };
}

it('a guarantee and a cap go over the lines of other books, and the months close with them', async () => {
  const folder = writeShop(SHOP);
  // 2000 + 120000 × 1% = 3200, 300 short of 3500; no month before.
  const august = { pay: 2000, share: 1200, top_up: 300, cut: 0, last: 0 };
  expect(await paid(folder, '2026-08')).toEqual({ gross: 3500, payable: 3500, ...august });
  expect((await kpi(['close', '-C', folder, '--month', '2026-08'])).code).toBe(0);
  // 2000 + 400000 × 1% = 6000, 1000 over 5000; August's gross was 3500.
  const september = { pay: 2000, share: 4000, top_up: 0, cut: 1000, last: 3500 };
  expect(await paid(folder, '2026-09')).toEqual({ gross: 6000, payable: 5000, ...september });
  expect((await kpi(['close', '-C', folder, '--month', '2026-09'])).code).toBe(0);
  expect((await kpi(['verify', '-C', folder])).code).toBe(0);
});

it('prizes of several winners, the gross within a formula, a cap over categories and a guarantee in part', async () => {
  const folder = writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [whole]}}'),
    'rules/whole.yaml': csv(
      'id: whole',
      'kind: pay',
      'title: 工资',
      'lines:',
      '  - {id: base, title: 底薪, kind: earning, category: base, formula: 2000, prorate: calendar_days}',
      '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 1%}',
      '  - {id: prize, title: 销售奖, kind: earning, category: bonus, top: {by: 销售额, amount: [500, 300, 100]}}',
      '  - {id: dues, title: 会费, kind: deduction, category: fine, formula: 应发工资 × 1%}',
      '  - {id: meals, title: 餐补, kind: earning, category: allowance, formula: 100}',
      '  - {id: cut, title: 封顶扣减, kind: deduction, category: fine, at_most: {of: 类别.提成 + 类别.奖金, amount: 6000}}',
      '  - {id: top_up, title: 保底补差, kind: earning, category: base, at_least: {of: 应发工资, amount: 3500}, prorate: calendar_days}',
    ),
    'agents.csv': csv(
      '工号,姓名,岗位,入职日期',
      'A,甲,售前,2025-01-01',
      'B,乙,售前,2025-01-01',
      'C,丙,售前,2025-01-01',
      'D,丁,售前,2026-10-17',
    ),
    '2026-10/metrics.csv': csv('工号,销售额', 'A,900000', 'B,300000', 'C,300000', 'D,20000'),
  });
  const run = await kpi(['calc', '-C', folder, '--month', '2026-10', '--format', 'json']);
  expect(run.code, run.err).toBe(0);
  const { agents } = JSON.parse(run.out) as { agents: readonly Paid[] };
  const lines = agents.map(({ lines, gross, payable }) => ({
    ...Object.fromEntries(lines.map(({ id, amount }) => [id, amount])),
    gross,
    payable,
  }));
  expect(lines).toEqual([
    // 1 % of 2000 + 9000 + 500; commission and bonus are 3500 over 6000.
    {
      ...{ base: 2000, share: 9000, prize: 500, dues: 115, meals: 100, cut: 3500, top_up: 0 },
      ...{ gross: 11600, payable: 7985 },
    },
    // Level at the second place: (300 + 100) ÷ 2 each. 1 % of 2000 + 3000 + 200.
    ...Array.from({ length: 2 }, () => ({
      ...{ base: 2000, share: 3000, prize: 200, dues: 52, meals: 100, cut: 0, top_up: 0 },
      ...{ gross: 5300, payable: 5248 },
    })),
    // 15 of 31 days: 2000 × 15 ÷ 31 = 967.74; 3500 × 15 ÷ 31 = 1693.55, of which 1267.74 are there.
    {
      ...{ base: 967.74, share: 200, prize: null, dues: 11.68, meals: 100, cut: 0, top_up: 425.81 },
      ...{ gross: 1693.55, payable: 1681.87 },
    },
  ]);
});
