import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [x]}}'),
  'agents.csv': csv(
    '工号,姓名,岗位,账号,级别,班次',
    'A01,小美,售前,小美,初级,早',
    'A02,乙乙,售前,小乙,中级,晚',
  ),
  'rules/x.yaml': csv(
    'id: x',
    'kind: pay',
    'lines: [{id: b, title: 底, kind: earning, category: base, formula: 1000}]',
  ),
};

interface ShownProblem {
  readonly level: string;
  readonly code: string;
  readonly line: number | null;
  readonly text: string;
  readonly remedy: string;
}

async function problemsOf(files: ShopFiles): Promise<readonly ShownProblem[]> {
  const run = await kpi(['check', '--month', '2026-10', '--format', 'json'], {
    cwd: writeShop({
      ...SHOP,
      '2026-10/metrics.csv': csv('工号,销售额', 'A01,6000', 'A02,3000'),
      ...files,
    }),
  });
  return (JSON.parse(run.out) as { problems: readonly ShownProblem[] }).problems;
}

/** A pay book with lines of so many further keys, after what stands above them. */
function book(lines: readonly string[], above = 'title: 书'): ShopFiles {
  const written = lines.map(
    (keys, at) => `  - {id: l${at}, title: 项${at}, kind: earning, category: bonus, ${keys}}`,
  );
  return { 'rules/x.yaml': csv('id: x', 'kind: pay', above, 'lines:', ...written) };
}

describe('a formula in the words of a sheet', () => {
  it.each([
    ['formula: 销售额 × 百分之一', '写成 1%；'],
    ['formula: 销售额 × 百分之十五', '写成 15%；'],
    ['formula: 销售额 × 千分之三', '写成 0.3%；'],
    ['formula: 销售额 × 三分之一', '写成 1 ÷ 3；'],
    ['formula: 销售额 × 一半', '写成 50%；'],
    ['when: 前三名, formula: 5', '条件写成 名次(得分) <= 3，'],
    ['when: 前10名, formula: 5', '条件写成 名次(得分) <= 10，'],
    ['when: 回复率 >= 及格, formula: 5', '写成分数线，例如 得分 >= 60；'],
    ['when: 名次 <= 3, formula: 5', '写成 名次(…)，'],
    ['formula: 5, round: 四舍五入到元', '写成 1 元 四舍五入、'],
  ])('is answered with what the language has for it: %s', async (keys, remedy) => {
    const [problem, ...others] = await problemsOf(book([keys]));
    expect(others).toEqual([]);
    expect(problem?.remedy).toContain(remedy);
  });

  it('that asks for the category of its own line is told so', async () => {
    const [problem] = await problemsOf(book(['at_least: {of: 类别.奖金, amount: 2000}']));
    expect(problem).toMatchObject({ code: 'category-of-own' });
  });

  it('whose table has no row for a level is told with the level, in its own words', async () => {
    const above = 'parameters: {p: {title: 级别奖, by: level, unit: yuan, value: {初级: 100}}}';
    const [problem, ...others] = await problemsOf(book(['formula: 级别奖'], above));
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'row-not-set', text: '参数“级别奖”没有给“中级”写值' });
  });
});

it('a target reads as one, beside the metric that it is held against', async () => {
  const files = book(['when: 销售额 >= 目标.销售额, formula: 100']);
  const config = csv(`${SHOP['kpi.yaml']}`.trim(), 'targets: {销售额: {2026-10: 5000}}');
  const cwd = writeShop({ ...SHOP, ...files, 'kpi.yaml': config });
  expect((await kpi(['rules', 'show', 'x'], { cwd })).out).toContain('条件：销售额 ≥ 销售额目标');
});

it('a figure over a part of the team says over which, with the formula', async () => {
  const cwd = writeShop({
    ...SHOP,
    ...book([
      "formula: '团队平均(销售额, 班次) × 1%'",
      "formula: '团队人数(销售额 > 5, 班次) × 10'",
    ]),
    '2026-10/metrics.csv': csv('工号,销售额', 'A01,6000', 'A02,3000'),
  });
  const { out } = await kpi(['explain', 'A01', '--month', '2026-10'], { cwd });
  expect(out).toContain('公式：团队平均(销售额, 班次) × 1%');
  expect(out).toContain('团队人数(销售额 > 5, 班次)');
});

const ORDERS = '订单编号,买家,创建时间,付款时间,实付金额,备注,状态,退款金额,退款状态';
const order = (id: number, paid: string, amount: string, refund: string) =>
  `41000000000000${id},tb${id},2026-10-05 10:00:00,${paid},${amount},A01,交易成功,${refund},退款成功`;

