import { describe, expect, it } from 'vitest';
import { DEMO, kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

interface ShownProblem {
  readonly code: string;
  readonly text: string;
  readonly remedy: string;
}

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 店', 'plans: {售前: {scores: [], pay: [x]}}'),
  'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
};

async function problemsOf(
  files: ShopFiles,
  language = 'zh',
  ...more: readonly string[]
): Promise<readonly ShownProblem[]> {
  const args = ['check', '--format', 'json', '--lang', language, ...more];
  const run = await kpi(args, { cwd: writeShop({ ...SHOP, ...files }) });
  return (JSON.parse(run.out) as { problems: ShownProblem[] }).problems;
}

/** A pay book of one line with so many further keys. */
function book(keys: string, ...more: readonly string[]): ShopFiles {
  const line = `  - {id: b, title: 奖, kind: earning, category: bonus, ${keys}}`;
  return { 'rules/x.yaml': csv('id: x', 'kind: pay', `lines:`, line, ...more) };
}

describe('a name that means nothing', () => {
  it.each([
    // The part of a name that people say, and a slip of the pen; titles beside Chinese, ids beside others.
    [
      'formula: 转化率 × 5',
      'misspelt-name',
      '是否想写“询单转化率”？可以写的：询单转化率、店铺询单转化率、',
    ],
    ['formula: sale × 5', 'misspelt-name', '是否想写“sales”？可以写的：sales、net_sales、'],
    [
      'formula: 星座 × 5',
      'unknown-name',
      '新的数写进 parameters 或 define，事项写进 events，评分写进 ratings',
    ],
    ['formula: 最大值(3)', 'misspelt-function', '是否想写“最大”？可以写的：最大、团队最大、'],
    ['formula: line.全勤奖经', 'misspelt-name', '是否想写“全勤奖金”？可以写的：全勤奖金、奖'],
    ['formula: event.迟到 × 5', 'misspelt-name', '是否想写“迟到早退”？可以写的：迟到早退、违规'],
    [
      'formula: event.加班 × 5',
      'undeclared-name',
      '先写进制度的 events，例如 events 下面一行 overtime: 加班；已有的：',
    ],
    ['formula: 如果(rating.口才 = "优", 5, 0)', 'undeclared-name', '先写进制度的 ratings'],
    ['formula: category.bonos', 'misspelt-name', '是否想写“bonus”？可以写的：bonus'],
    ['formula: case.表杨 × 5', 'misspelt-name', '是否想写“表扬”？可以写的：表扬'],
    ['formula: event.违规.金而 × 5', 'misspelt-name', '是否想写“金额”？可以写的：金额'],
    ['formula: 得分 × 5', 'no-score', '在 kpi.yaml 这个方案的 scores 里写上考核表，或不用“得分”'],
    ['when: 岗位 = 售前, formula: 5', 'word-without-quotes', '写成 "售前"'],
    ['when: 及格 != 级别, formula: 5', 'word-without-quotes', '写成 "及格"'],
    ['when: 接待人数 >= 及格, formula: 5', 'formula-grade', '写成分数线，例如 得分 >= 60'],
    [
      'formulla: 5',
      'misspelt-key',
      '是否想写“formula”？这里可以写的：formula、'.replace('、', ', ').slice(0, -2),
    ],
  ])('%s', async (keys, code, remedy) => {
    const bonus = '  - {id: c, title: 全勤奖金, kind: earning, category: bonus, formula: 5}';
    const problems = await problemsOf(
      book(
        `'${keys}'`.slice(1, -1).replace(/formula: (如果.*)/, "formula: '$1'"),
        bonus,
        'events: {violation: 违规, late_early: 迟到早退}',
      ),
    );
    expect(problems.filter((problem) => problem.code === code)).toHaveLength(1);
    expect(problems.find((problem) => problem.code === code)?.remedy).toContain(remedy);
  });

  it('lists what a plan, a setting and an adjustment can name', async () => {
    const files = {
      'kpi.yaml': csv(
        'shop: 店',
        'plans: {售前: {scores: [], pay: [x, 全勤讲]}}',
        'set: {x.rte: 2%, 全勤奖.金额: 5}',
        'metrics: {credit_roles: [售钱]}',
      ),
      ...book(
        'formula: 5 × 比例',
        'parameters: {rate: {value: 2%, title: 比例}}',
        'adjust: [{title: 减半, when: 迟到 > 3, lines: [讲], factor: 50%}]',
      ),
    };
    const problems = await problemsOf(files);
    expect(problems.map(({ code, remedy }) => `${code} ${remedy}`)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^misspelt-rulebook 是否想写“全勤奖”？可以写的：全勤奖、/),
        expect.stringMatching(/^misspelt-role 是否想写“售前”？可以写的：售前、售后、/),
      ]),
    );
    const own = { ...files, 'kpi.yaml': files['kpi.yaml'].replace(', 全勤讲', '') };
    const remedies = (await problemsOf(own)).map(({ code, remedy }) => `${code} ${remedy}`);
    expect(remedies).toEqual(
      expect.arrayContaining([
        'misspelt-parameter 是否想写“rate”？可以写的：rate',
        'unknown-parameter 可用的参数：全勤奖金',
        'unknown-line 可以写的：奖',
      ]),
    );
  });

  it('lists only plans where a plan is meant', async () => {
    const problems = await problemsOf({ 'kpi.yaml': csv('shop: 店', 'plans: {售前: classik}') });
    const { remedy = '' } = problems.find(({ code }) => code === 'misspelt-rulebook') ?? {};
    expect(remedy).toContain('是否想写“classic”？可以写的：classic、');
    for (const other of ['calendar', 'dismissal', 'lateness']) expect(remedy).not.toContain(other);
  });

  it('lists roles on either side, the nearest first', async () => {
    const problems = await problemsOf({
      ...book('formula: 5'),
      'kpi.yaml': csv('shop: 店', 'plans: {VIP: {pay: [x]}, 售前客服: {pay: [x]}}'),
    });
    expect(problems).toMatchObject([
      { code: 'role-without-plan', remedy: expect.stringContaining('有的岗位：售前客服、VIP；') },
      { code: 'plan-without-agents', remedy: expect.stringContaining('有的岗位：售前；') },
      { code: 'plan-without-agents', remedy: expect.stringContaining('有的岗位：售前；') },
    ]);
  });

  it.each([
    ['kind: earnings', '是否想写“earning”？只能写 earning / '],
    ['round: fen, missing: ful', '是否想写“full”？只能写 full / '],
    ['bands: {of: 销售额, tabel: [{amount: 0}]}', '是否想写“table”？这里可以写的：table'],
    ['rank: {by: 销售额, ladder: [5], ties: sharre}', '是否想写“share”？只能写 share / '],
  ])('of a fixed vocabulary is told with all of it, the nearest first: %s', async (keys, words) => {
    const line = `  - {id: b, title: 奖, kind: earning, category: bonus, ${keys}}`;
    const text = csv('id: x', 'kind: pay', 'lines:', line).replace(
      'kind: earning, category',
      'category',
    );
    const sound = keys.startsWith('kind')
      ? text
      : text.replace('category', 'kind: earning, category');
    const problems = await problemsOf({ 'rules/x.yaml': sound });
    expect(problems.map(({ text: cause, remedy }) => `${cause} ${remedy}`).join('\n')).toContain(
      words,
    );
  });

  it.each([
    ['kind: payy', '是否想写“pay”？只能写 pay / '],
    ['kind: pay\nparameters: {r: {by: levle, value: {初级: 1}, title: 率}}', '是否想写“level”？'],
  ])('of a kind of rulebook or table is told so, too: %s', async (keys, words) => {
    const problems = await problemsOf({ 'rules/x.yaml': csv('id: x', keys, 'lines: []') });
    expect(problems.map(({ text }) => text).join('\n')).toContain(words);
  });

  it('of a row of a table by level is told with the levels, the nearest first', async () => {
    const problems = await problemsOf(
      book('formula: 率', 'parameters: {r: {by: level, value: {中集: 2}, title: 率}}'),
    );
    expect(problems).toMatchObject([
      {
        code: 'misspelt-level',
        remedy: expect.stringContaining('是否想写“中级”？可以写的：中级、初级、'),
      },
    ]);
  });

  it.each([
    '及格: 60',
    'table: {优: 20}',
  ])('of no grade is told with the grades: %s', async (key) => {
    const problems = await problemsOf({
      'kpi.yaml': csv('shop: 店', 'plans: {售前: {scores: [s], pay: []}}'),
      'rules/s.yaml': csv(
        'id: s',
        'kind: scorecard',
        'total: 20',
        'ratings: {q: 质检}',
        `items: [{id: i, title: 质, full: 20, grade: {of: rating.q, 优: 20, 良: 15, 差: 0, ${key}}}]`,
      ),
    });
    expect(problems).toMatchObject([
      { code: 'unknown-key', remedy: expect.stringContaining('评分只有这四个等级') },
    ]);
  });

  it('of no metric in a file of figures is told with those that are near', async () => {
    const problems = await problemsOf(
      {
        ...book('formula: 5'),
        '2026-10/metrics.csv': csv('工号,星座,接待人教', 'A,双鱼,5'),
      },
      'zh',
      '--month',
      '2026-10',
    );
    const { text, remedy } = problems.find(({ code }) => code === 'no-metric-column') ?? {};
    expect(text).toBe('没有一列是认得的指标：星座、接待人教');
    expect(remedy).toContain('列名写成指标的名称或 id：接待人数、');
  });

  it('names both where an item is called after a metric, as they are written', async () => {
    const problems = await problemsOf({
      'kpi.yaml': csv('shop: 店', 'plans: {售前: {scores: [s], pay: []}}'),
      'rules/s.yaml': csv(
        'id: s',
        'kind: scorecard',
        'total: 10',
        'items: [{id: rate, title: 回复率, full: 10, bands: {of: 回复率, table: [{from: 90%, points: 10}, {points: 0}]}}]',
        'examples: [{given: {回复率: 95%}, expect: {回复率: 10}}]',
      ),
    });
    expect(problems).toMatchObject([
      {
        code: 'ambiguous-name',
        text: '“回复率”有几个意思：项目.回复率 (rules/s.yaml:4)、指标.回复率',
        remedy: '照上面的全名写，指明是哪一个',
      },
    ]);
  });

  it('is told once, as the plan sees it', async () => {
    // Two shipped scorecards have an item 转化率; the plan has one of them.
    const problems = await problemsOf({
      'kpi.yaml': csv('shop: 店', 'plans: {售前: {scores: [presales_weighted], pay: [x]}}'),
      ...book('formula: 转化率 × 5'),
    });
    expect(problems).toEqual([]);
  });
});

