import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/**
 * The worked examples of the policies' own documents, from exports to the salary table: the shop sold
 * 600,000, its agents 80,000, 90,000, 70,000 and 100,000, so that 260,000 are the team's.
 */
const POOL_SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 提成店',
    'plans: {presales: {scores: [], pay: [commission_team_pool]}}',
    'metrics: {memo: only}',
  ),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前', 'A03,丙,售前', 'A04,丁,售前'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,备注',
    '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80000.00,A01',
    '1002,b2,2026-10-03 10:00:00,2026-10-03 10:01:00,90000,A02 已确认',
    '1003,b3,2026-10-04 10:00:00,2026-10-04 10:01:00,"￥70,000.00",A03',
    '1004,b4,2026-10-05 10:00:00,2026-10-05 10:01:00,100000元,（A04）',
    '1005,b5,2026-10-06 10:00:00,2026-10-06 10:01:00,260000,',
  ),
};

describe('the commission with a team pool', () => {
  it('pays 1238 for 80,000 and 1458 for 100,000 of a pool of 260,000', async () => {
    const agents = await paidAgents(writeShop(POOL_SHOP));
    expect(amountOf(agents, 'A01', 'commission')).toBe(1238);
    expect(amountOf(agents, 'A02', 'commission')).toBe(1348); // 990 + 357.5 = 1347.5
    expect(amountOf(agents, 'A03', 'commission')).toBe(1128); // 770 + 357.5 = 1127.5
    expect(amountOf(agents, 'A04', 'commission')).toBe(1458);
  });

  it('shows the numbers that the line was made of', async () => {
    const agents = await paidAgents(writeShop(POOL_SHOP));
    const line = agents[0]?.lines[0];
    expect(line?.formula).toBe('销售额 × 提成比例 + 静默销售额 ÷ 2 ÷ 客服数 × 提成比例');
    expect(line?.numbers).toContain('80000 × 1.1% + 260000 ÷ 2 ÷ 4 × 1.1%');
  });

  it('takes the rate that kpi.yaml sets, from the month on that it names', async () => {
    const agents = await paidAgents(
      writeShop({
        ...POOL_SHOP,
        'kpi.yaml': `${POOL_SHOP['kpi.yaml']}set: {commission_team_pool.rate: {2026-01: 1.1%, 2026-10: 2%, 2026-11: 3%}}\n`,
      }),
    );
    expect(amountOf(agents, 'A01', 'commission')).toBe(2250); // 1600 + 650
  });

  it('is the same line in Chinese and in English', async () => {
    const book = (id: string, formula: string) =>
      csv(
        `id: ${id}`,
        'kind: pay',
        'parameters: {rate: {value: 1.1%, title: 比例}}',
        'lines:',
        `  - {id: ${id}, kind: earning, category: commission, formula: "${formula}", round: 1 yuan half up}`,
      );
    const agents = await paidAgents(
      writeShop({
        ...POOL_SHOP,
        'kpi.yaml': csv(
          'shop: 提成店',
          'plans: {presales: {scores: [], pay: [zh_book, en_book]}}',
          'metrics: {memo: only}',
        ),
        'rules/zh.yaml': book('zh_book', '销售额 × 比例 ＋ 团队业绩 ÷ 2 ÷ 客服数 × 比例'),
        'rules/en.yaml': book('en_book', 'sales * rate + silent_sales / 2 / agent_count * rate'),
      }),
    );
    expect(amountOf(agents, 'A01', 'zh_book')).toBe(1238);
    expect(amountOf(agents, 'A01', 'en_book')).toBe(1238);
    const formulas = agents[0]?.lines.map(({ numbers }) => numbers);
    expect(formulas?.[0]).toBe(formulas?.[1]);
  });
});

/** 优 良 良 优, shop refund rate 6.2 % (31 of 500), one late, one leave, two bad reviews, … */
const SHEET_SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 考核店', 'plans: {aftersales: aftersales}', 'metrics: {memo: only}'),
  'agents.csv': csv('工号,姓名,岗位', 'B01,小周,售后', 'B02,小吴,售后'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,退款金额,退款状态',
    ...Array.from(
      { length: 500 },
      (_, index) =>
        `${2000 + index},b${index},2026-10-08 10:00:00,2026-10-08 10:01:00,100,${index < 31 ? '100,退款成功' : '0,'}`,
    ),
  ),
  '2026-10/attendance.csv': csv(
    '工号,应出勤,出勤,迟到,早退,请假,请假天数,旷工,旷工天数,缺卡',
    'B01,22,21,1,0,1,1,0,0,0',
    'B02,22,22,0,0,0,0,0,0,0',
  ),
  '2026-10/complaints.csv': csv(
    '日期,工号,类型,属实,扣分',
    '2026-10-03,B01,差评,是,',
    '2026-10-09,B01,差评,是,',
    '2026-10-11,B01,投诉,是,10',
    '2026-10-12,B01,投诉,否,20',
    '2026-10-13,B01,表扬,是,',
    '2026-10-14,B01,表扬,是,',
    '2026-10-15,B01,表扬,是,',
  ),
  '2026-10/ratings.csv': csv(
    '工号,项目,评分',
    'B01,quality,优',
    'B01,cooperation,良',
    'B01,execution,良',
    'B01,disputes,优',
    'B02,售后客服素质,差',
    'B02,配合度,差',
    'B02,执行力,差',
    'B02,投诉处理,差',
  ),
};

describe('the 130-point sheet', () => {
  it('scores 86, and pays no rank bonus, because 86 is below 91', async () => {
    const agents = await paidAgents(writeShop(SHEET_SHOP));
    const [first, second] = agents;
    expect(first?.scores[0]).toMatchObject({ points: 86, total: 130, rank: 1 });
    expect(second?.scores[0]).toMatchObject({ points: 40, rank: 2 }); // refund rate 20, attendance 20
    expect(amountOf(agents, 'B01', 'rank_bonus')).toBe(0);
    expect(amountOf(agents, 'B01', 'base')).toBe(2500);
    expect(first).toMatchObject({ gross: 2500, deductions: 0, payable: 2500 });
  });

  it('says why there is no bonus, and how far off 91 is', async () => {
    const run = await kpi([
      'explain',
      'B01',
      'rank_bonus',
      '-C',
      writeShop(SHEET_SHOP),
      '--month',
      '2026-10',
    ]);
    expect(run.code).toBe(0);
    expect(run.out).toContain('86 分 ≥ 80 分，成立');
    expect(run.out).toMatch(/86 分 ≥ 91.*不成立，差 5/);
  });
});
