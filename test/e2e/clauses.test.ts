import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { amountOf, paidAgents } from '../setup/paid.js';
import { kpi, ROOT } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

function run(command: string, folder: string, ...flags: readonly string[]) {
  return kpi([command, '-C', folder, '--month', '2026-10', ...flags]);
}

/** A scorecard of one mark. */
const MARK = csv(
  'id: general',
  'kind: scorecard',
  'total: 100',
  'items: [{id: mark, title: 总评, full: 100, formula: 90}]',
);

describe('more than three errors', () => {
  /** Both have met the target with 60 and 55 thousand; all who are paid score by one grade. */
  const SHOP: ShopFiles = {
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {presales: {scores: [general], pay: [wages, monthly_bonus, top_seller, error_forfeit]}}',
      'targets: {team_sales: 100000}',
    ),
    'rules/general.yaml': MARK,
    'rules/wages.yaml': csv(
      'id: wages',
      'kind: pay',
      'lines:',
      '  - {id: base, title: 底薪, kind: earning, category: base, formula: 2000}',
      '  - {id: commission, title: 提成, kind: earning, category: commission, formula: 500}',
    ),
    'agents.csv': csv('工号,姓名,岗位', 'C,丙,售前', 'D,丁,售前'),
    '2026-10/metrics.csv': csv('工号,销售额,店铺销售额', 'C,55000,', 'D,60000,', '*,,115000'),
    '2026-10/complaints.csv': csv(
      '日期,工号,类型,属实,金额',
      ...[10, 20, 30, 40].map((amount) => `2026-10-${amount / 10 + 9},D,差错,是,${amount}`),
      ...['是', '是', '是', '否'].map((verified, n) => `2026-10-${n + 11},C,差错,${verified},10`),
    ),
  };

  it('take every bonus of the month, and nothing else', async () => {
    const agents = await paidAgents(writeShop(SHOP));
    // D has four: fined 4 × 20, and 100 of losses; no monthly bonus, and not the 300 of the top seller.
    expect(amountOf(agents, 'D', 'monthly_bonus')).toBe(0);
    expect(amountOf(agents, 'D', 'top_seller')).toBe(0);
    expect(amountOf(agents, 'D', 'commission')).toBe(500);
    expect(agents.find(({ id }) => id === 'D')?.payable).toBe(2320);
    // C has three, and one that was not verified: the bonus stays.
    expect(amountOf(agents, 'C', 'monthly_bonus')).toBe(100);
    expect(agents.find(({ id }) => id === 'C')?.payable).toBe(2510);
  });

  it('are counted once an order, and once a day where rows name none, which is told', async () => {
    const rows = (...more: readonly string[]) =>
      writeShop({
        ...SHOP,
        '2026-10/complaints.csv': csv('日期,工号,类型,金额,订单编号', ...more),
      });
    const others = ['2026-10-12,D,差错,10,71', '2026-10-13,D,差错,10,72'];
    for (const order of ['70', '']) {
      const parcel = ['12', '120'].map((loss) => `2026-10-10,D,差错,${loss},${order}`);
      const folder = rows(...parcel, ...others);
      const agents = await paidAgents(folder);
      // Postage and garment of one parcel, and two more: three errors, each fined 20, and every loss is taken.
      expect(amountOf(agents, 'D', 'error_fine')).toBe(60);
      expect(amountOf(agents, 'D', 'error_loss')).toBe(152);
      expect(amountOf(agents, 'D', 'monthly_bonus')).toBe(100);
      const { out } = await run('check', folder, '--format', 'csv');
      const told = out.split('\n').filter((row) => row.includes('rows-without-order'));
      expect(told).toHaveLength(order === '' ? 1 : 0);
    }
    const two = ['10', '20'].map((loss, n) => `2026-10-10,D,差错,${loss},8${n}`);
    const agents = await paidAgents(rows(...two, ...others));
    expect(amountOf(agents, 'D', 'error_fine')).toBe(80);
    expect(amountOf(agents, 'D', 'monthly_bonus')).toBe(0);
  });
});

