import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const WEEKLY_SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 周评店', 'plans: {aftersales: {scores: [service_review], pay: []}}'),
  'agents.csv': csv('工号,姓名,岗位', 'B01,小周,售后'),
  '2026-10/ratings.csv': csv(
    '工号,项目,评分,周',
    // 20, 20, 15 and 15: 17.5, where the middle grade would give 15.
    'B01,服务态度,优,1',
    'B01,服务态度,优,2',
    'B01,服务态度,良,3',
    'B01,服务态度,良,4',
    // Two people graded the first week: 20 and 0 make 10, with 15 in the second week 12.5.
    'B01,业务知识,优,1',
    'B01,业务知识,差,1',
    'B01,业务知识,良,2',
    // Rows that name no week count one by one: 20, 10 and 0 make 10.
    'B01,沟通技巧,优,',
    'B01,沟通技巧,中,',
    'B01,沟通技巧,差,',
    // 80 % and 95 % of 20: 16 and 19.
    'B01,问题处理,80,10-05',
    'B01,问题处理,95,10-12',
    'B01,团队协作,中,1',
  ),
};

describe('the service review, graded every week', () => {
  it('is the mean of what the weeks gave', async () => {
    const [agent] = await paidAgents(writeShop(WEEKLY_SHOP));
    expect(agent?.scores[0]).toMatchObject({
      points: 67.5, // 17.5 + 12.5 + 10 + 17.5 + 10
      items: expect.arrayContaining([
        expect.objectContaining({ id: 'attitude', points: 17.5 }),
        expect.objectContaining({ id: 'knowledge', points: 12.5 }),
        expect.objectContaining({ id: 'communication', points: 10 }),
        expect.objectContaining({ id: 'problem_solving', points: 17.5 }),
        expect.objectContaining({ id: 'teamwork', points: 10 }),
      ]),
    });
  });

  it('shows each week in the explanation', async () => {
    const folder = writeShop(WEEKLY_SHOP);
    const run = await kpi(['explain', 'B01', 'attitude', '-C', folder, '--month', '2026-10']);
    for (const week of [
      '第 1 周，评为优：20 分',
      '第 2 周，评为优：20 分',
      '第 3 周，评为良：15 分',
      '第 4 周，评为良：15 分',
    ]) {
      expect(run.out).toContain(week);
    }
    expect(run.out).toContain('4 周的平均');
    const other = await kpi([
      'explain',
      'B01',
      'problem_solving',
      '-C',
      folder,
      '--month',
      '2026-10',
    ]);
    expect(other.out).toContain('10-05，评分 80：16 分');
  });

  it('names the row of a rating that is no share of the points', async () => {
    const ratings = `${WEEKLY_SHOP['2026-10/ratings.csv']}B01,团队协作,120,2\n`.replace(
      '团队协作,中',
      '团队协作,60',
    );
    const folder = writeShop({ ...WEEKLY_SHOP, '2026-10/ratings.csv': ratings });
    const run = await kpi(['calc', '-C', folder, '--month', '2026-10']);
    expect(run.code).not.toBe(0);
    expect(run.err).toContain('2026-10/ratings.csv:15');
  });
});

/** A01 is first by conversion and sales, A02 by refunds saved at a fair cost: places 1 1 2 against 2 2 1. */
const STAR_SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 明星店',
    'plans: {presales: {scores: [], pay: [star_agent]}}',
    'metrics: {memo: only}',
  ),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前'),
  '2026-10/metrics.csv': csv('工号,询单转化率', 'A01,70%', 'A02,60%'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额,状态,退款金额,备注',
    '1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,80000,交易成功,0,A01',
    '1002,b2,2026-10-03 10:00:00,2026-10-03 10:01:00,70000,,0,A02',
    '1003,b3,2026-10-04 10:00:00,2026-10-04 10:01:00,200000,交易成功,0,',
    '1004,b4,2026-10-05 10:00:00,2026-10-05 10:01:00,80000,交易成功,100,',
    '1005,b5,2026-10-06 10:00:00,2026-10-06 10:01:00,5000,交易关闭,0,',
    '1006,b6,2026-10-07 10:00:00,2026-10-07 10:01:00,10000,"卖家已发货,等待买家确认",0,',
    '1007,b7,2026-10-08 10:00:00,2026-10-08 10:01:00,100000,已完成,0,',
    // The orders whose refund was saved: one of September, one of this month.
    '0901,b8,2026-09-20 10:00:00,2026-09-20 10:01:00,100,交易成功,0,',
    '0902,b9,2026-09-21 10:00:00,2026-09-21 10:01:00,60,交易成功,0,',
  ),
  '2026-10/complaints.csv': csv(
    '日期,工号,类型,金额,订单编号',
    '2026-10-03,A01,挽回退款,20,0901',
    '2026-10-04,A01,挽回退款,20.01,0901',
    '2026-10-05,A02,挽回退款,12,0902',
    '2026-10-06,A02,挽回退款,0,0901',
    '2026-10-07,A01,投诉,,',
  ),
};

