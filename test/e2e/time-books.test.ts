import { expect, test } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** A shop that pays agreed pay, overtime and leave, in 2026-03 with 22 working days. */
function shop(set: string): string {
  return writeShop({
    'kpi.yaml': `shop: 小店\nplans: {售前: time}\nset: {sick_pay.minimum_wage: 2740, ${set}}\n`,
    'rules/time.yaml':
      'id: time\nkind: plan\npay: [part_month, overtime, unpaid_leave, sick_pay]\n',
    'agents.csv': csv(
      '工号,姓名,岗位,基本工资,入职日期',
      'A01,甲,售前,6000,2025-01-01',
      'A02,乙,售前,6000,2026-03-16',
    ),
    '2026-03/attendance.csv': csv(
      '工号,应出勤,出勤,迟到,请假,请假天数,旷工,工作日加班,休息日加班,节假日加班,病假天数,应计薪天数',
      'A01,22,18,0,2,4,0,10,8,8,2,22',
      'A02,12,12,0,0,0,0,0,0,0,0,22',
    ),
  });
}

async function pay(set: string): Promise<Record<string, Record<string, number>>> {
  const run = await kpi(['calc', '-C', shop(set), '--month', '2026-03', '--format', 'json']);
  const { agents } = JSON.parse(run.out) as {
    readonly agents: readonly { readonly id: string; readonly lines: readonly PaidLine[] }[];
  };
  return Object.fromEntries(
    agents.map(({ id, lines }) => [
      id,
      Object.fromEntries(lines.map((line) => [line.id, line.amount])),
    ]),
  );
}

interface PaidLine {
  readonly id: string;
  readonly amount: number;
}

test('overtime, leave and a part of a month are paid as the worked examples say', async () => {
  const { A01, A02 } = await pay('part_month.method: ratio');
  // 6000 ÷ 21.75 × 2 is 551.72; of the two sick days 80 % is paid.
  expect(A01).toMatchObject({
    base: 6000,
    overtime_workday: 517.24,
    overtime_restday: 551.72,
    overtime_holiday: 827.59,
    unpaid_leave: 551.72,
    sick_leave: 551.72,
    sick_pay: 441.38,
  });
  // 6000 × 12 ÷ 22.
  expect(A02).toMatchObject({ base: 3272.73, overtime_workday: 0, unpaid_leave: 0 });
});

test.each([
  ['worked', 3310.34],
  ['missed', 3241.38],
  ['calendar', 3096.77],
  ['正算', 3310.34],
])('who joins on the 16th is paid by the method that the shop sets: %s', async (method, amount) => {
  expect((await pay(`part_month.method: ${method}`)).A02).toMatchObject({ base: amount });
});

test('sick pay goes by the minimum wage of the place of insurance, and by what the shop sets of it', async () => {
  const paid = async (set: string) => {
    const folder = writeShop({
      'kpi.yaml': `shop: 小店\nplans: {售前: {pay: [part_month, sick_pay]}}\nstatutory: {place: hangzhou, fund_rate: 0%, injury_rate: 0.2%}\n${set}`,
      'agents.csv': csv(
        '工号,姓名,岗位,基本工资,入职日期,参保地,保险',
        'A01,甲,售前,2500,2026-10-01,,无',
        'A02,乙,售前,2500,2026-10-01,北京,无',
      ),
      '2026-10/attendance.csv': csv(
        '工号,应出勤,出勤,请假天数,旷工,病假天数',
        'A01,22,20,2,0,2',
        'A02,22,20,2,0,2',
      ),
    });
    const agents = await paidAgents(folder);
    return ['A01', 'A02'].map((agent) => amountOf(agents, agent, 'sick_pay'));
  };
  // 80 % of 2,660 in Hangzhou and of 2,540 in Beijing, more than 80 % of 2,500: 2,128 and 2,032 ÷ 21.75 × 2.
  expect(await paid('')).toEqual([195.68, 186.85]);
  // 80 % of 2,900.
  const set = 'set: {labour_law.minimum_wage: {hangzhou: {2026-10: 2900}}}\n';
  expect(await paid(set)).toEqual([213.33, 186.85]);
  // What is set of the book itself holds for everybody.
  expect(await paid('set: {sick_pay.minimum_wage: 2900}\n')).toEqual([213.33, 213.33]);
});

test('a method that the rulebook does not know is told with those that it knows', async () => {
  const { out, code } = await kpi(['check', '-C', shop('part_month.method: 反着算')]);
  expect(code).toBe(1);
  expect(out).toContain('part_month.method 的值“反着算”不在可选的词里');
  expect(out).toContain('写其中一个：');
});