describe('publication and dismissal', () => {
  it.each(readdirSync(join(ROOT, 'rules/plans')))('belong to the plan of %s', async (file) => {
    const { out } = await kpi(['rules', 'show', file.replace('.yaml', '')]);
    expect(out).toContain('结果公布（publication）');
    expect(out).toContain('辞退（dismissal）');
  });

  const SHOP: ShopFiles = {
    'kpi.yaml': csv(
      'shop: 两队店',
      'plans:',
      '  presales: {pay: [wages], notices: [publication, dismissal]}',
      '  aftersales: {pay: [wages], notices: [publication, dismissal]}',
    ),
    'rules/wages.yaml': csv(
      'id: wages',
      'kind: pay',
      'lines: [{id: base, title: 底薪, kind: earning, category: base, formula: 2000}]',
    ),
    'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前', 'S,戊,售后'),
    '2026-10/events.csv': csv('日期,工号,事项,次数', '2026-10-09,S,违规,3'),
  };

  it('the results are due by the 5th, approved by those whom the source names, once for the shop', async () => {
    const { out } = await run('notices', writeShop(SHOP), '--format', 'json');
    const notices = JSON.parse(out).notices.filter(
      ({ code }: { code: string }) => code === 'publication',
    );
    expect(notices).toEqual([
      expect.objectContaining({
        to: 'shop',
        text: '本月考核结果和工资要在 2026-11-05 前公布',
        sign: ['评选主管', '评选主管', '运营主管', '店长'],
      }),
    ]);
  });

  it('the third violation has a slip that agent, supervisor and shop manager sign', async () => {
    const { out } = await run('notices', writeShop(SHOP), '--format', 'markdown', '--lang', 'en');
    expect(out).toContain(`\
- 戊 (S) · After-sales
  - 3 violations, dismissal level · Dismissal
    - Agent: ＿＿＿＿＿＿＿＿ date: ＿＿＿＿＿＿
    - Supervisor: ＿＿＿＿＿＿＿＿ date: ＿＿＿＿＿＿
    - Shop manager: ＿＿＿＿＿＿＿＿ date: ＿＿＿＿＿＿
`);
  });

  const conduct = (notices: string): ShopFiles => ({
    'kpi.yaml': csv(
      'shop: 店',
      `plans: {presales: {pay: [wages, conduct_taobao], notices: [${notices}]}}`,
    ),
    'rules/wages.yaml': SHOP['rules/wages.yaml'] ?? '',
    'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前', 'B,乙,售前'),
    '2026-10/events.csv': csv('日期,工号,事项,次数', '2026-10-09,A,违规,3', '2026-10-09,B,违规,2'),
  });
  const given = async (files: ShopFiles) => {
    const { out } = await run('notices', writeShop(files), '--format', 'json');
    const { notices } = JSON.parse(out) as { notices: { code: string; text: string }[] };
    return notices.map(({ code, text }) => `${code}: ${text}`);
  };

  it('the slip stands in place of what the line of the fines says, where there is one', async () => {
    expect(await given(conduct('dismissal'))).toEqual([
      'third_violation: 违规 3 次，达到辞退级别',
      'violation: 违规第二次，警告',
    ]);
    expect(await given(conduct(''))).toEqual([
      'violation: 违规第三次，按辞退处理',
      'violation: 违规第二次，警告',
    ]);
  });

  it('a notice in place of that of a line that no rulebook has is told', async () => {
    const { out } = await run(
      'check',
      writeShop({
        ...conduct('slip'),
        'rules/slip.yaml': csv(
          'id: slip',
          'kind: notices',
          'notices: [{id: slip, level: info, text: 单, instead_of: [violatoin]}]',
        ),
      }),
    );
    expect(out).toContain('rules/slip.yaml,3,57');
    expect(out).toContain('“violatoin”');
    expect(out).toContain('violation');
  });

  it('who signs is sealed with the notice', async () => {
    const folder = writeShop(SHOP);
    const open = await run('notices', folder);
    expect(await run('close', folder)).toMatchObject({ code: 0 });
    expect(await kpi(['verify', '-C', folder])).toMatchObject({ code: 0 });
    expect((await run('notices', folder)).out).toBe(open.out);
  });
});