/** What is wrong or doubtful; that rows of other months are left out is neither. */
function found(json: string): readonly Record<string, unknown>[] {
  const problems = JSON.parse(json).problems as readonly Record<string, unknown>[];
  return problems.filter(({ level }) => level !== 'info');
}

describe('the star agent', () => {
  it('has 500 and 0.1 % of the silent sales that were completed and not refunded', async () => {
    const agents = await paidAgents(writeShop(STAR_SHOP));
    expect(amountOf(agents, 'A01', 'star_agent')).toBe(800); // 500 + (200,000 + 100,000) × 0.1 %
    expect(amountOf(agents, 'A02', 'star_agent')).toBeNull();
  });

  it('has 0.1 % of all silent sales when the shop wants that', async () => {
    const all = `${STAR_SHOP['kpi.yaml']}set: {star_agent.completed_only: no}\n`;
    const agents = await paidAgents(writeShop({ ...STAR_SHOP, 'kpi.yaml': all }));
    expect(amountOf(agents, 'A01', 'star_agent')).toBe(895); // 395,000 are silent
  });

  it('counts a refund as saved up to 20 % of what the order cost, and shows each', async () => {
    const run = await kpi([
      'explain',
      'A02',
      'star_agent',
      '-C',
      writeShop(STAR_SHOP),
      '--month',
      '2026-10',
    ]);
    expect(run.out).toContain('2 条里算 2 条');
    expect(run.out).toContain('12.00 元 ≤ 12.00 元，成立');
  });

  it('names the row whose order is not in the files, and the one without an order', async () => {
    const complaints = `${STAR_SHOP['2026-10/complaints.csv']}2026-10-08,A02,挽回退款,5,7777\n2026-10-09,A02,挽回退款,5,\n`;
    const folder = writeShop({ ...STAR_SHOP, '2026-10/complaints.csv': complaints });
    const run = await kpi(['check', '-C', folder, '--month', '2026-10', '--format', 'json']);
    const problems = found(run.out);
    expect(problems.map(({ code, file, line }) => ({ code, file, line }))).toEqual([
      { code: 'unknown-order', file: '2026-10/complaints.csv', line: 7 },
      { code: 'no-order', file: '2026-10/complaints.csv', line: 8 },
      { code: 'closed-without-refund', file: '2026-10/orders.csv', line: null },
    ]);
  });

  it('asks for the status of silent orders', async () => {
    const orders = String(STAR_SHOP['2026-10/orders.csv']).replace(
      '10000,"卖家已发货,等待买家确认"',
      '10000,',
    );
    const folder = writeShop({ ...STAR_SHOP, '2026-10/orders.csv': orders });
    const run = await kpi(['check', '-C', folder, '--month', '2026-10', '--format', 'json']);
    expect(found(run.out).map(({ code }) => code)).toEqual([
      'metric-without-cell',
      'closed-without-refund',
    ]);
  });
});

/** Three plans; the fund stands in two of them, the fines come from all three. */
const FUND_SHOP: ShopFiles = {
  'kpi.yaml': csv(
    'shop: 基金店',
    'plans:',
    '  presales: {scores: [], pay: [base_flat, conduct_taobao, fines_fund]}',
    '  aftersales: {scores: [], pay: [base_flat, conduct_fashion, fines_fund]}',
    '  vip: {scores: [], pay: [base_flat, lateness]}',
    'history: {assume: none}',
  ),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'A02,乙,售前', 'B01,丙,售后', 'C01,丁,VIP'),
  '2026-10/attendance.csv': csv(
    '工号,应出勤,出勤,迟到,请假,旷工',
    'A01,22,22,0,0,0',
    'A02,22,22,9,0,0',
    'B01,22,22,9,0,0',
    'C01,22,22,5,0,0',
  ),
  '2026-10/complaints.csv': csv('日期,工号,类型'),
  '2026-10/events.csv': csv(
    '日期,工号,事项,次数,金额',
    '2026-10-05,A01,违规,1,', // 10
    '2026-10-06,A02,违规,2,', // 10 + 30
    '2026-10-07,B01,违规,1,', // 10
    '2026-10-08,B01,超卖投诉,1,', // 30
    '2026-10-09,B01,损失,1,300', // a loss is no fine
  ),
};

