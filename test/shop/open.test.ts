import { describe, expect, it } from 'vitest';
import { valueIn } from '../../src/lib/dated.js';
import type { Month } from '../../src/lib/month.js';
import { DEFAULT_SETTINGS } from '../../src/shop/config-from-yaml.js';
import { openShop } from '../../src/shop/open.js';
import { settingsIn } from '../../src/shop/settings.js';
import { collectProblems, type Problem, problemText } from '../../src/words/problem.js';
import { writeShop } from '../setup/shop.js';

async function open(yaml: string | Uint8Array, files: Record<string, string> = {}) {
  const problems = collectProblems();
  const shop = await openShop(writeShop({ 'kpi.yaml': yaml, ...files }), problems);
  return { shop, problems };
}

const brief = (problems: readonly Problem[]) =>
  problems.map(({ code, line, column, cell }) => `${code} ${line}:${column} ${cell ?? ''}`.trim());

const OCTOBER = '2026-10' as Month;

describe('kpi.yaml', () => {
  it('needs no more than a name', async () => {
    const { shop, problems } = await open('shop: 示例旗舰店\n');
    expect(problems.all).toEqual([]);
    expect(shop).toMatchObject({ name: '示例旗舰店', language: 'zh', rulebooks: [] });
    expect(shop?.config).toMatchObject({
      plans: {},
      targets: {},
      limits: undefined,
      customMetrics: [],
      history: { assume: undefined },
      exclude: { ids: [], memos: [] },
    });
  });

  it('has the defaults of the manual for every setting', async () => {
    const { shop, problems } = await open('shop: 小店\n');
    expect(shop && settingsIn(shop.config.metrics, OCTOBER, problems)).toEqual({
      dayStartsAt: 0,
      sessionWait: 60,
      minMessages: 3,
      maxWait: 600,
      slowAfter: 200,
      slowTimes: 1,
      attribution: 'order_first',
      window: 24 * 3600,
      afterPayment: 'buyer_first',
      memo: 'prefer',
      memoFlag: undefined,
      inquiryWindow: 24 * 3600,
      aftersalesDays: 21,
      confirmDays: 30,
      slowDayAfter: 60,
      creditRoles: [],
      refundBasis: 'orders',
      adPatterns: [],
      platformHours: { from: 8 * 3600, to: 23 * 3600 },
      workdayLength: 8 * 3600,
    });
  });

  it('is read whole', async () => {
    const { shop, problems } = await open(`shop: 小店
lang: en
plans:
  售前: classic
  夜班助理: {scores: [a], pay: [b, c]}
targets:
  team_sales: {2026-10: 500000, 2026-07: 400000}
  goal: 1.5%
set:
  commission.rate: 1.10%
  base.amounts: {junior: 1300}
metrics:
  day_starts_at: 04:00
  session_wait: {2026-01: 2m, 2026-11: 90s}
  memo_flag: [红, blue]
  credit_roles: [售前, 夜班助理]
  platform_hours: 09:30-24:00
  workday_length: 450m
  ad_patterns: 刷单
  aftersales_days: 30
sources:
  orders: {files: "oms-*.csv", columns: {order_id: 单号}, encoding: GBK}
exclude: {ids: ["^9"], memos: [补单]}
limits: {minimum_wage: 2000}
custom_metrics:
  - {id: smile, title: 微笑分, unit: points}
history: {assume: none}
`);
    expect(problems.all).toEqual([]);
    const config = shop?.config;
    expect(shop?.language).toBe('en');
    expect(config?.plans).toEqual({
      presales: { kind: 'id', id: 'classic', place: { file: 'kpi.yaml', line: 4, column: 7 } },
      夜班助理: {
        kind: 'lists',
        title: undefined,
        scores: ['a'],
        pay: ['b', 'c'],
        notices: [],
        place: { file: 'kpi.yaml', line: 5, column: 9 },
      },
    });
    const sales = config?.targets.team_sales;
    expect(sales?.entries.map(({ from, value }) => [from, value.toFixed()])).toEqual([
      ['2026-07', '400000'],
      ['2026-10', '500000'],
    ]);
    expect(sales && valueIn(sales, '2026-09' as Month)?.toFixed()).toBe('400000');
    expect(sales && valueIn(sales, '2026-06' as Month)).toBeUndefined();
    expect(config?.targets.goal?.entries[0]?.value.toFixed()).toBe('0.015');
    expect(config?.set).toEqual({
      'commission.rate': { value: '1.10%', place: { file: 'kpi.yaml', line: 10, column: 20 } },
      'base.amounts': {
        value: { junior: '1300' },
        place: { file: 'kpi.yaml', line: 11, column: 17 },
      },
    });
    expect(config && settingsIn(config.metrics, OCTOBER, problems)).toMatchObject({
      dayStartsAt: 4 * 3600,
      sessionWait: 120,
      memoFlag: ['red', 'blue'],
      creditRoles: ['presales', '夜班助理'],
      platformHours: { from: 9.5 * 3600, to: 24 * 3600 },
      workdayLength: 27_000,
      adPatterns: ['刷单'],
      aftersalesDays: 30,
    });
    expect(config?.sources.orders).toMatchObject({
      files: 'oms-*.csv',
      columns: { order_id: '单号' },
      encoding: 'gb18030',
    });
    expect(config?.exclude).toMatchObject({ ids: ['^9'], memos: ['补单'] });
    expect(config?.limits?.lossShare.toFixed()).toBe('0.2');
    expect(config?.limits?.minimumWage.toFixed()).toBe('2000');
    expect(config?.customMetrics).toEqual([{ id: 'smile', title: '微笑分', unit: 'points' }]);
    expect(config?.history.assume).toBe('none');
  });

  it('may have sections in which everything is commented out', async () => {
    const { shop, problems } = await open('shop: 小店\nmetrics:\n  # window: 24h\ntargets:\n');
    expect(problems.all).toEqual([]);
    expect(shop).toBeDefined();
  });

  it('with unknown keys says which and what was meant, everywhere', async () => {
    const { shop, problems } = await open(`shop: 小店
metric: {}
metrics:
  session_waits: 60s
sources:
  orders: {file: x, files: x, columns: {orderid: 单号}}
limits: {lossshare: 20%}
custom_metrics: [{id: a, title: b, unit: c, colour: d}]
`);
    // What the wrong keys may have meant is not known; the rest is.
    expect(shop?.config.unread).toContainEqual(['metrics', 'session_wait']);
    expect(shop?.config.customMetrics).toEqual([{ id: 'a', title: 'b', unit: 'c' }]);
    expect(brief(problems.all).sort()).toEqual([
      'misspelt-key 2:1 metric',
      'misspelt-key 4:3 session_waits',
      'misspelt-key 6:12 file',
      'misspelt-key 6:41 orderid',
      'misspelt-key 7:10 lossshare',
      'unknown-key 8:45 colour',
    ]);
    expect(problems.all.find(({ cell }) => cell === 'session_waits')?.params.meant).toBe(
      'session_wait',
    );
  });

  it('with wrong values says where and what should stand there, in either language', async () => {
    const { problems } = await open(`shop: 小店
lang: fr
targets: {team_sales: 五十万}
metrics:
  session_wait: 60
  day_starts_at: 24:00
  min_messages: 0
  platform_hours: 23:00-08:00
  memo_flag: [pink]
  attribution: orders
  window: {2026-13: 24h, 2026-10: 1 day}
limits: {loss_share: {a: b}}
`);
    expect(brief(problems.all).sort()).toEqual([
      'bad-value 10:16 orders',
      'bad-value 11:21 24h',
      'bad-value 11:35 1 day',
      'bad-value 12:22',
      'bad-value 2:7 fr',
      'bad-value 3:23 五十万',
      'bad-value 5:17 60',
      'bad-value 6:18 24:00',
      'bad-value 7:17 0',
      'bad-value 8:19 23:00-08:00',
      'bad-value 9:15 pink',
    ]);
    const wait = problems.all.find(({ cell }) => cell === '60');
    expect(wait && problemText('zh', wait)).toBe(
      '“metrics.session_wait”的值不对：要写带单位的时长，例如 60s、10m、24h',
    );
    expect(wait && problemText('en', wait)).toBe(
      'the value of “metrics.session_wait” is wrong: a duration with its unit is wanted, such as 60s, 10m or 24h',
    );
  });

  it('is refused where a setting is beyond what it can mean', async () => {
    const { problems } = await open(`shop: 小店
metrics: {window: 9999999999h, session_wait: 366d, max_wait: 367d}
limits: {loss_share: -20%, minimum_wage: -5000}
corrections: {recovery_share: 500%}
targets: {person: -5000, team_sales: {2026-10: 0, 2026-11: -1%}}
`);
    expect(brief(problems.all)).toEqual([
      'bad-value 5:19 -5000',
      'bad-value 5:60 -1%',
      'bad-value 2:62 367d',
      'bad-value 2:19 9999999999h',
      'bad-value 3:22 -20%',
      'bad-value 3:42 -5000',
      'bad-value 4:31 500%',
    ]);
    const share = await open('shop: 小店\nlimits: {loss_share: 500%}\n');
    expect(brief(share.problems.all)).toEqual(['bad-value 2:22 500%']);
  });

  it('tells the first two hundred unknown keys, and how many more there are', async () => {
    const keys = Array.from({ length: 250 }, (_, at) => `key${at}: 1\n`).join('');
    const { problems } = await open(`shop: 小店\n${keys}`);
    const codes = problems.all.map(({ code, params }) => `${code} ${params.count ?? ''}`.trim());
    expect(codes.filter((code) => code === 'unknown-key')).toHaveLength(200);
    expect(codes.filter((code) => code !== 'unknown-key')).toEqual(['more-problems 50']);
  });

  it('says what a place takes where none of its shapes stands there', async () => {
    const { problems } = await open(`shop: 小店
plans: {presales: [classic, fashion], 售后: {scores: [[a]], pay: []}}
levels: [[金牌]]
metrics: {memo_flag: [red, rde], memo: prefr}
statutory: {place: 北京, after_tax: [loss, 罚]}
`);
    const said = problems.all.map((each) => problemText('zh', each));
    expect(said.sort()).toEqual([
      '“levels.1”的值不对：要写一个级别的名称；有编号的，写 id 和 title',
      '“metrics.memo_flag.2”的值不对：是否想写“red”？只能写 red / green / purple / orange / blue / none / yellow / cyan',
      '“metrics.memo”的值不对：是否想写“prefer”？只能写 prefer / off / only',
      '“plans.presales”的值不对：要写一套方案的编号，如 classic；自己搭配的写成 {title: 名称, scores: [考核表], pay: [工资制度]}',
      '“plans.售后.scores”的值不对：要写文字的列表',
      '“statutory.after_tax.2”的值不对：是否想写“罚款”？只能写 罚款 / 底薪 / 绩效 / 提成 / 奖金 / 津贴 / 奖励 / 损失 / 转付 / 年终奖 / 保险返现',
    ]);
  });

  it('without a name, or with one role twice, is refused', async () => {
    expect(brief((await open('lang: zh\n')).problems.all)).toEqual(['missing-key 1:1']);
    const twice = await open('shop: 小店\nplans: {presales: a, 售前: b}\n');
    expect(brief(twice.problems.all)).toEqual(['repeated-role 2:22 售前']);
  });

  it('must be there, and be text', async () => {
    const problems = collectProblems();
    expect(await openShop(writeShop({}), problems)).toBeUndefined();
    expect(problems.all.map(({ code }) => code)).toEqual(['missing-config']);
    const bad = await open(Uint8Array.of(0x61, 0x0a, 0xff, 0xff));
    expect(bad.problems.all).toMatchObject([{ code: 'bad-encoding', file: 'kpi.yaml', line: 2 }]);
  });

  it('may be written by Windows: GB18030, CRLF, a byte-order mark', async () => {
    // 店 is B5 EA in GB18030.
    const gbk = Buffer.concat([
      Buffer.from('shop: '),
      Buffer.from([0xb5, 0xea]),
      Buffer.from('\r\n'),
    ]);
    expect((await open(gbk)).shop?.name).toBe('店');
    expect((await open('\ufeffshop: 店\r\n')).shop?.name).toBe('店');
  });
});

