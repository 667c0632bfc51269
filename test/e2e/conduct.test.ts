import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

/** Lines of fixed amounts, for conduct to take or leave. */
const WAGES = `id: wages
kind: pay
lines:
  - {id: base, title: 底薪, kind: earning, category: base, formula: 2000}
  - {id: performance, title: 绩效, kind: earning, category: performance, formula: 300}
  - {id: commission, title: 提成, kind: earning, category: commission, formula: 800}
  - {id: bonus, title: 奖金, kind: earning, category: bonus, formula: 500}
`;

/** Four pre-sales agents under the rules of conduct, and one after-sales agent who is not. */
function conductShop(
  events: readonly string[],
  complaints: readonly string[] = ['2026-10-12,A,表扬'],
): ShopFiles {
  return {
    'kpi.yaml': csv(
      'shop: 服饰店',
      'plans:',
      '  presales: {pay: [wages, conduct_fashion, fines_fund]}',
      '  aftersales: {pay: [wages]}',
      'metrics: {memo: only, memo_flag: any}',
    ),
    'rules/wages.yaml': WAGES,
    'agents.csv': csv(
      '工号,姓名,岗位',
      'A,甲,售前',
      'B,乙,售前',
      'C,丙,售前',
      'D,丁,售前',
      'S,戊,售后',
    ),
    '2026-10/complaints.csv': csv('日期,工号,类型', ...complaints),
    '2026-10/events.csv': csv('日期,工号,事项,次数,金额,订单编号', ...events),
  };
}

function run(command: string, folder: string, ...flags: readonly string[]) {
  return kpi([command, '-C', folder, '--month', '2026-10', ...flags]);
}

const DATA_ERRORS = ['2026-10-21,A,遗留宝贝数据错误,2,,', '2026-10-21,B,发现宝贝数据错误,2,,'];

describe('money that passes from one agent to another', () => {
  it('is in the net pay of both, and nothing of it over the shop', async () => {
    const agents = await paidAgents(writeShop(conductShop(DATA_ERRORS)));
    const payable = Object.fromEntries(agents.map((each) => [each.id, each.payable]));
    // 2000 + 300 + 800 + 500 each; A pays 2 × 10 to B.
    expect(payable).toEqual({ A: 3580, B: 3620, C: 3600, D: 3600, S: 3600 });
  });

  it('is a category of its own in the long table', async () => {
    const { out, err } = await run('calc', writeShop(conductShop(DATA_ERRORS)), '--long', '--ids');
    const rows = out.split('\n').filter((row) => row.includes(',transfer,20,'));
    expect(rows.map((row) => row.split(',')[0])).toEqual(['A', 'B']);
    expect(err).not.toContain('转付的两边');
  });

  it('is no fine of the fund', async () => {
    const events = [
      ...DATA_ERRORS,
      '2026-10-13,D,提前结束对话,3,,',
      '2026-10-20,*,静默顾客未回访中差评,1,,',
    ];
    const folder = writeShop(conductShop(events, ['2026-10-12,D,未回访']));
    const { out } = await run('notices', folder);
    // 3 × 50 for D, 100 for her customer (of a bonus that is halved to 250), 4 × 50 for the silent one.
    expect(out).toContain('本月罚款共 450 元，归部门活动基金');
  });

  it('says when one of the two sides is missing', async () => {
    const { code, out } = await run('check', writeShop(conductShop(DATA_ERRORS.slice(1))));
    expect(code).toBe(0);
    expect(out).toContain('共付给 20 元，共扣 0 元');
  });

  it('is closed and verified', async () => {
    const folder = writeShop(conductShop(DATA_ERRORS));
    expect(await run('close', folder)).toMatchObject({ code: 0 });
    expect(await kpi(['verify', '-C', folder])).toMatchObject({ code: 0 });
    const { out } = await run('calc', folder, '--ids');
    expect(out.split('\n')[1]).toMatch(/,3600,20,3580$/);
  });
});