describe('titles', () => {
  const titled: ShopFiles = {
    'kpi.yaml': csv('shop: 店', 'plans: {售前: 我的方案}', 'set: {开单奖.每单: 3}'),
    'rules/plan.yaml': csv(
      'id: mine',
      'kind: plan',
      'title: 我的方案',
      'roles: [售前]',
      'scores: []',
      'pay: [开单奖, 全勤奖]',
      'set: {全勤奖.全勤奖金: 88}',
    ),
    'rules/x.yaml': csv(
      'id: x',
      'kind: pay',
      'title: 开单奖',
      'parameters: {each: {value: 2, title: 每单, unit: yuan}}',
      'lines:',
      '  - {id: b, title: 开单提成, kind: earning, category: commission, formula: 付款订单数 × 每单}',
      'adjust: [{title: 旷工没有, when: 旷工 > 0, lines: [开单提成], factor: 0}]',
      'examples: [{given: {付款订单数: 4, 旷工: 0}, expect: {开单提成: 8}}]',
    ),
    '2026-10/metrics.csv': csv('工号,付款订单数,全勤,旷工', 'A,10,1,0'),
  };

  it('of rulebooks, plans, parameters and lines stand wherever their ids do', async () => {
    const shop = writeShop({ ...SHOP, ...titled });
    expect(await problemsOf(titled)).toEqual([]);
    const month = ['--month', '2026-10', '--format', 'csv'];
    // 10 orders at 3 yuan, and 88 for full attendance.
    const paid = await kpi(['calc', ...month], { cwd: shop });
    expect(paid.out).toBe(
      csv(
        '工号,姓名,岗位,方案,得分,名次,开单提成,全勤奖,应发工资,扣款,实发',
        'A,甲,售前,mine,,,30,88,118,0,118',
      ),
    );
    const variant = await kpi(['calc', ...month, '--set', '开单奖.每单=5'], { cwd: shop });
    expect(variant.out).toContain('A,甲,售前,mine,,,50,88,138,0,138');
    expect((await kpi(['calc', ...month, '--plan', '我的方案'], { cwd: shop })).out).toBe(paid.out);
    expect((await kpi(['rules', 'test', '开单奖'], { cwd: shop })).code).toBe(0);
    expect((await kpi(['rules', 'show', '我的方案'], { cwd: shop })).out).toContain('mine');
  });

  it('are found by a part of them that no other has', async () => {
    const shown = await kpi(['rules', 'show', '绩效奖金']);
    expect(shown.out).toMatch(/^售后绩效奖金（rank_bonus）/);
    const wrong = await kpi(['rules', 'show', '星座奖金']);
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.err).toContain('没有规则“星座奖金”，可以写的：');
  });

  it('of lines and categories are what `explain` takes, and names of people', async () => {
    const explain = (...words: readonly string[]) =>
      kpi(['explain', ...words, '-C', DEMO, '--month', '2026-10', '--lang', 'zh']);
    expect((await explain('林雨桐', '提成')).out).toContain('个人提成（commission）');
    expect((await explain('A01', '全勤')).code).toBe(0);
    expect((await explain('A01', '底薪')).out).toContain('底薪');
    const wrong = await explain('A01', '星座');
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.err).toContain('没有叫“星座”的项目或指标，可以写的：');
  });
});