describe('the fund of the fines', () => {
  it('is one for the whole shop, whatever plans its agents are paid under', async () => {
    const folder = writeShop(FUND_SHOP);
    const agents = await paidAgents(folder);
    expect(amountOf(agents, 'C01', 'lateness')).toBe(40); // twice beyond three, 20 each
    const run = await kpi(['notices', '-C', folder, '--month', '2026-10', '--format', 'json']);
    const notices = JSON.parse(run.out).notices as readonly Record<string, unknown>[];
    const fund = notices.filter(({ code }) => code === 'fines_fund');
    // 10 + 40 of pre-sales, 40 of after-sales, 40 of VIP: 130, said once.
    expect(fund).toHaveLength(1);
    expect(fund[0]).toMatchObject({ to: 'shop', text: '本月罚款共 130 元，归部门活动基金' });
  });

  it('is said when only agents of another plan are shown', async () => {
    const folder = writeShop(FUND_SHOP);
    const run = await kpi(['notices', '-C', folder, '--month', '2026-10', '--agent', 'C01']);
    expect(run.out).toContain('本月罚款共 130 元');
  });

  it('is not asked in a circle that leads through two plans', async () => {
    const book = (id: string, line: string, formula: string) =>
      csv(
        `id: ${id}`,
        'kind: pay',
        'lines:',
        `  - {id: ${line}, title: ${line}项, kind: earning, category: bonus, formula: ${formula}}`,
      );
    // Neither plan alone has a circle: each has one of the two lines as a plain amount.
    const folder = writeShop({
      'kpi.yaml': csv(
        'shop: 圈',
        'plans:',
        '  presales: {scores: [], pay: [one_asking, two_plain]}',
        '  aftersales: {scores: [], pay: [one_plain, two_asking]}',
      ),
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前', 'B01,丙,售后'),
      '2026-10/events.csv': csv('日期,工号,事项'),
      'rules/a.yaml': book('one_asking', 'one', '全店合计(line.two)'),
      'rules/b.yaml': book('two_plain', 'two', '1'),
      'rules/c.yaml': book('one_plain', 'one', '1'),
      'rules/d.yaml': book('two_asking', 'two', '全店合计(line.one)'),
    });
    const circle = await kpi(['check', '-C', folder, '--month', '2026-10', '--format', 'json']);
    expect(circle.code).toBe(1);
    const problems = JSON.parse(circle.out).problems as readonly Record<string, unknown>[];
    const errors = problems.filter(({ level }) => level === 'error');
    expect(errors.map(({ code, file }) => ({ code, file }))).toEqual([
      { code: 'circular-reference', file: 'rules/a.yaml' },
    ]);
  });
});

describe('the examples of a shop’s own rulebook', () => {
  it('are read by `kpi check` too', async () => {
    const folder = writeShop({
      'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [own]}}'),
      'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
      'rules/own.yaml': csv(
        'id: own',
        'kind: pay',
        'lines:',
        '  - {id: bonus, title: 奖金, kind: earning, category: bonus, formula: 销售额 × 1%}',
        'examples:',
        '  - {title: 名字写错, given: {销售: 1000}, expect: {bonus: 10}}',
        '  - {title: 没有这一项, given: {销售额: 1000}, expect: {bonu: 10}}',
      ),
    });
    const run = await kpi(['check', '-C', folder, '--format', 'json']);
    expect(run.code).toBe(1);
    const problems = found(run.out);
    expect(problems.map(({ code, file, line }) => ({ code, file, line }))).toEqual([
      { code: 'misspelt-name', file: 'rules/own.yaml', line: 6 },
      { code: 'misspelt-name', file: 'rules/own.yaml', line: 7 },
    ]);
  });
});
