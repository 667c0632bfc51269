import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

interface ShownProblem {
  readonly level: string;
  readonly code: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly remedy: string;
}

async function problemsOf(files: ShopFiles, language = 'zh'): Promise<readonly ShownProblem[]> {
  const shop = writeShop({
    'kpi.yaml': csv('shop: 店', 'plans: {售前: {scores: [], pay: [x]}}'),
    'agents.csv': csv('工号,姓名,岗位,团队,班次', 'A,甲,售前,一组,早班', 'B,乙,售前,二组,晚班'),
    ...files,
  });
  const run = await kpi(['check', '--format', 'json', '--lang', language], { cwd: shop });
  return (JSON.parse(run.out) as { problems: ShownProblem[] }).problems;
}

/** A pay book of one line with so many further keys. */
function book(keys: string, more = ''): ShopFiles {
  const line = `  - {id: b, title: 奖, kind: earning, category: bonus, ${keys}}`;
  return { 'rules/x.yaml': csv('id: x', 'kind: pay', `lines:`, line, more) };
}

describe('a bonus that can never be paid', () => {
  it('is told with the percentage that was meant', async () => {
    const files = {
      'rules/x.yaml': csv(
        'id: x',
        'kind: pay',
        'lines:',
        '  - {id: b, title: 奖二, kind: earning, category: bonus, when: 询单转化率 >= 60, formula: 100}',
        '  - {id: c, title: 奖三, kind: earning, category: bonus, bands: {of: 回复率, table: [{from: 95, amount: 100}, {amount: 0}]}}',
        '  - {id: d, title: 奖四, kind: earning, category: bonus, when: 平均响应时间 <= 0.5, formula: 100}',
      ),
    };
    expect(await problemsOf(files)).toMatchObject([
      {
        level: 'warning',
        line: 4,
        text: '60 是 6000%，而“询单转化率”最多是 100%：这个条件永远不成立',
        remedy: '是不是 60%？比率写成百分数或小数',
      },
      {
        level: 'warning',
        line: 5,
        text: '95 是 9500%，而“回复率”最多是 100%：这一档永远轮不到',
        remedy: '是不是 95%？比率写成百分数或小数',
      },
    ]);
    const [first] = await problemsOf(files, 'en');
    expect(first?.text).toBe(
      '60 is 6000%, and “Conversion” is at most 100%: the condition can never hold',
    );
  });

  it.each([
    ['when: 月份(月末) = 13, formula: 100', '“月份”最多是 12，和 13 比：这个条件永远不成立'],
    ['when: 工号 = "a", formula: 100', '“工号”没有“a”：这个条件永远不成立'],
    ['when: 班次 != "早班 ", formula: 100', '“班次”没有“早班 ”：这个条件总是成立'],
  ])('is told of months and of names that people gave: %s', async (keys, text) => {
    expect((await problemsOf(book(keys))).map((problem) => problem.text)).toEqual([text]);
  });

  it.each([
    // Whichever side the number stands on, and whatever stands around the comparison.
    ['when: 60 <= 询单转化率, formula: 100', '这个条件永远不成立'],
    ['when: 销售额 > 5 且 (回复率 > 90 或 迟到 = 0), formula: 100', '这个条件永远不成立'],
    ['when: 回复率 < 90, formula: 100', '这个条件总是成立'],
    ["formula: '如果(退款率 <= 5, 100, 0)'", '这个条件总是成立'],
    ['when: 团队平均(回复率) > 95, formula: 100', '这个条件永远不成立'],
    ['when: 之前(回复率) > 95, formula: 100', '这个条件永远不成立'],
    ['when: 符合天数(回复率 > 95) > 20, formula: 100', '这个条件永远不成立'],
    ['when: 常用率 > 95, formula: 100', '这个条件永远不成立'],
    [
      'bands: {of: 退款率, table: [{to: 5, amount: 30}, {amount: 0}]}',
      '总是在这一档，后面的永远轮不到',
    ],
    ['rank: {by: 销售额, ladder: [5], gates: [回复率 > 80]}', '这个条件永远不成立'],
    ['top: {by: 销售额, amount: 5, among: 回复率 > 80}', '这个条件永远不成立'],
    ['top: {by: {of: 询单转化率, nearest: 90}, amount: 5}', '永远达不到'],
  ])('or the other way round: %s', async (keys, follows) => {
    const problems = await problemsOf(
      book(keys, 'define: {usual: {title: 常用率, formula: 回复率}}'),
    );
    expect(problems.map(({ code }) => code)).toEqual(['percent-meant']);
    expect(problems[0]?.text).toMatch(new RegExp(`：${follows}$`));
  });

  it('is told of a scorecard that aims at 60 times the rate', async () => {
    const problems = await problemsOf({
      'kpi.yaml': csv('shop: 店', 'plans: {售前: {scores: [s], pay: []}}'),
      'rules/s.yaml': csv(
        'id: s',
        'kind: scorecard',
        'total: 100',
        'items: [{id: a, full: 100, target: {of: 询单转化率, target: 60}}]',
      ),
    });
    expect(problems).toMatchObject([
      { code: 'percent-meant', text: '60 是 6000%，而“询单转化率”最多是 100%：永远达不到' },
    ]);
  });

  it('is told where the number stands: of a parameter there, or in kpi.yaml', async () => {
    const files = book(
      'when: 回复率 >= 最低, formula: 1',
      'parameters: {low: {title: 最低, value: 90}}',
    );
    expect(await problemsOf(files)).toMatchObject([
      { file: 'rules/x.yaml', line: 5, text: expect.stringMatching(/^“最低” 90 是 9000%/) },
    ]);
    const set = csv('shop: 店', 'plans: {售前: {scores: [], pay: [x]}}', 'set: {x.low: 85}');
    const sound = book(
      'when: 回复率 >= 最低, formula: 1',
      'parameters: {low: {title: 最低, value: 90%}}',
    );
    expect(await problemsOf({ ...sound, 'kpi.yaml': set })).toMatchObject([
      { file: 'kpi.yaml', line: 3, text: expect.stringMatching(/^“最低” 85 是 8500%/) },
      { code: 'set-over-own' },
    ]);
  });

  it.each([
    ['when: 迟到 < 0, formula: 1', '“迟到”最少是 0，和 0 比：这个条件永远不成立'],
    ['when: 回复率 > 100%, formula: 1', '“回复率”最多是 100%，和 100% 比：这个条件永远不成立'],
    ['when: 回复率 > 200, formula: 1', '“回复率”最多是 100%，和 20000% 比：这个条件永远不成立'],
    ['when: 全勤 >= 2, formula: 1', '“全勤”最多是 1，和 2 比：这个条件永远不成立'],
  ])('is told with what the figure can be: %s', async (keys, text) => {
    expect(await problemsOf(book(keys))).toMatchObject([{ code: 'beyond-range', text }]);
  });

  it.each([
    'when: 回复率 >= 90%, formula: 1',
    'when: 回复率 >= 0.9, formula: 1',
    'when: 回复率 = 100%, formula: 1',
    'when: 迟到 >= 0, formula: 1',
    // No share of anything: a buyer buys two items, an agent writes three messages to one.
    'when: 客件数 > 2 且 答问比 > 3, formula: 1',
    // Money may be below 0, and so may a growth.
    'when: 净销售额 < 0, formula: 1',
    'when: 回复率 × 100 >= 90, formula: 1',
    'bands: {of: 退款率, table: [{to: 5%, amount: 30}, {to: 100%, amount: 5}, {amount: 0}]}',
    // A switch that is off.
    'when: 1 > 2, formula: 1',
  ])('but nothing is told of %s', async (keys) => {
    expect(await problemsOf(book(keys))).toEqual([]);
  });
});