describe('a plan that extends another', () => {
  const plan = (...more: readonly string[]) => ({
    ...SHOP,
    'kpi.yaml': csv('shop: 店', 'plans: {售前: ours}'),
    'rules/base.yaml': csv('id: base', 'kind: plan', 'pay: [a, b]'),
    'rules/ours.yaml': csv('id: ours', 'kind: plan', 'extends: base', ...more),
    ...Object.fromEntries(
      Object.entries({ a: 10, b: 20, c: 40 }).map(([id, amount]) => [
        `rules/${id}.yaml`,
        csv(
          `id: ${id}`,
          'kind: pay',
          'lines:',
          `  - {id: ${id}, kind: earning, category: bonus, formula: ${amount}}`,
        ),
      ]),
    ),
    '2026-10/attendance.csv': csv('工号,应出勤,出勤', 'A,22,22'),
  });
  const paid = async (...more: readonly string[]) => {
    const cwd = writeShop(plan(...more));
    const { out } = await kpi(['calc', '--month', '2026-10', '--format', 'json'], { cwd });
    const { agents } = JSON.parse(out) as { agents: { lines: { id: string; amount: number }[] }[] };
    return agents[0]?.lines.map(({ id, amount }) => [id, amount]);
  };

  it('has its books, with what it adds after them and without what it removes', async () => {
    expect(await paid()).toEqual([
      ['a', 10],
      ['b', 20],
    ]);
    expect(await paid('add: {pay: [c]}', 'remove: [a]')).toEqual([
      ['b', 20],
      ['c', 40],
    ]);
    // A list of its own stands in place of the base's.
    expect(await paid('pay: [a]', 'add: {pay: [c]}')).toEqual([
      ['a', 10],
      ['c', 40],
    ]);
  });

  it('is told of books that it removes and that are not there, and of those that it adds twice', async () => {
    const found = async (...more: readonly string[]) => {
      const run = await kpi(['check', '--format', 'json'], { cwd: writeShop(plan(...more)) });
      const { problems } = JSON.parse(run.out) as { problems: (ShownProblem & { line: number })[] };
      return problems.map(({ code, line }) => `${code} ${line}`);
    };
    expect(await found('remove: [c]')).toEqual(['nothing-to-remove 4']);
    expect(await found('remove: [a]', 'add: {pay: [b]}')).toEqual(['book-twice 5']);
    expect(await found('add: {pay: [d]}')).toEqual(['unknown-rulebook 4']);
    expect(await found('add: {pays: [c]}')).toEqual(['misspelt-key 4']);
  });
});

