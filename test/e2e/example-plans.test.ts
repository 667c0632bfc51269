import { describe, expect, it } from 'vitest';
import { examplePlans, paperOf } from '../docs/pages/examples.js';
import { amountOf, type JsonAgent, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** A shop with the kpi.yaml that the page of an example plan shows. */
function shopOf(plan: string, files: ShopFiles): string {
  return writeShop({ 'kpi.yaml': paperOf(plan).config, ...files });
}

/** What an agent is paid: each line that is there, and the sum. */
function payOf(agents: readonly JsonAgent[], id: string): Readonly<Record<string, number | null>> {
  const agent = agents.find((each) => each.id === id);
  if (agent === undefined) throw new Error(`no agent ${id}`);
  const lines = agent.lines.filter(({ amount }) => amount !== null);
  return {
    ...Object.fromEntries(lines.map((line) => [line.id, line.amount])),
    payable: agent.payable,
  };
}

/** Orders of October: buyer, amount, and the agent whose memo is on it. */
function orders(...rows: readonly (readonly [amount: string, agent: string])[]): string {
  return csv(
    '订单编号,买家,创建时间,付款时间,实付金额,状态,退款金额,备注',
    ...rows.map(
      ([amount, agent], n) =>
        `${n + 1},b${n},2026-10-02 10:00:00,2026-10-02 10:01:00,${amount},交易成功,0,${agent}`,
    ),
  );
}

describe('the example plans', () => {
  it('pays a commission whose rate goes by the target of the level', async () => {
    const shop = shopOf('tiered_commission', {
      'agents.csv': csv(
        '工号,姓名,岗位,级别,入职日期',
        'A,甲,售前,中级,2024-03-01',
        'B,乙,售前,初级,2024-03-01',
        'C,丙,售前,高级,2026-10-14',
      ),
      '2026-10/metrics.csv': csv('工号,净销售额', 'A,118000', 'B,45000', 'C,90000'),
      '2026-10/attendance.csv': csv('工号,应出勤,出勤', 'A,18,18', 'B,18,18', 'C,18,12'),
    });
    const agents = await paidAgents(shop);
    // 118,000 ÷ 100,000 = 118 %: 1 %; 18,000 above the target at 0.5 %
    expect(payOf(agents, 'A')).toEqual({
      base: 3000,
      commission: 1180,
      over_target: 90,
      payable: 4270,
    });
    // 45,000 ÷ 60,000 = 75 %: 0.5 %
    expect(payOf(agents, 'B')).toEqual({ base: 3000, commission: 225, payable: 3225 });
    // 3,000 × 12 ÷ 18; 90,000 ÷ 150,000 = 60 %: 0.5 %
    expect(payOf(agents, 'C')).toEqual({ base: 2000, commission: 450, payable: 2450 });
  });

  it('pays by the piece, times a factor for quality', async () => {
    const shop = shopOf('piece_rate', {
      'agents.csv': csv('工号,姓名,岗位,入职日期', 'A,甲,售后,2024-03-01', 'B,乙,售后,2024-03-01'),
      '2026-10/metrics.csv': csv(
        '工号,接待人数,平均响应时间,回复率,差评',
        'A,1800,45,95%,1',
        'B,2500,25,98%,0',
      ),
      '2026-10/ratings.csv': csv('工号,项目,评分', 'A,聊天记录,优', 'B,聊天记录,优'),
    });
    const agents = await paidAgents(shop);
    expect(agents.map(({ scores }) => scores[0]?.points)).toEqual([90, 100]); // 20 + 30 + 40, 30 + 30 + 40
    // 1,000 × 0.8 + 800 × 1 = 1,600, × 1; one bad review
    expect(payOf(agents, 'A')).toEqual({ base: 2200, piece: 1600, bad_review: 20, payable: 3780 });
    // 800 + 1,000 + 500 × 1.2 = 2,400, × 1.2
    expect(payOf(agents, 'B')).toEqual({ base: 2200, piece: 2880, bad_review: 0, payable: 5080 });
  });

  it('shares a pool by points', async () => {
    const shop = shopOf('team_pool', {
      'agents.csv': csv(
        '工号,姓名,岗位,级别,入职日期',
        'A,甲,售前,高级,2024-03-01',
        'B,乙,售前,初级,2024-03-01',
        'C,丙,售前,资深,2024-03-01',
      ),
      '2026-10/orders.csv': orders(['250000', 'A'], ['250000', 'B']),
      '2026-10/metrics.csv': csv(
        '工号,接待人数,付款人数,差评',
        'A,1000,100,2',
        'B,900,120,0',
        'C,800,90,0',
      ),
      '2026-10/attendance.csv': csv('工号,应出勤,出勤', 'A,18,18', 'B,18,10', 'C,18,9'),
    });
    const agents = await paidAgents(shop);
    // 500,000 of 600,000: 0.6 %, a pool of 3,000. 甲 (1,000 + 500 − 100) × 1.5 = 2,100, 乙 900 + 600 = 1,500;
    // 丙 worked 9 days. 2,100 ÷ 3,600 × 3,000 = 1,750
    expect(payOf(agents, 'A')).toEqual({ base: 3200, team_bonus: 1750, payable: 4950 });
    expect(payOf(agents, 'B')).toEqual({ base: 3200, team_bonus: 1250, payable: 4450 });
    expect(payOf(agents, 'C')).toEqual({ base: 3200, payable: 3200 });
  });

  it('pays a lead of what her members earn by their own plan', async () => {
    const shop = shopOf('lead_share', {
      'agents.csv': csv(
        '工号,姓名,岗位,级别,组长,入职日期',
        'L,林,组长,,,2024-03-01',
        'A,甲,售前,高级,林,2024-03-01',
        'B,乙,售前,中级,林,2024-03-01',
        'C,丙,售前,高级,,2024-03-01',
      ),
      '2026-10/metrics.csv': csv(
        '工号,净销售额,投诉',
        'L,20000,0',
        'A,180000,3',
        'B,80000,1',
        'C,300000,8',
      ),
    });
    const agents = await paidAgents(shop);
    // 180,000 × 1.2 % = 2,160, and 80,000 × 0.8 % = 640
    expect([amountOf(agents, 'A', 'commission'), amountOf(agents, 'B', 'commission')]).toEqual([
      2160, 640,
    ]);
    // 20,000 × 0.5 %; 260,000 ÷ 300,000: 10 % of 2,800; (3 + 1) × 20
    expect(payOf(agents, 'L')).toEqual({
      base: 4500,
      own_commission: 100,
      lead_share: 280,
      group_complaints: 80,
      payable: 4800,
    });
  });

  it('guarantees a minimum to who is new, and caps commission', async () => {
    const shop = shopOf('guarantee_and_cap', {
      'agents.csv': csv(
        '工号,姓名,岗位,入职日期',
        'A,甲,售前,2026-09-01',
        'B,乙,售前,2024-03-01',
        'C,丙,售前,2026-10-14',
      ),
      '2026-10/metrics.csv': csv('工号,净销售额', 'A,40000', 'B,460000', 'C,10000'),
      '2026-10/attendance.csv': csv('工号,应出勤,出勤', 'A,18,18', 'B,18,18', 'C,18,9'),
    });
    const agents = await paidAgents(shop);
    // 40,000 × 1.5 % = 600; 4,000 − 3,100; 15 × 18
    expect(payOf(agents, 'A')).toEqual({
      base: 2500,
      commission: 600,
      over_cap: 0,
      top_up: 900,
      meals: 270,
      payable: 4270,
    });
    // 1,500 + 4,000 + 160,000 × 2.5 % = 9,500, of which 8,000 are paid
    expect(payOf(agents, 'B')).toEqual({
      base: 2500,
      commission: 9500,
      over_cap: 1500,
      meals: 270,
      payable: 10770,
    });
    // Half of the month: 1,250 + 150 of 2,000; 15 × 9
    expect(payOf(agents, 'C')).toEqual({
      base: 1250,
      commission: 150,
      over_cap: 0,
      top_up: 600,
      meals: 135,
      payable: 2135,
    });
  });

  it('pays cloud agents by the hour and the piece', async () => {
    const shop = shopOf('hourly_and_piece', {
      'agents.csv': csv('工号,姓名,岗位', 'A,甲,云客服', 'B,乙,云客服'),
      '2026-10/metrics.csv': csv(
        '工号,平均日服务时长,上班天数,有效接待人数,回复率,夜班天数',
        'A,5.5,20,1700,96%,4',
        'B,4,10,400,80%,0',
      ),
    });
    const agents = await paidAgents(shop);
    // 12 × 5.5 × 20; 4 × 20; 500 × 0.5 + 1,000 × 0.6 + 200 × 0.8
    expect(payOf(agents, 'A')).toEqual({ hours: 1320, nights: 80, piece: 1010, payable: 2410 });
    // 12 × 4 × 10; 400 × 0.5, halved
    expect(payOf(agents, 'B')).toEqual({ hours: 480, nights: 0, piece: 100, payable: 580 });
  });

  it('take the shop’s own numbers', async () => {
    const target = '{初级: 40000, 中级: 50000, 高级: 60000, 资深: 70000}';
    const shop = writeShop({
      'kpi.yaml': csv(
        'shop: 小店',
        'plans: {售前: 阶梯提成方案}',
        `set: {阶梯提成.月度目标: ${target}}`,
      ),
      'agents.csv': csv('工号,姓名,岗位,级别,入职日期', 'B,乙,售前,初级,2024-03-01'),
      '2026-10/metrics.csv': csv('工号,净销售额', 'B,45000'),
    });
    // 45,000 ÷ 40,000 = 112.5 %: 1 %; 5,000 above the target at 0.5 %
    expect(payOf(await paidAgents(shop), 'B')).toEqual({
      base: 3000,
      commission: 450,
      over_target: 25,
      payable: 3475,
    });
  });

  it('are listed after what is in force, each marked as an example', async () => {
    const { out } = await kpi(['rules', 'list', '--format', 'json']);
    const { rulebooks } = JSON.parse(out) as {
      rulebooks: { id: string; kind: string; shipped: boolean; example: boolean }[];
    };
    const first = rulebooks.findIndex(({ example }) => example);
    expect(rulebooks.slice(first).every(({ example, shipped }) => example && shipped)).toBe(true);
    const plans = rulebooks.filter(({ kind, example }) => example && kind === 'plan');
    expect(plans.map(({ id }) => id)).toEqual(examplePlans());
  });

  it('have examples that touch every band, condition and line', async () => {
    const { code, out } = await kpi(['rules', 'test', '--format', 'json']);
    const { rulebooks } = JSON.parse(out) as {
      rulebooks: { rulebook: string; examples: number; untouched: string[] }[];
    };
    const ofExamples = rulebooks.filter(({ rulebook }) =>
      examplePlans().some((plan) => rulebook.startsWith(`${plan}_`)),
    );
    expect([code, ofExamples.length]).toEqual([0, 7]);
    expect(ofExamples.flatMap(({ untouched }) => untouched)).toEqual([]);
  });

  it('take no name from what is in force, nor give one to a shop that names none', async () => {
    const shop = {
      'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
      'rules/own.yaml': csv(
        'id: own',
        'kind: pay',
        'lines: [{id: x, kind: earning, category: bonus, formula: 超额奖 × 2}]',
      ),
    };
    const check = async (plans: string) =>
      (await kpi(['check', '-C', writeShop({ ...shop, 'kpi.yaml': csv('shop: 店', plans) })])).out;
    expect(await check('plans: {售前: {pay: [base_flat]}}')).toContain('unknown-name');
    const named = 'plans: {售前: {pay: [tiered_commission_pay, own]}}';
    expect(await check(named)).not.toContain('unknown-name');
    // A line of a shipped policy that an example has, too, is that policy’s.
    const { out } = await kpi(['rules', 'show', '个人销售提成']);
    expect(out).toContain('commission_team_pool');
    // One that is misspelt is meant all the same, but is not among what there is.
    const misspelt = await kpi(['rules', 'show', 'tiered_comission']);
    expect(misspelt.err).toContain('是否想写 tiered_commission？');
    expect((await kpi(['rules', 'show', 'zodiac'])).err).not.toContain('hourly_and_piece');
  });

  it('may be built on', async () => {
    const { code, err } = await kpi(['rules', 'test', 'own'], {
      cwd: writeShop({
        'kpi.yaml': 'shop: 店\n',
        'agents.csv': '工号,姓名,岗位\n',
        'rules/own.yaml': csv(
          'id: tiered_commission_pay',
          'kind: pay',
          'extends: tiered_commission_pay',
          'title: own',
          'remove: [over_target]',
          'examples: [{given: {级别: 初级, 净销售额: 66000}, expect: {commission: 660}}]',
        ),
      }),
    });
    expect([code, err]).toEqual([0, '1 个规则，1 个例子，0 处不符\n']);
  });
});