describe('a word that nobody has', () => {
  it.each([
    [
      '级别 = "金牌"',
      'unknown-word',
      '“级别”没有“金牌”：这个条件永远不成立',
      '可以写的：初级、中级、高级、资深',
    ],
    ['岗位 = "客服组长"', 'unknown-word', '“岗位”没有“客服组长”：这个条件永远不成立', '售前'],
    ['岗位 != "售钱"', 'misspelt-word', '“岗位”没有“售钱”：这个条件总是成立', '是否想写“售前”？'],
    [
      '"三组" = 团队',
      'misspelt-word',
      '“团队”没有“三组”：这个条件永远不成立',
      '可以写的：一组、二组',
    ],
    ['班次 = "中班"', 'misspelt-word', '“班次”没有“中班”：这个条件永远不成立', '早班'],
    ['保险 = "返钱"', 'misspelt-word', '“保险”没有“返钱”：这个条件永远不成立', '返现'],
    [
      'rating.q = "及格"',
      'unknown-word',
      '“素质”没有“及格”：这个条件永远不成立',
      '可以写的：优、良、中、差',
    ],
  ])('%s', async (condition, code, text, remedy) => {
    const problems = await problemsOf(
      book(`when: '${condition}', formula: 1`, 'ratings: {q: 素质}'),
    );
    expect(problems).toMatchObject([
      { level: 'warning', code, text, remedy: expect.stringContaining(remedy) },
    ]);
  });

  it('but nothing of one that somebody has, a plan is for, or everybody knows', async () => {
    const words = [
      '岗位 = "售前" 或 岗位 = "presales" 或 岗位 = "VIP" 或 岗位 = "Pre-sales"',
      '级别 = "初级" 或 级别 = "junior"',
      '团队 = "一组" 或 班次 = "晚班" 或 姓名 = "甲" 或 保险 = "无"',
    ].join(' 或 ');
    const files = {
      'kpi.yaml': csv(
        'shop: 店',
        'plans: {售前: {scores: [], pay: [x]}, vip: {scores: [], pay: [x]}}',
      ),
      'agents.csv': csv(
        '工号,姓名,岗位,团队,班次,级别',
        'A,甲,售前,一组,早班,初级',
        'B,乙,售前,二组,晚班,初级',
      ),
    };
    const problems = await problemsOf({ ...book(`when: '${words}', formula: 1`), ...files });
    expect(problems.map(({ code }) => code)).toEqual(['plan-without-agents']);
  });

  it('but everybody knows: of a role nobody has there are those that somebody has', async () => {
    expect(await problemsOf(book(`when: '岗位 = "vip"', formula: 1`))).toMatchObject([
      { level: 'warning', code: 'unknown-word', text: '“岗位”没有“vip”：这个条件永远不成立' },
    ]);
  });

  it('but may come to have: a level that nobody has reached', async () => {
    const files = {
      ...book(`when: '级别 = "高级"', formula: 1`),
      'agents.csv': csv('工号,姓名,岗位,级别', 'A,甲,售前,初级', 'B,乙,售前,中级'),
    };
    expect(await problemsOf(files)).toMatchObject([
      {
        level: 'info',
        code: 'word-of-nobody',
        text: '花名册里没有一个人的“级别”是“高级”：这个条件永远不成立',
        remedy: '以后会有人的，不用管；写错了的，改成有人的：初级、中级',
      },
    ]);
  });

  it.each([
    '级别',
    '班次',
    '团队',
  ])('nor can have, the roster saying nothing of it: %s', async (field) => {
    const files = {
      ...book(`when: '${field} = "高级"', formula: 1`),
      'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
    };
    expect(await problemsOf(files)).toMatchObject([
      {
        level: 'warning',
        code: 'field-of-nobody',
        text: `花名册里没有一个人写了“${field}”：这个条件永远不成立`,
        remedy: `在花名册的“${field}”一栏里填上；用不上的条件就去掉`,
      },
    ]);
  });

  it('and nothing of what a shipped rulebook asks for', async () => {
    const files = {
      'kpi.yaml': csv(
        'shop: 店',
        'plans: {售前: {scores: [], pay: [base_flat], notices: [levels]}}',
      ),
    };
    expect((await problemsOf(files)).map(({ code }) => code)).not.toContain('field-of-nobody');
  });

  it('nor of anybody while the roster cannot be read', async () => {
    const files = { ...book(`when: '岗位 = "客服组长"', formula: 1`), 'agents.csv': 'x\n' };
    const codes = (await problemsOf(files)).map(({ code }) => code);
    expect(codes).not.toContain('unknown-word');
  });
});