describe('a dated setting', () => {
  it('has no value before its first month: says where it stands, and the default goes on', async () => {
    const { shop, problems } = await open('shop: 小店\nmetrics:\n  window: {2026-11: 24h}\n');
    expect(shop && settingsIn(shop.config.metrics, OCTOBER, problems)).toEqual(DEFAULT_SETTINGS);
    expect(problems.all).toMatchObject([
      {
        code: 'no-value-yet',
        file: 'kpi.yaml',
        line: 3,
        params: { key: 'metrics.window', month: '2026-10', first: '2026-11' },
      },
    ]);
  });

  it('may be `any` from a month on', async () => {
    const { shop, problems } = await open(
      'shop: 小店\nmetrics:\n  memo_flag: {2026-01: [red], 2026-10: any}\n',
    );
    const flag = (month: string) =>
      shop && settingsIn(shop.config.metrics, month as Month, problems)?.memoFlag;
    expect(flag('2026-09')).toEqual(['red']);
    expect(flag('2026-10')).toBeUndefined();
    expect(problems.all).toEqual([]);
  });
});

it('the shop’s own rulebooks are listed as texts, in order of path', async () => {
  const { shop } = await open('shop: 小店\n', {
    'rules/b.yaml': 'id: b\n',
    'rules/pay/a.yml': 'id: a\n',
    'rules/Z.yaml': 'id: z\n',
    'rules/readme.md': 'x',
    'rules/.hidden.yaml': 'x',
  });
  expect(shop?.rulebooks).toEqual([
    { file: 'rules/Z.yaml', text: 'id: z\n' },
    { file: 'rules/b.yaml', text: 'id: b\n' },
    { file: 'rules/pay/a.yml', text: 'id: a\n' },
  ]);
});

