import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** A shop with one line, whose formula has no value for A. */
function shopWith(formula: string, assume = 'history: {assume: none}') {
  return writeShop({
    'kpi.yaml': csv('shop: 结转', 'plans: {售前: {scores: [], pay: [own]}}', assume),
    'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
    'rules/own.yaml': csv(
      'id: own',
      'kind: pay',
      'lines:',
      `  - {id: own, title: 结转, kind: earning, category: bonus, formula: '${formula}'}`,
    ),
    '2026-08/metrics.csv': csv('工号,销售额,退款金额', 'A,0,0'),
    '2026-08/orders.csv': csv('订单编号,买家,创建时间,付款时间,实付金额'),
  });
}

async function reasonOf(formula: string, language: 'zh' | 'en'): Promise<string> {
  const args = ['check', '--month', '2026-08', '--format', 'json', '--lang', language];
  const run = await kpi(args, { cwd: shopWith(formula) });
  const { problems } = JSON.parse(run.out) as { problems: { code: string; text: string }[] };
  return problems.find(({ code }) => code === 'undefined-value')?.text ?? run.out;
}

describe('a line that has no value says why', () => {
  it.each([
    // Nothing is divided: the month before is one in which nobody was paid yet.
    ['之前(line.own)', '没有 2026-07 的数：那时还没有发过工资', 'there was no pay in 2026-07'],
    ['之前(销售额, 3)', '没有 2026-05 的数：那时还没有发过工资', 'there was no pay in 2026-05'],
    [
      '最大(0, 之前(line.own)) + 5',
      '没有 2026-07 的数：那时还没有发过工资',
      'there was no pay in 2026-07',
    ],
    [
      '100 ÷ 退款金额 × 销售额',
      '除以了“退款金额”，它是 0',
      'it is divided by “Refunds”, which is 0',
    ],
    ['100 ÷ (2 − 2)', '除以了 0', 'it is divided by 0'],
    ['100 × 退款率', '“退款率”的分母是 0', 'the denominator of “Refund rate” is 0'],
    ['四舍五入(销售额, 0)', '取整到 0 或负数的倍数', 'rounded to a multiple of 0 or less'],
    ['占比(销售额) × 100', '全队的合计是 0', 'the sum of the team is 0'],
  ])('%s', async (formula, zh, en) => {
    expect(await reasonOf(formula, 'zh')).toBe(`A 的“结转”算不出来：${zh}`);
    expect(await reasonOf(formula, 'en')).toBe(`“结转” of A has no value: ${en}`);
  });

  it('and is paid when the rule says what it is worth then', async () => {
    const shop = shopWith("之前(line.own)', undefined: '0");
    const run = await kpi(['calc', '--month', '2026-08'], { cwd: shop });
    expect(run).toMatchObject({ code: 0 });
  });
});
