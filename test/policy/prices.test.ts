import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** A shop of one agent whose month is imported, and the rulebook by which she is paid. */
function shopOf(figures: string, ...book: readonly string[]): string {
  return writeShop({
    'kpi.yaml': csv('shop: 店', 'plans: {售后: {scores: [], pay: [sheet]}}'),
    'agents.csv': csv('工号,姓名,岗位,级别,入职日期', 'A,甲,售后,中级,2023-05-01'),
    '2026-10/metrics.csv': csv(...figures.split('\n')),
    'rules/sheet.yaml': csv('id: sheet', 'kind: pay', ...book),
  });
}

async function paid(shop: string): Promise<Readonly<Record<string, number>>> {
  const run = await kpi(['calc', '--month', '2026-10', '--format', 'json'], { cwd: shop });
  const { agents } = JSON.parse(run.out) as {
    agents: { lines: { id: string; amount: number }[] }[];
  };
  return Object.fromEntries((agents[0]?.lines ?? []).map(({ id, amount }) => [id, amount]));
}

describe('the sheet of a shop', () => {
  it('pays by the piece, each slice at its own price', async () => {
    const shop = shopOf(
      '工号,接待人数\nA,2600',
      'lines:',
      '  - {id: piece, title: 计件, kind: earning, category: performance, bands: {of: 接待人数, marginal: true, table: [{to: 1000, amount: 0.1}, {to: 2000, amount: 0.15}, {amount: 0.2}]}}',
    );
    // 1000 × 0.1 + 1000 × 0.15 + 600 × 0.2 = 100 + 150 + 120
    expect(await paid(shop)).toEqual({ piece: 370 });
    const { out } = await kpi(['explain', 'A', '--month', '2026-10'], { cwd: shop });
    expect(out).toContain('600 人次 这一段按单价 0.20 元');
  });

  it('finds the price for the whole and the coefficient, and multiplies them', async () => {
    const shop = shopOf(
      '工号,接待人数,回复率\nA,1500,96%',
      'define:',
      '  单价: {unit: 元/单, bands: {of: 接待人数, table: [{to: 1000, value: 0.1}, {value: 0.2}]}}',
      '  系数: {bands: {of: 回复率, table: [{below: 80%, value: 0.8}, {below: 95%, value: 1}, {value: 1.2}]}}',
      'lines:',
      '  - {id: piece, title: 计件, kind: earning, category: performance, formula: 接待人数 × 单价 × 系数}',
    );
    // 1500 × 0.2 × 1.2
    expect(await paid(shop)).toEqual({ piece: 360 });
  });

  it('takes a day’s and an hour’s wage off, however the wage is written', async () => {
    const shop = shopOf(
      '工号,请假天数,平均日服务时长\nA,2,8',
      'parameters: {base: {title: 底薪数, value: 3000, unit: yuan}, late: {title: 餐补, value: 15, unit: 元/天}}',
      'define:',
      '  日薪: {unit: yuan, formula: 底薪数 ÷ 21.75}',
      '  每天: {unit: 元/天, formula: 底薪数 ÷ 21.75}',
      '  时薪: {unit: 元/小时, formula: 每天 ÷ 8}',
      'lines:',
      '  - {id: base, title: 底薪, kind: earning, category: base, formula: 底薪数}',
      '  - {id: leave, title: 事假, kind: deduction, category: loss, formula: 日薪 × 请假天数}',
      '  - {id: away, title: 缺勤, kind: deduction, category: loss, formula: 每天 × 请假天数}',
      '  - {id: hours, title: 工时, kind: deduction, category: loss, formula: 时薪 × 平均日服务时长}',
      '  - {id: meals, title: 餐补扣回, kind: deduction, category: loss, formula: 餐补 × 请假天数}',
    );
    // 3000 ÷ 21.75 = 137.931…; twice that 275.86; by the hour 17.241… × 8 = 137.93
    expect(await paid(shop)).toEqual({
      base: 3000,
      leave: 275.86,
      away: 275.86,
      hours: 137.93,
      meals: 30,
    });
  });

  it('is told what a rate of pieces was meant to be', async () => {
    const shop = shopOf(
      '工号,接待人数\nA,2600',
      'lines:',
      '  - {id: piece, title: 计件, kind: earning, category: performance, bands: {of: 接待人数, marginal: true, table: [{to: 1000, rate: 10%}, {rate: 20%}]}}',
    );
    const { err } = await kpi(['calc', '--month', '2026-10'], { cwd: shop });
    expect(err).toContain('rate 乘的是 of 里的数，它要是金额，却是数（计数、比率或分数）');
    expect(err).toContain('按件计酬的写 marginal: true，每一行写 amount（每件多少钱）');
  });
});