describe('errors with a loss', () => {
  const LOSSES = [
    '2026-10-23,C,损失,1,10,430000000022',
    '2026-10-24,C,损失,1,10,430000000023',
    '2026-10-25,C,损失返还,1,120,',
  ];

  it('count once an order, however many losses it made', async () => {
    const parcel = ['12', '120'].map((amount) => `2026-10-22,C,损失,1,${amount},430000000021`);
    const agents = await paidAgents(writeShop(conductShop([...parcel, ...LOSSES])));
    // Three errors: nothing is forfeited; 12 + 120 + 10 + 10 are taken, 120 given back.
    expect(amountOf(agents, 'C', 'loss')).toBe(152);
    expect(amountOf(agents, 'C', 'performance')).toBe(300);
    expect(amountOf(agents, 'C', 'commission')).toBe(800);
    expect(agents.find(({ id }) => id === 'C')?.payable).toBe(3568);
    const { err } = await run('calc', writeShop(conductShop([...parcel, ...LOSSES])));
    expect(err).not.toContain('没写订单编号');
  });

  it('of one day without an order id are one error, which is told', async () => {
    const parcel = ['12', '120'].map((amount) => `2026-10-22,C,损失,1,${amount},`);
    const folder = writeShop(conductShop([...parcel, ...LOSSES]));
    const agents = await paidAgents(folder);
    expect(amountOf(agents, 'C', 'loss')).toBe(152);
    expect(agents.find(({ id }) => id === 'C')?.payable).toBe(3568);
    // Nobody can tell from the rows whether 12 and 120 are of one parcel.
    expect((await run('calc', folder)).err.replaceAll(/\s/g, '')).toContain(
      '2026-10/events.csv:3C在2026-10-22有2行“损失”没写订单编号，不知道是不是同一次，合在一起只算一次',
    );
  });

  it('of one day with order ids of their own are an error each, and the fourth is told with its consequence', async () => {
    const parcels = ['31', '32'].map((order) => `2026-10-22,C,损失,1,12,4300000000000${order}`);
    const folder = writeShop(conductShop([...parcels, ...LOSSES]));
    const agents = await paidAgents(folder);
    for (const line of ['performance', 'commission', 'bonus']) {
      expect(amountOf(agents, 'C', line)).toBe(0);
    }
    expect((await run('notices', folder)).out).toContain('损失类差错 4 次，超过 3 次，只发底薪');
  });

  it('without an order id count as often as one row of them says', async () => {
    const rows = ['2026-10-21,C,损失,3,10,', '2026-10-21,C,损失,1,5,'];
    const events = [...rows, ...LOSSES.slice(0, 1)];
    const agents = await paidAgents(writeShop(conductShop(events)));
    // Three that one row says, and one of an order: 3 × 10 + 5 + 10.
    expect(amountOf(agents, 'C', 'loss')).toBe(45);
    expect(amountOf(agents, 'C', 'commission')).toBe(0);
  });

  it('are no half losses of a shift swap', async () => {
    const swap = ['C', 'D'].map((agent) => `2026-10-22,${agent},换班空档,1,45,`);
    const other = '2026-10-21,C,损失,1,12,';
    const agents = await paidAgents(writeShop(conductShop([...swap, other, ...LOSSES])));
    expect(amountOf(agents, 'C', 'swap_gap')).toBe(22.5);
    expect(amountOf(agents, 'D', 'swap_gap')).toBe(22.5);
    expect(amountOf(agents, 'C', 'commission')).toBe(800);
  });
});

