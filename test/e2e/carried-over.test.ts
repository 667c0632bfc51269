import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

const BOOK = csv(
  'id: carry',
  'kind: pay',
  'title: 结转',
  'define:',
  "  due: {title: 应计提成, unit: yuan, formula: '销售额 × 2% − 退款金额 × 4% + 如果(月份(月末) = 8, 0, 最小(0, 之前(应计提成)))'}",
  'lines:',
  "  - {id: paid, title: 提成, kind: earning, category: commission, formula: '最大(0, 应计提成)'}",
);

describe('what is carried over', () => {
  it('is a definition’s own value of the month before', async () => {
    const month = (sales: number, refunds: number) =>
      csv('工号,销售额,退款金额', `A,${sales},${refunds}`);
    const folder = writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [carry]}}'),
      'rules/carry.yaml': BOOK,
      'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
      '2026-08/metrics.csv': month(10000, 7500), // 200 − 300 = −100
      '2026-09/metrics.csv': month(1000, 0), // 20 − 100 = −80
      '2026-10/metrics.csv': month(10000, 0), // 200 − 80 = 120
    });
    expect((await kpi(['check', '-C', folder])).code).toBe(0);
    const paid: number[] = [];
    for (const at of ['2026-08', '2026-09', '2026-10']) {
      const run = await kpi(['calc', '-C', folder, '--month', at, '--format', 'json']);
      expect(run.err).not.toContain('错误');
      paid.push(JSON.parse(run.out).agents[0].payable);
      expect((await kpi(['close', '-C', folder, '--month', at])).code).toBe(0);
    }
    expect(paid).toEqual([0, 0, 120]);
    expect((await kpi(['verify', '-C', folder])).code).toBe(0);
  });
});
