import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** A shop that pays commission by its own copy of the shipped book, with another rate. */
function shop(...book: readonly string[]): string {
  return writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [own_commission]}}'),
    'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前', 'B,乙,售前'),
    'rules/own_commission.yaml': csv(
      'id: own_commission',
      'kind: pay',
      'title: 本店提成',
      'extends: commission_team_pool',
      ...book,
    ),
    '2026-10/orders.csv': csv(
      '订单编号,买家,创建时间,付款时间,实付金额,状态,客服',
      '430000000001,A0,2026-10-05 10:00:00,2026-10-05 10:01:00,80000,交易成功,A',
      '430000000002,A1,2026-10-05 11:00:00,2026-10-05 11:01:00,260000,交易成功,',
    ),
  });
}

const RATE = 'parameters: {rate: {value: 2%}}';

function run(folder: string, ...args: readonly string[]) {
  return kpi([...args, '-C', folder]);
}

// Of 80000 of one's own and 260000 of the team, halved and shared by two: 2 % of 80000 + 65000 is 2900.
describe('a rate that a shop changes in its own rulebook', () => {
  it('is what calc pays and explain names', async () => {
    const folder = shop(RATE);
    const month = ['--month', '2026-10'];
    expect((await run(folder, 'calc', ...month, '--long', '--ids')).out).toMatch(
      /^A,.*commission.*,2900\b/m,
    );
    const { out } = await run(folder, 'explain', 'A', '提成', ...month);
    expect(out).toContain('80000 × 2% + 260000 ÷ 2 ÷ 2 × 2% = 2,900.00 元');
  });

  it('is what rules show says, and what examples are held against', async () => {
    expect((await run(shop(RATE), 'rules', 'show', '本店提成')).out).toMatch(/提成比例.*2%/);
    const given = 'given: {销售额: 80000, 团队业绩: 260000, 客服数: 2}';
    const example = (amount: number) => `examples: [{${given}, expect: {commission: ${amount}}}]`;
    const good = await run(shop(RATE, example(2900)), 'rules', 'test', 'own_commission');
    expect(good.code).toBe(0);
    // 1.1 % of 145000, as the shipped book would have it.
    const stale = await run(shop(RATE, example(1595)), 'rules', 'test', 'own_commission');
    expect(stale.code).toBe(1);
    expect(stale.out).toContain('2900');
  });

  it('is told with line and column where it is mistyped', async () => {
    const kind = 'title: 个人提成, kind: earning, category: commission';
    const formula = `lines: [{id: commission, ${kind}, formula: 销售鹅 × 提成比例}]`;
    const slip = await run(shop(RATE, formula), 'check', '--month', '2026-10');
    expect(slip.code).toBe(1);
    expect(slip.out).toContain('misspelt-name,rules/own_commission.yaml,6,85,');
    const rate = await run(shop('parameters: {rate: {value: 2分}}'), 'check', '--month', '2026-10');
    expect(rate.code).toBe(1);
    expect(rate.out).toContain('bad-parameter,rules/own_commission.yaml,5,28,');
  });
});
