import { expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { csv, writeShop } from '../setup/shop.js';

it('gives prizes to the first two of those who take part', async () => {
  const agents = await paidAgents(
    writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [prizes]}}'),
      'rules/prizes.yaml': csv(
        'id: prizes',
        'kind: pay',
        'lines:',
        '  - {id: prize, title: 销售奖, kind: earning, category: bonus, rank: {by: 销售额, among: 级别 = "初级", ladder: [500, 300]}}',
      ),
      'agents.csv': csv(
        '工号,姓名,岗位,级别',
        'A,甲,售前,高级',
        'B,乙,售前,初级',
        'C,丙,售前,初级',
        'D,丁,售前,初级',
      ),
      '2026-10/metrics.csv': csv('工号,销售额', 'A,9000', 'B,5000', 'C,8000', 'D,5000'),
    }),
  );
  // C is first; B and D are level at 5000 and share the second rung and the nothing after it.
  expect(['A', 'B', 'C', 'D'].map((id) => amountOf(agents, id, 'prize'))).toEqual([
    null,
    150,
    500,
    150,
  ]);
});