describe('a name of the book’s own that is a metric’s as well', () => {
  const OWN = '  - {id: c, title: 提成, kind: earning, category: bonus, formula: NAME × 50%}';
  const lines = (name: string, ...more: readonly string[]) =>
    book('formula: 5', OWN.replace('NAME', name), ...more);

  it.each([
    [
      'a line',
      lines('销售额', '  - {id: d, title: 销售额, kind: earning, category: bonus, formula: 1}'),
      '工资项.销售额 (rules/x.yaml:6)',
    ],
    [
      'a parameter',
      lines('客单价', 'parameters: {price: {title: 客单价, value: 3}}'),
      '参数.客单价 (rules/x.yaml:6)',
    ],
    ['a definition', lines('sales', 'define: {sales: 5 + 6}'), '定义.sales (rules/x.yaml:6)'],
    [
      'a metric over some orders',
      lines('客单价', 'define: {vip: {metric: 客单价, title: 客单价, where: {amount: ">= 500"}}}'),
      '定义.客单价',
    ],
  ])('is told with both: %s', async (_, files, own) => {
    const [problem, ...others] = await problemsOf(files);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'name-of-metric' });
    expect(problem?.text).toContain(`在这里是 ${own}，不是同名的 `);
  });

  it.each([
    ['工资项.销售额', '  - {id: d, title: 销售额, kind: earning, category: bonus, formula: 1}'],
    ['指标.销售额', '  - {id: d, title: 销售额, kind: earning, category: bonus, formula: 1}'],
    ['definition.sales', 'define: {sales: 5 + 6}'],
    ['定义.大单', 'define: {vip: {metric: 客单价, title: 大单, where: {amount: ">= 500"}}}'],
  ])('is not told where the full name %s is written', async (name, more) => {
    expect(await problemsOf(lines(name, more))).toEqual([]);
  });

  it('is not told of an entry whose own formula means the metric', async () => {
    const files = book(
      'formula: 1',
      '  - {id: d, title: 销售额, kind: earning, category: bonus, formula: 销售额 × 1%}',
    );
    expect(await problemsOf(files)).toEqual([]);
  });
});