describe('a month of the fashion plan', () => {
  const AGENTS = ['A', 'B', 'C', 'D'];
  /** Ten orders each, of one price. */
  const PRICES = [10000, 9000, 7000, 10000];
  const MONTH: ShopFiles = {
    'kpi.yaml': csv(
      'shop: 服饰店',
      'plans: {presales: fashion}',
      'set: {base_by_level.amounts: {初级: 2000}}',
      'metrics: {memo: only, memo_flag: any}',
    ),
    'agents.csv': csv(
      '工号,姓名,岗位,级别,定级日期,班次,保险',
      ...AGENTS.map((id) => `${id},${id}员,售前,初级,2026-01-01,早班,返现`),
    ),
    '2026-10/ratings.csv': csv(
      '工号,项目,评分',
      ...AGENTS.flatMap((id) => [`${id},chat_review,优`, `${id},handling,优`]),
    ),
    '2026-10/attendance.csv': csv(
      '工号,应出勤,出勤,迟到,早退,请假,旷工,缺卡',
      ...AGENTS.map((id) => `${id},26,26,0,0,0,0,0`),
    ),
    '2026-10/complaints.csv': csv('日期,工号,类型', '2026-10-10,A,表扬'),
    '2026-10/orders.csv': csv(
      '订单编号,买家,创建时间,付款时间,实付金额,状态,客服',
      ...AGENTS.flatMap((id, n) =>
        Array.from(
          { length: 10 },
          (_, k) =>
            `8${n}${k},${id}${k},2026-10-05 10:00:00,2026-10-05 10:01:00,${PRICES[n]},交易成功,${id}`,
        ),
      ),
    ),
    '2026-10/metrics.csv': csv(
      '工号,回复率,平均响应时间,客户满意率,询单转化率,接待人数,有效接待销售额,连续慢响应天数',
      'A,90%,30,95%,60%,100,50000,0',
      'B,90%,75,95%,90%,100,50000.01,3',
      'C,90%,75,95%,50%,100,100000,4',
      'D,90%,30,95%,60%,100,100000.01,0',
    ),
    '2026-10/events.csv': csv(
      '日期,工号,事项,次数,金额,说明',
      '2026-10-22,C,损失,1,12,补发邮费',
      '2026-10-22,C,损失,1,120,衣服成本',
      '2026-10-23,C,损失,1,10,',
      '2026-10-24,C,损失,1,10,',
      '2026-10-25,C,损失返还,1,120,',
    ),
  };

  it('takes nothing for three errors, one of which made two losses', async () => {
    const agents = await paidAgents(writeShop(MONTH));
    // Service 10 + 8 + 0 (75 s against 30) + 5 + 4; conversion 50 of 60: 25; order value 7000 of the team's 9000,
    // and one item as the team: 10 × 7/9 + 10; receptions 10, refunds 5: 84.78.
    expect(agents.find(({ id }) => id === 'C')?.scores[0]?.points).toBe(84.78);
    expect(amountOf(agents, 'C', 'post_performance')).toBe(339.12); // 400 × 84.78 %
    expect(amountOf(agents, 'C', 'commission')).toBe(847.8); // 100000 × 1 % × 84.78 %
    expect(amountOf(agents, 'C', 'loss')).toBe(152);
    expect(amountOf(agents, 'C', 'loss_returned')).toBe(120);
  });
});

describe('other rules of conduct', () => {
  it('a release before the review is one event with both amounts', async () => {
    const folder = writeShop(conductShop(['2026-10-11,B,未确认好评先发,1,,']));
    const agents = await paidAgents(folder);
    expect(amountOf(agents, 'B', 'release_before_review')).toBe(100);
    expect(amountOf(agents, 'B', 'not_revisited')).toBe(100);
  });

  it('the third early end is a grave mistake, with a slip to sign', async () => {
    const folder = writeShop(conductShop(['2026-10-13,D,提前结束对话,3,,']));
    const { out } = await run('notices', folder, '--format', 'table');
    expect(out).toContain(`
      · 记大过：本月提前结束对话 3 次，奖金和绩效减半 · 行为规范（服饰店）
        本人签字：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿
        主管签字：＿＿＿＿＿＿＿＿　日期：＿＿＿＿＿＿
`);
    const json = JSON.parse((await run('notices', folder, '--format', 'json')).out);
    expect(json.notices).toContainEqual(
      expect.objectContaining({ code: 'grave_mistake', id: 'D', sign: ['本人', '主管'] }),
    );
    const markdown = await run('notices', folder, '--format', 'markdown');
    expect(markdown.out).toContain('    - 本人签字：');
    expect((await run('notices', folder)).out).toContain('奖金和绩效减半（本人、主管签字）');
  });
});

describe('an event that the plan of an agent has no rule for', () => {
  it('is said of a row for the whole team, which may have been meant for one plan', async () => {
    const folder = writeShop(conductShop(['2026-10-20,*,静默顾客未回访中差评,1,,']));
    const { code, out } = await run('check', folder, '--strict');
    expect(code).toBe(0);
    expect(out).toContain('方案“售后”里没有它的规则，对 S 不起作用');
  });

  it('is a warning of a row for one agent', async () => {
    const folder = writeShop(conductShop(['2026-10-20,S,超卖投诉,1,,']));
    const { code, out } = await run('check', folder, '--strict');
    expect(code).toBe(1);
    expect(out).toContain('S 按“售后”发工资，里面没有事项“超卖投诉”的规则');
  });
});