describe('levels', () => {
  const shop = (...lines: readonly string[]): ShopFiles => ({
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {presales: {scores: [general], pay: [post_performance], notices: [levels]}}',
      ...lines,
    ),
    'rules/general.yaml': MARK,
    'agents.csv': csv(
      '工号,姓名,岗位,级别,定级日期,入职日期',
      'A,甲,售前,初级,2026-05-01,2025-06-01',
      'B,乙,售前,初级,2026-04-30,2025-06-01',
      'C,丙,售前,初级,2026-05-02,2025-06-01',
      'D,丁,售前,中级,2026-05-01,2025-08-01',
      'E,戊,售前,中级,2026-05-01,2025-08-02',
      'F,己,售前,初级,,2026-05-01',
    ),
    '2026-07/events.csv': csv('日期,工号,事项'),
    '2026-10/events.csv': csv('日期,工号,事项'),
  });

  it('count the month that ends: from 1 May to the end of July are three months', async () => {
    const folder = writeShop(shop());
    const { out } = await kpi(['notices', '-C', folder, '--month', '2026-07', '--ids']);
    const due = (code: string) =>
      out.split('\n').flatMap((row) => (row.includes(`,${code},`) ? [row.split(',')[1]] : []));
    expect(due('due_intermediate')).toEqual(['A', 'B', 'F']);
    expect(due('due_senior')).toEqual(['D']);
    expect(out).toContain('任初级 3 个月，90 分，可评中级');
  });

  it('pay less to who misses their score only where the shop says how much less', async () => {
    const agents = await paidAgents(writeShop(shop()));
    expect(agents.map(({ payable }) => payable)).toEqual([360, 360, 360, 360, 360, 360]);
    const set =
      'set: {post_performance.missed_level_share: 75%, post_performance.level_points: {junior: 0, intermediate: 91}}';
    const less = await paidAgents(writeShop(shop(set)));
    // 90 ÷ 100 × 400, and of the two intermediates three quarters.
    expect(less.map(({ payable }) => payable)).toEqual([360, 360, 360, 270, 270, 360]);
  });
});

describe('clauses that a shop may add', () => {
  const shop = (plan: string, files: ShopFiles): ShopFiles => ({
    'kpi.yaml': csv('shop: 小店', `plans: {presales: ${plan}}`),
    'rules/general.yaml': MARK,
    'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前', 'B,乙,售前'),
    ...files,
  });

  it('the best recommender of a product has a prize for each', async () => {
    const events = csv('日期,工号,事项,次数', '2026-10-31,B,单品推荐之星,2');
    const plan = '{scores: [general], pay: [top_performer]}';
    const agents = await paidAgents(writeShop(shop(plan, { '2026-10/events.csv': events })));
    // Both are first by score and share 200; B recommended two products.
    expect(agents.map(({ payable }) => payable)).toEqual([100, 500]);
  });

  it('who saw a violation and did not stop it is fined like who did it', async () => {
    const events = csv(
      '日期,工号,事项,次数',
      '2026-10-08,A,违规,1',
      '2026-10-08,B,放任违规,2',
      '2026-10-09,A,提前转正,1',
    );
    const plan = '{scores: [], pay: [base_flat, conduct_taobao]}';
    const folder = writeShop(
      shop(plan, {
        'kpi.yaml': csv(
          'shop: 小店',
          `plans: {presales: ${plan}}`,
          'set: {base_flat.amount: 1000}',
        ),
        '2026-10/events.csv': events,
      }),
    );
    const agents = await paidAgents(folder);
    expect(agents.map(({ payable }) => payable)).toEqual([990, 960]);
    const { out } = await run('notices', folder);
    expect(out).toContain('学得快，提前转正');
  });

  it('the weekly review pays what the shop says for its grade', async () => {
    const items = ['服务态度', '业务知识', '沟通技巧', '问题处理', '团队协作'];
    const ratings = csv(
      '工号,项目,评分,周',
      ...items.flatMap((item) => [`A,${item},优,1`, `A,${item},良,2`, `B,${item},中,1`]),
    );
    const plan = '{scores: [service_review], pay: [base_flat, review_pay]}';
    const folder = writeShop(
      shop(plan, {
        'kpi.yaml': csv(
          'shop: 小店',
          `plans: {presales: ${plan}}`,
          'set: {base_flat.amount: 1000, review_pay.good_reward: 80, review_pay.fair_fine: 30}',
        ),
        '2026-10/ratings.csv': ratings,
      }),
    );
    // A: 100 % and 75 % are 87.5 %, good. B: 50 %, fair.
    expect((await paidAgents(folder)).map(({ payable }) => payable)).toEqual([1080, 970]);
  });

  it('advice on an indicator is no warning while its dimension is above the line', async () => {
    const figures = csv(
      '工号,平均响应时间,回复率,慢响应占比,询单转化率,销售件数,付款人数,答问比,平均日服务时长,意见收集数',
      'A,33,95%,5%,50%,500,400,120%,8,10',
      'B,30,95%,5%,5%,500,400,120%,8,10',
    );
    const plan = '{scores: [service_index], pay: []}';
    const { out } = await run(
      'notices',
      writeShop(shop(plan, { '2026-10/metrics.csv': figures })),
      '--ids',
    );
    const codes = out
      .split('\n')
      .slice(1, -1)
      .map((row) =>
        row
          .split(',')
          .filter((_, at) => [0, 1, 6].includes(at))
          .join(' '),
      );
    expect(codes).toEqual([
      'warning B ability_low',
      'warning B conversion_low',
      'info A response_time_slow',
    ]);
  });
});
