import { beforeEach, describe, expect, test, vi } from 'vitest';
import { decimal } from '../../src/lib/decimal.js';
import type { Problem } from '../../src/words/problem.js';
import { PAID } from '../output/samples.js';
import { kpi } from '../setup/program.js';

const payroll = vi.hoisted(() => ({
  calculateMonth: vi.fn(),
  measureMonth: vi.fn(),
  checkShop: vi.fn(),
}));
const rules = vi.hoisted(() => ({ listRules: vi.fn(), showRule: vi.fn(), testRules: vi.fn() }));
vi.mock('../../src/payroll/calculate.js', () => payroll);
vi.mock('../../src/policy/rules.js', () => rules);

const ERROR: Problem = {
  level: 'error',
  code: 'unknown-agent',
  file: '2026-10/events.csv',
  line: 4,
  column: '工号',
  cell: '张山',
  params: { agent: '张山' },
};

const conversion = {
  state: 'known',
  value: decimal('0.6235'),
  numerator: decimal(106),
  denominator: decimal(170),
  origin: 'computed',
};
const MEASURED = {
  ...PAID,
  metrics: {
    agents: new Map([
      [
        'A01',
        {
          metrics: new Map([['conversion', conversion]]),
          ratings: new Map(),
          cases: undefined,
          events: undefined,
        },
      ],
    ]),
    shop: new Map(),
    files: new Map(),
    counts: {},
  },
};

const RULEBOOK = {
  id: 'rank_bonus',
  kind: 'pay',
  title: { zh: '名次奖', en: 'Rank bonus' },
  file: 'rules/pay/rank_bonus.yaml',
  origin: 'shipped',
  usedBy: ['aftersales'],
};

beforeEach(() => {
  payroll.calculateMonth.mockResolvedValue(MEASURED);
  payroll.measureMonth.mockResolvedValue(MEASURED);
  payroll.checkShop.mockResolvedValue({ language: 'zh', problems: [] });
  rules.listRules.mockResolvedValue({ language: 'zh', problems: [], rulebooks: [RULEBOOK] });
});

const MONTH = ['--month', '2026-10'];

describe('kpi metrics', () => {
  test('gives one row per agent and the shop to a pipe', async () => {
    expect(await kpi(['metrics', ...MONTH, '--ids'])).toEqual({
      code: 0,
      out: `id,name,conversion\nA01,林小雨,0.6235\nB02,"'=王|芳",\n*,店铺,\n`,
      err: '',
    });
  });

  test('gives metrics as rows to a terminal', async () => {
    const { out } = await kpi(['metrics', ...MONTH, '--no-color'], { terminal: 80 });
    expect(out).toMatch(/^指标 +单位 +林小雨 /);
    expect(out).toContain('询单转化率');
  });

  test('filters by agent, and by the plan of the role', async () => {
    expect((await kpi(['metrics', ...MONTH, '--plan', 'classic'])).out).not.toContain('B02');
    expect((await kpi(['metrics', ...MONTH, '--agent', 'B02'])).out).not.toContain('A01');
  });

  test('prints nothing when there are errors', async () => {
    payroll.measureMonth.mockResolvedValue({ ...MEASURED, problems: [ERROR] });
    const { code, out } = await kpi(['metrics', ...MONTH]);
    expect([code, out]).toEqual([1, '']);
  });
});

describe('kpi explain', () => {
  test('tells everything about an agent, found by account', async () => {
    const { code, out, err } = await kpi(['explain', '小雨', ...MONTH]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^林小雨（A01） 2026-10 /);
    expect(out).toContain('代入：80000 × 1.1% + 260000 ÷ 2 ÷ 4 × 1.1% = 1,237.50 元');
  });

  test('narrows to one line', async () => {
    const { out } = await kpi(['explain', 'A01', '个人提成', ...MONTH]);
    expect(out).toContain('个人提成（commission）');
    expect(out).not.toContain('月度奖');
  });

  test('narrows to a metric, and to an item of the same name with it', async () => {
    const { out } = await kpi(['explain', 'A01', 'conversion', ...MONTH]);
    expect(out).toContain('转化率 30 / 30 分');
    expect(out).toContain('询单转化率（conversion）  62.35%');
    expect(out).toContain('分子 106 ÷ 分母 170');
    const { out: metric } = await kpi(['explain', 'A01', 'metric.conversion', ...MONTH]);
    expect(metric).not.toContain('30 / 30');
  });

  test('gives the whole trace as JSON', async () => {
    const { out } = await kpi(['explain', 'A01', 'commission', ...MONTH, '--format', 'json']);
    const document = JSON.parse(out);
    expect(document.id).toBe('A01');
    expect(document.lines[0].trace.parts[0].text).toBe(
      '销售额 × 提成比例 + 团队业绩 ÷ 2 ÷ 客服数 × 提成比例',
    );
  });

  test('suggests when it does not know the agent or the line', async () => {
    expect(await kpi(['explain', '林小鱼', ...MONTH])).toEqual({
      code: 2,
      out: '',
      err: 'kpi: 没有工号、姓名或账号是“林小鱼”的客服，是否想写 林小雨？\n用法见 kpi explain --help\n',
    });
    const { code, err } = await kpi(['explain', 'A01', 'comission', ...MONTH]);
    expect(code).toBe(2);
    expect(err).toContain('是否想写 commission？');
  });

  test('says so when two agents share a name', async () => {
    const twin = { ...PAID.roster[0], id: 'A09', accounts: [] };
    payroll.calculateMonth.mockResolvedValue({ ...PAID, roster: [...PAID.roster, twin] });
    const { code, err } = await kpi(['explain', '林小雨', ...MONTH]);
    expect(code).toBe(2);
    expect(err).toContain('不止一位：A01, A09');
  });

  test('says so when the agent was not employed in the month', async () => {
    payroll.calculateMonth.mockResolvedValue({ ...PAID, statements: [] });
    const { code, err } = await kpi(['explain', 'A01', ...MONTH]);
    expect(code).toBe(2);
    expect(err).toContain('林小雨（A01）在 2026-10 不在职');
  });
});