describe('in one run', () => {
  it('a bad amount does not hide the negative refund beside it, and a bad time is not told as none', async () => {
    const rows = [order(1001, '2026-10-05 10:01:00', '九九', '-5'), order(1002, '下午', '99', '5')];
    const problems = await problemsOf({ '2026-10/orders.csv': csv(ORDERS, ...rows) });
    const told = problems.filter(({ code }) => code !== 'credit-by-memo-only');
    expect(told.map(({ code, line }) => `${code}:${line}`).sort()).toEqual([
      'bad-amount:2',
      'bad-date:3',
      'negative-refund:2',
    ]);
  });

  it('a bad time in chats does not hide an account of nobody', async () => {
    const chats = csv(
      '时间,客服,买家,发送方,内容',
      '昨天,小美,tb1,客服,在',
      '2026-10-05 10:00:00,路人,tb1,客服,在',
    );
    const problems = await problemsOf({ '2026-10/chats.csv': chats });
    expect(problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['bad-date', 'unknown-account']),
    );
  });
});

describe('a file as people have it', () => {
  it('refunds by the day count on that day, whenever business days begin', async () => {
    const config = csv(`${SHOP['kpi.yaml']}`.trim(), 'metrics: {day_starts_at: "06:00"}');
    const cwd = writeShop({
      ...SHOP,
      'kpi.yaml': config,
      '2026-10/orders.csv': csv(
        '订单编号,买家,创建时间,付款时间,实付金额,备注',
        '410000000000001,tb1,2026-10-05 10:00:00,2026-10-05 10:01:00,99,A01',
        '410000000000002,tb2,2026-10-05 10:00:00,2026-10-05 10:01:00,99,A01',
      ),
      '2026-10/退款.csv': csv(
        '订单编号,退款编号,退款金额,退款状态,退款时间',
        '410000000000001,1,5,退款成功,2026/10/31',
        '410000000000002,2,7,退款成功,2026年11月1日',
      ),
    });
    const run = await kpi(['metrics', '--month', '2026-10', '--format', 'json'], { cwd });
    const { agents } = JSON.parse(run.out) as {
      agents: { id: string; metrics: Record<string, number> }[];
    };
    // The second one was made in November.
    expect(agents[0]?.metrics).toMatchObject({ refunds: 12, refunds_by_date: 5 });
  });

  it.each([
    ['jd_orders', '订单号,商品ID,下单时间,付款确认时间,应付金额'],
    ['douyin_after_sales', '订单号,售后单号,退商品金额,售后状态'],
    ['pdd_orders', '订单号,支付时间,用户实付金额'],
    ['douyin_orders', '主订单编号,子订单编号,订单提交时间,支付完成时间,订单应付金额'],
  ])('is told by the columns that it must have: %s', async (reader, header) => {
    const cwd = writeShop({ '导出.csv': csv(header) });
    const run = await kpi(['inspect', '导出.csv', '--format', 'json'], { cwd });
    expect(run.out).toContain(`"${reader}"`);
  });

  it('a register on paper has totals and signatures, which are left out', async () => {
    const [problem, ...others] = await problemsOf({
      ...book(['formula: 5'], 'events: {fine: 违规}'),
      '2026-10/events.csv': csv(
        '日期,工号,事项,次数',
        '2026-10-03,A01,违规,1',
        '小计,,,1',
        '制表：王,,审核：李,',
        '打印时间,2026-11-01,,',
      ),
    });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'summary-rows',
      text: '有 3 行合计、平均或制表落款，没有计入',
    });
  });

  it('a row that only begins like a signature is a row', async () => {
    const problems = await problemsOf({
      ...book(['formula: event.fine × 5'], 'events: {fine: 违规}'),
      '2026-10/events.csv': csv('日期,工号,事项,次数', '审核,A01,违规,1'),
    });
    expect(problems.map(({ code }) => code)).toEqual(['bad-date']);
  });

  it('targets may name people in place of ids', async () => {
    const cwd = writeShop({
      ...SHOP,
      ...book(['when: 销售额 >= 目标.销售额, formula: 100']),
      'targets.csv': csv('姓名,目标,数值', '小美,销售额,5000', '乙乙,销售额,6000'),
      '2026-10/metrics.csv': csv('工号,销售额', 'A01,6000', 'A02,3000'),
    });
    const run = await kpi(['calc', '--month', '2026-10', '--ids'], { cwd });
    expect(
      run.out
        .split('\n')
        .slice(1, 3)
        .map((row) => row.split(',').at(-1)),
    ).toEqual(['100', '0']);
  });
});