it('the language of the command line wins over kpi.yaml', async () => {
  const folder = writeShop({ 'kpi.yaml': 'shop: 小店\nlang: en\n' });
  expect((await openShop(folder, collectProblems(), 'zh'))?.language).toBe('zh');
  expect((await openShop(folder, collectProblems()))?.language).toBe('en');
});

describe('a full-width colon in kpi.yaml', () => {
  const codes = async (yaml: string) =>
    (await open(yaml)).problems.all.map(({ code, line }) => `${code} ${line}`);

  it.each([
    ['that leaves one text', 'shop：小店\n'],
    ['in a section', 'plans:\n  presales：classic\n  vip：vip\nshop: 小店\n'],
    ['within braces', 'shop: 小店\nplans: {presales：classic}\n'],
    ['after a month', 'shop: 小店\ntargets: {team_sales: {2026-10：500000}}\n'],
    ['after a known key', 'shop: 小店\nmetrics: {window：24h}\n'],
  ])('%s is named', async (_where, yaml) => {
    const found = await codes(yaml);
    expect(found.map((each) => each.split(' ')[0])).toContain('full-width-colon');
  });

  it('of a time is no key’s', async () => {
    expect(await codes('shop: 小店\nmetrics: {day_starts_at: 04：00}\n')).toEqual(['bad-value 2']);
  });
});

it('no sentence on YAML is English in Chinese', async () => {
  const broken = [
    'shop: "小店\n',
    'shop: 小店\n\tlang: zh\n',
    'shop: a: b\n',
    'shop: @x\n',
    'shop: "\\q"\n',
    'shop: {a: 1\nb: [1\n',
    'shop: !x y\n',
    'shop: x\n---\nshop: y\n',
    'shop: x\n lang: y\n',
    '- a\nshop: x\n',
  ];
  for (const yaml of broken) {
    const { problems } = await open(yaml);
    expect(problems.all.map(({ code }) => code)).toContain('bad-yaml');
    for (const { code, params } of problems.all) {
      const latin = problemText('zh', { code, params }).replace(/^这不是有效的 YAML：|YAML/g, '');
      expect(latin, yaml).not.toMatch(/[A-Za-z]{2,}/);
    }
  }
});