describe('kpi check', () => {
  test('says on stdout that all is well, and that it read no month where it read none', async () => {
    const { code, out, err } = await kpi(['check', '--format', 'table']);
    expect([code, out]).toEqual([0, '没有发现问题\n']);
    expect(err).toContain('没有查任何一个月的文件');
    expect(payroll.checkShop).toHaveBeenCalledWith({ folder: '.', month: undefined });
  });

  test('prints its findings on stdout, since they are its data, and exits with 1', async () => {
    payroll.checkShop.mockResolvedValue({ language: 'zh', problems: [ERROR] });
    const { code, out, err } = await kpi(['check', ...MONTH, '--format', 'table']);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('  2026-10/events.csv:4:工号  “张山”  没有哪位客服');
  });

  test('lists all of them as CSV and JSON', async () => {
    const problems = Array.from({ length: 20 }, (_, index) => ({ ...ERROR, line: index + 2 }));
    payroll.checkShop.mockResolvedValue({ language: 'en', problems });
    expect((await kpi(['check'])).out.split('\n')).toHaveLength(22);
    const { code, out } = await kpi(['check', ...MONTH, '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ month: '2026-10', problems: { length: 20 } });
  });

  test('a warning fails only with --strict', async () => {
    const problems = [{ ...ERROR, level: 'warning' }];
    payroll.checkShop.mockResolvedValue({ language: 'zh', problems });
    expect((await kpi(['check'])).code).toBe(0);
    expect((await kpi(['check', '--strict'])).code).toBe(1);
  });
});

describe('kpi rules', () => {
  test('list gives the rulebooks', async () => {
    const { code, out } = await kpi(['rules', 'list', '--ids']);
    expect(code).toBe(0);
    expect(out).toBe(`\
id,kind,title,used_by,origin,file,source
rank_bonus,pay,名次奖,aftersales,shipped,rules/pay/rank_bonus.yaml,
`);
  });

  test('show gives words, JSON or the YAML itself', async () => {
    const description = { ...RULEBOOK, notes: [], sections: [], text: 'id: rank_bonus\n' };
    rules.showRule.mockResolvedValue({ language: 'zh', problems: [], description });
    expect((await kpi(['rules', 'show', 'rank_bonus'])).out).toBe('名次奖（rank_bonus）\n  工资\n');
    expect((await kpi(['rules', 'show', 'rank_bonus', '-f', 'yaml'])).out).toBe('id: rank_bonus\n');
  });

  test('show suggests when it does not know the id', async () => {
    const near = { meant: 'rank_bonus', known: { zh: 'rank_bonus', en: 'rank_bonus' } };
    rules.showRule.mockResolvedValue({ language: 'zh', problems: [], near });
    const { code, err } = await kpi(['rules', 'show', 'rank_bonux']);
    expect(code).toBe(2);
    expect(err).toContain('是否想写 rank_bonus？');
  });

  test('test fails when an example does not hold', async () => {
    const result = {
      rulebook: 'rank_bonus',
      file: 'rules/pay/rank_bonus.yaml',
      examples: 1,
      failures: [],
      untouched: [],
    };
    rules.testRules.mockResolvedValue({ language: 'zh', problems: [], results: [result] });
    expect(await kpi(['rules', 'test'])).toEqual({
      code: 0,
      out: '✓ rank_bonus  1 个例子，全部通过\n',
      err: '1 个规则，1 个例子，0 处不符\n',
    });
    const title = { zh: '例', en: 'one' };
    const failures = [
      { line: 9, example: 1, title, name: 'bonus', of: title, expected: '1', actual: '2' },
    ];
    rules.testRules.mockResolvedValue({
      language: 'zh',
      problems: [],
      results: [{ ...result, failures }],
    });
    expect((await kpi(['rules', 'test', 'rank_bonus'])).code).toBe(1);
  });

  test('test refuses an id that no rulebook has', async () => {
    const known = { zh: 'rank_bonus', en: 'rank_bonus' };
    const unknown = { name: 'rank', near: { meant: 'rank_bonus', known } };
    rules.testRules.mockResolvedValue({ language: 'zh', problems: [], results: [], unknown });
    const { code, err } = await kpi(['rules', 'test', 'rank']);
    expect(code).toBe(2);
    expect(err).toContain('是否想写 rank_bonus？');
  });
});

describe('a failure of the program itself', () => {
  test('is told apart from problems of the data', async () => {
    payroll.checkShop.mockRejectedValue(new Error('boom'));
    const { code, out, err } = await kpi(['check']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^程序出错，这不是您的数据的问题：Error: boom/);
  });
});