describe('two halves of a condition', () => {
  // Late 6 times and more, and 2 times at most: nobody is both.
  it.each([
    ['迟到 > 5 且 迟到 < 3', '迟到 > 5 和 迟到 < 3'],
    ['迟到 > 5 且 (回复率 > 90% 且 3 > 迟到)', '迟到 > 5 和 3 > 迟到'],
    ['[迟到 > 5, 回复率 > 90%, 迟到 < 3]', '迟到 > 5 和 迟到 < 3'],
    ['迟到 > 5 且 迟到 <= 5', '迟到 > 5 和 迟到 ≤ 5'],
    ['迟到 = 5 且 迟到 = 6', '迟到 = 5 和 迟到 = 6'],
    ['迟到 = 5 且 late != 5', '迟到 = 5 和 迟到 ≠ 5'],
    // The most that is allowed is 4 or 5, whatever the month.
    ['迟到 > 上限 且 迟到 < 4', '迟到 > 上限 和 迟到 < 4'],
    [`'岗位 = "售前" 且 岗位 = "售后"'`, '岗位 = “售前” 和 岗位 = “售后”'],
    ['团队平均(迟到) > 5 且 团队平均(late) < 3', '团队平均(迟到) > 5 和 团队平均(迟到) < 3'],
    ['非 (迟到 <= 5 或 迟到 >= 3)', '迟到 ≤ 5 和 迟到 ≥ 3', 'always-one'],
    ['迟到 <= 5 或 迟到 >= 3', '迟到 ≤ 5 和 迟到 ≥ 3', 'always-one'],
    [`'岗位 != "售前" 或 岗位 != "售后"'`, '岗位 ≠ “售前” 和 岗位 ≠ “售后”', 'always-one'],
  ])('that decide it beforehand: %s', async (condition, halves, code = 'never-together') => {
    const parameters = 'parameters: {m: {title: 上限, value: {2026-01: 4, 2026-07: 5}}}';
    const problems = await problemsOf({
      ...book(`when: ${condition}, formula: 1`, parameters),
      'kpi.yaml': csv(
        'shop: 店',
        'plans: {售前: {scores: [], pay: [x]}, 售后: {scores: [], pay: [x]}}',
      ),
    });
    const follows =
      code === 'always-one' ? '总有一个成立：这个条件总是成立' : '不会同时成立：这个条件永远不成立';
    const [first] = problems.filter((each) => each.code !== 'plan-without-agents');
    expect(first).toMatchObject({ level: 'warning', code, line: 4, text: `${halves} ${follows}` });
  });

  it.each([
    '迟到 >= 5 且 迟到 <= 5',
    '迟到 > 3 且 迟到 < 5',
    '迟到 < 3 或 迟到 > 5',
    '迟到 > 5 且 早退 < 3',
    // In the first half of the year 5 is more than what is allowed.
    '迟到 > 上限 且 迟到 < 5',
    `'岗位 = "售前" 且 岗位 = "presales"'`,
    `'岗位 = "售前" 或 岗位 != "售前" 且 迟到 = 0'`,
  ])('that leave it open: %s', async (condition) => {
    const parameters = 'parameters: {m: {title: 上限, value: {2026-01: 4, 2026-07: 5}}}';
    expect(await problemsOf(book(`when: ${condition}, formula: 1`, parameters))).toEqual([]);
  });
});

describe('a target that no rate reaches', () => {
  it('is told with the percentage that was meant', async () => {
    const files = {
      'kpi.yaml': csv(
        'shop: 店',
        'plans: {售前: {scores: [], pay: [base_flat]}}',
        'targets:',
        '  conversion: {2026-01: 60%, 2026-10: 65}',
        '  reply_rate: 0.95',
        '  team_sales: 500000',
      ),
    };
    const problems = (await problemsOf(files)).filter(({ code }) => code === 'percent-meant');
    expect(problems).toMatchObject([
      {
        level: 'warning',
        file: 'kpi.yaml',
        line: 4,
        text: '“询单转化率目标” 65 是 6500%，而“询单转化率”最多是 100%：永远达不到',
        remedy: '是不是 65%？比率写成百分数或小数',
      },
    ]);
  });
});
