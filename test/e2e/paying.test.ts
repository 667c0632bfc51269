import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** Orders that say by memo whose they are: amounts by agent. */
function orders(...sales: readonly (readonly [string, string])[]): string {
  return csv(
    '订单编号,买家,创建时间,付款时间,实付金额,备注',
    ...sales.map(
      ([agent, amount], index) =>
        `${1000 + index},b${index},2026-10-05 10:00:00,2026-10-05 10:01:00,${amount},${agent}`,
    ),
  );
}

const SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {scores: [], pay: [base_flat, commission_team_pool, top_seller]}}',
    'metrics: {memo: only}',
  ),
  'agents.csv': csv(
    '工号,姓名,岗位,入职日期,离职日期',
    'A01,甲,售前,2025-01-01,',
    'A02,乙,售前,2026-10-16,',
    'A03,丙,售前,2025-01-01,2026-09-30',
    'A04,丁,售前,2026-11-01,',
    'A05,戊,售前,2025-01-01,2026-10-10',
  ),
  '2026-10/orders.csv': orders(['A01', '10000'], ['A02', '10000'], ['', '6000']),
  '2026-10/attendance.csv': csv(
    '工号,应出勤,出勤,迟到,请假,旷工',
    'A01,22,20,0,1,0',
    'A02,22,11,0,0,0',
    'A05,22,6,0,0,0',
  ),
};

describe('who is paid, and how much of a month', () => {
  it('pays nobody who left before the month or joins after it', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    expect(agents.map(({ id }) => id)).toEqual(['A01', 'A02', 'A05']);
  });

  it('pays base in full to who was there all month, by workdays to who joined or left in it', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    expect(amountOf(agents, 'A01', 'base')).toBe(800);
    expect(amountOf(agents, 'A02', 'base')).toBe(400); // 800 × 11 ÷ 22
    expect(amountOf(agents, 'A05', 'base')).toBe(218.18); // 800 × 6 ÷ 22
  });

  it('counts those who are paid under the plan as the team', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    // 110 + 6000 ÷ 2 ÷ 3 × 1.1 % = 121
    expect(amountOf(agents, 'A01', 'commission')).toBe(121);
    expect(amountOf(agents, 'A05', 'commission')).toBe(11);
  });

  it('shares a prize among those who tie', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    expect(amountOf(agents, 'A01', 'top_seller')).toBe(150);
    expect(amountOf(agents, 'A02', 'top_seller')).toBe(150);
    expect(amountOf(agents, 'A05', 'top_seller')).toBeNull();
  });

  it('adds up: lines to gross and deductions, those to the payable, rows to the total', async () => {
    const folder = writeShop(SHOP);
    const agents = await paidAgents(folder);
    for (const { lines, gross, payable, deductions } of agents) {
      const cents = lines.reduce((total, { amount }) => total + Math.round((amount ?? 0) * 100), 0);
      expect(cents).toBe(Math.round(gross * 100));
      expect(Math.round(payable * 100)).toBe(
        Math.round(gross * 100) - Math.round(deductions * 100),
      );
    }
    const table = await kpi(['calc', '-C', folder, '--month', '2026-10', '--format', 'table']);
    const total = table.out.split('\n').find((line) => line.startsWith('合计'));
    expect(total).toContain('1418.18'); // 800 + 400 + 218.18
  });

  it('ranks and averages over the whole team, whoever is shown', async () => {
    const folder = writeShop(SHOP);
    const [only] = await paidAgents(folder, '--agent', 'A05');
    const all = await paidAgents(folder);
    expect(only).toEqual(all.find(({ id }) => id === 'A05'));
  });
});

describe('the policy in kpi.yaml', () => {
  it('gives a prize among everybody, also where the plan divides them by shift', async () => {
    const agents = await paidAgents(
      writeShop({
        ...SHOP,
        'kpi.yaml': csv('shop: 小店', 'plans: {presales: shifts}', 'metrics: {memo: only}'),
        'rules/shifts.yaml': csv(
          'id: shifts',
          'kind: plan',
          'scores: []',
          'pay: [top_seller]',
          'team_by: shift',
        ),
        'agents.csv': csv(
          '工号,姓名,岗位,班次',
          'A01,甲,售前,早班',
          'A02,乙,售前,晚班',
          'A05,戊,售前,晚班',
        ),
      }),
    );
    expect(amountOf(agents, 'A01', 'top_seller')).toBe(150);
    expect(amountOf(agents, 'A02', 'top_seller')).toBe(150);
    expect(amountOf(agents, 'A05', 'top_seller')).toBeNull();
  });

  it('says which role has no plan', async () => {
    const folder = writeShop({
      ...SHOP,
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,客服主管', 'A05,丙,售前'),
    });
    const run = await kpi(['calc', '-C', folder, '--month', '2026-10']);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('role-without-plan');
    expect(run.err).toContain('agents.csv:3');
  });

  it('forfeits the bonus after more than three errors, and says so', async () => {
    const error = (day: number) => `2026-10-0${day},A01,差错,是,,20`;
    const folder = (errors: number) =>
      writeShop({
        ...SHOP,
        'kpi.yaml': csv(
          'shop: 小店',
          'plans: {presales: {scores: [flat], pay: [base_flat, monthly_bonus, error_forfeit]}}',
          'targets: {team_sales: 1000}',
          'metrics: {memo: only}',
        ),
        'rules/flat.yaml': csv(
          'id: flat',
          'kind: scorecard',
          'total: 100',
          'items: [{id: all, full: 100, formula: 90}]',
        ),
        '2026-10/complaints.csv': csv(
          '日期,工号,类型,属实,扣分,金额',
          ...Array.from({ length: errors }, (_, index) => error(index + 1)),
        ),
      });
    const three = await paidAgents(folder(3));
    expect(amountOf(three, 'A01', 'monthly_bonus')).toBe(100);
    expect(amountOf(three, 'A01', 'error_fine')).toBe(60);
    expect(amountOf(three, 'A01', 'error_loss')).toBe(60);
    const four = await paidAgents(folder(4));
    expect(amountOf(four, 'A01', 'monthly_bonus')).toBe(0);
    expect(amountOf(four, 'A02', 'monthly_bonus')).toBe(100);
    expect(amountOf(four, 'A01', 'error_fine')).toBe(80);
  });
});
