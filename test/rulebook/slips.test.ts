import { describe, expect, it, test } from 'vitest';
import { compileBook } from '../setup/books.js';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** What is told of a formula, a code each with what was found and what was meant. */
function reported(formula: string): readonly string[] {
  const text = `id: t\nkind: pay\ndefine: {x: ${JSON.stringify(formula)}}\n`;
  return compileBook(text).problems.all.map(
    ({ code, column, params: { found, meant } }) => `${code} ${column}: ${found} → ${meant}`,
  );
}

describe('a slip in a formula', () => {
  // The formula begins at column 14.
  test.each([
    ['销售额 > 1 && 迟到 = 0', 'formula-sign 22: && → 且'],
    ['销售额 > 1 || 迟到 = 0', 'formula-sign 22: || → 或'],
    ['销售额 > 1 并且 迟到 = 0', 'formula-sign 22: 并且 → 且'],
    ['销售额 > 1 或者 迟到 = 0', 'formula-sign 22: 或者 → 或'],
    ['!已转正', 'formula-sign 14: ! → 非'],
    ['不是 已转正', 'formula-sign 14: 不是 → 非'],
    ['80 ‹= 销售额', 'formula-sign 17: ‹= → <='],
    ['销售额 =< 90', 'formula-sign 18: =< → <='],
    ['销售额 => 90', 'formula-sign 18: => → >='],
    ['销售额 ≧ 90', 'formula-sign 18: ≧ → >='],
    ['销售额 》 90', 'formula-sign 18: 》 → >'],
    ['销售额 不低于 90', 'formula-sign 18: 不低于 → >='],
    ['销售额 小于 90', 'formula-sign 18: 小于 → <'],
    ['销售额 x 2', 'formula-sign 18: x → ×'],
    ['销售额 除以 2', 'formula-sign 18: 除以 → ÷'],
    ['销售额 – 2', 'formula-sign 18: – → −'],
    ['最大(销售额; 2)', 'formula-sign 20: ; → ,'],
    ['80 <= 销售额 < 90', 'formula-chained 24: < → 80 <= 销售额 且 销售额 < 90'],
    ['迟到 = 0 且 (80 ≤ 销售额 ≤ 90)', 'formula-chained 33: ≤ → 80 ≤ 销售额 且 销售额 ≤ 90'],
    ['销售额 − 5万', 'formula-number 20: 5万 → 50000'],
    ['销售额 − 1.5 千', 'formula-number 20: 1.5 千 → 1500'],
    ['销售额 − 100元', 'formula-number 20: 100元 → 100'],
    ['销售额 − 2w', 'formula-number 20: 2w → 20000'],
    ['销售额 − 12,345', 'formula-number 20: 12,345 → 12345'],
    ['如果 销售额 > 5 则 1 否则 2', 'formula-call 14: 如果 → 如果(…)'],
    ['2(销售额)', 'formula-operator 15: ( → '],
    ['销售额 1%', 'formula-operator 18: 1 → '],
    ['>= 80', 'formula-one-sided 14: >= → '],
    ['销售额 >= 60 且 < 80', 'formula-one-sided 26: < → '],
    ['销售额 > 100~200', 'formula-range 20: 100~200 → 100'],
    ['销售额 > 10%至20%', 'formula-range 20: 10%至20% → 10%'],
    ['销售额 > 100以上', 'formula-number 20: 100以上 → 100'],
    ['=销售额 * 2', 'formula-lead 14: = → '],
    ['＝销售额 * 2', 'formula-lead 14: ＝ → '],
    ['{销售额} * 2', 'formula-sign 14: {销售额} → 销售额'],
    ['2 × 【销售额】', 'formula-sign 18: 【销售额】 → 销售额'],
  ])('%s: %s', (formula, problem) => {
    expect(reported(formula)).toEqual([problem]);
  });

  test('a comma after the thousands would make two numbers of one', () => {
    expect(reported('最大(0, 10,000)')).toEqual(['formula-number 20: 10,000 → 10000']);
    expect(reported('最小(1,050,销售额)')).toEqual(['formula-number 17: 1,050 → 1050']);
    // Two numbers as people write them, and a text.
    for (const sound of [
      '最大(0,100)',
      '最大(5, 100)',
      '最大(5,0)',
      '如果(团队 = "1,000", 1, 2)',
    ]) {
      expect(reported(sound)).toEqual([]);
    }
  });
});

describe('several slips in a formula', () => {
  test.each([
    // The formula begins at column 14.
    [
      '=销售额 x 2 + 5万 && 迟到',
      [
        'formula-lead 14: = → ',
        'formula-sign 19: x → ×',
        'formula-number 25: 5万 → 50000',
        'formula-sign 28: && → 且',
      ],
    ],
    [
      '80 <= 销售额 < 90 || {迟到} = 3次',
      [
        'formula-chained 24: < → 80 <= 销售额 且 销售额 < 90',
        'formula-sign 29: || → 或',
        'formula-sign 32: {迟到} → 迟到',
        'formula-number 39: 3次 → 3',
      ],
    ],
    // What is wrong with the names is told as well, where they stand; of what follows from a slip nothing.
    [
      '=销售饿 x 2',
      ['formula-lead 14: = → ', 'formula-sign 19: x → ×', 'misspelt-name 15: undefined → 销售额'],
    ],
    [
      '80 <= 销售饿 < 90',
      [
        'formula-chained 24: < → 80 <= 销售饿 且 销售饿 < 90',
        'misspelt-name 20: undefined → 销售额',
      ],
    ],
    [
      '最大(0, 10,000) + (销售额 x 2',
      [
        'formula-number 20: 10,000 → 10000',
        'formula-sign 35: x → ×',
        'formula-unclosed 30:  → undefined',
      ],
    ],
    ['=团队 x 2', ['formula-lead 14: = → ', 'formula-sign 18: x → ×']],
    ['销售额 x 2 3 4', ['formula-sign 18: x → ×', 'formula-operator 22: 3 → ']],
  ])('%s: all of them', (formula, problems) => {
    expect(reported(formula)).toEqual(problems);
  });
});

/** What `check` tells of a pay book: code, line, column, remedy. */
async function checked(book: string, language = 'zh') {
  const shop = writeShop({
    'kpi.yaml': csv('shop: 店', 'plans: {售前: {scores: [], pay: [x]}}'),
    'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
    'rules/x.yaml': book,
  });
  const run = await kpi(['check', '--format', 'json', '--lang', language], { cwd: shop });
  const { problems } = JSON.parse(run.out) as {
    problems: { code: string; line: number; column: number; text: string; remedy: string }[];
  };
  return problems;
}

const LINE = '  - {id: b, title: 奖, kind: earning, category: bonus, ';

describe('a comma within braces', () => {
  it('that breaks a formula is told with the whole of it', async () => {
    const book = csv(
      'id: x',
      'kind: pay',
      'lines:',
      `${LINE}when: 整月数(入职日期, 月末) < 3, formula: '最大(0, 100)'}`,
    );
    expect(await checked(book)).toMatchObject([
      {
        code: 'comma-in-braces',
        line: 4,
        text: '花括号、方括号里的逗号把这一段断成了两段：整月数(入职日期, 月末) < 3',
        remedy: "用单引号把它整个括起来：'整月数(入职日期, 月末) < 3'",
      },
    ]);
  });

  it.each([
    [
      'formula: 如果(岗位 = "售前", 最大(1, 2), 3)}',
      'comma-in-braces',
      '如果(岗位 = "售前", 最大(1, 2), 3)',
    ],
    [
      'when: [整月数(入职日期, 月末) < 3, 迟到 = 0], formula: 1}',
      'comma-in-braces',
      '整月数(入职日期, 月末) < 3',
    ],
    ['formula: 10,000}', 'comma-in-number', '10000'],
    ['formula: 1,234,567, when: 迟到 = 0}', 'comma-in-number', '1234567'],
    ['rank: {by: 销售额, ladder: [1,000, 800]}}', 'comma-in-number', '1000'],
  ])('whatever it breaks: %s', async (keys, code, whole) => {
    const reported = await checked(csv('id: x', 'kind: pay', 'lines:', `${LINE}${keys}`));
    expect(reported.map((problem) => problem.code)).toEqual([code]);
    expect(reported[0]?.remedy).toContain(whole);
  });

  it('hides nothing else that is wrong', async () => {
    const book = csv('id: x', 'kind: pay', 'lines:', `${LINE}formula: 最大(0, 销售饿)}`);
    expect((await checked(book)).map(({ code }) => code)).toEqual([
      'comma-in-braces',
      'misspelt-name',
    ]);
  });

  it('that parts what is apart is no fault', async () => {
    const book = csv(
      'id: x',
      'kind: pay',
      'notes: [计到（见 3.2, 第一段）]',
      'lines:',
      `${LINE}rank: {by: 销售额, ladder: [300,200,100]}}`,
      `  - {id: c, title: {zh: 奖（二）, en: Second}, kind: earning, category: bonus, formula: 1}`,
    );
    const codes = (await checked(book)).map(({ code }) => code);
    // The note is a text that a comma has broken, too.
    expect(codes).toEqual(['comma-in-braces']);
  });
});

describe('an argument with its name', () => {
  it('is put together again with its call, and whatever is wrong in it is told', async () => {
    const book = csv(
      'id: x',
      'kind: pay',
      'lines:',
      `${LINE}formula: team_mean(sales, by: shift), round: 1 yuan half up}`,
    );
    const reported = await checked(book);
    expect(reported.map(({ code }) => code)).toContain('comma-in-braces');
    expect(reported.map(({ code }) => code)).not.toContain('unknown-key');
  });
});

describe('signs of YAML before a value', () => {
  it.each([
    // Read as 已转正, it would pay the others.
    ['when: ! 已转正, formula: 1}', 'bad-yaml'],
    ['when: !非 已转正, formula: 1}', 'bad-yaml'],
    ['when: &a 已转正, formula: 1}', 'yaml-alias'],
  ])('are never left out in silence: %s', async (keys, code) => {
    const reported = await checked(csv('id: x', 'kind: pay', 'lines:', `${LINE}${keys}`));
    expect(reported.map((problem) => problem.code)).toContain(code);
  });
});

describe('a parameter that is no number', () => {
  it.each([
    ['5万', '写成 50000'],
    ["'10,000'", '写成 10000'],
    ['100元', '写成 100'],
    ['很多', '写成 12、1.5 或 1.1%'],
  ])('%s', async (value, remedy) => {
    const book = csv(
      'id: x',
      'kind: pay',
      'parameters:',
      `  p: {value: ${value}, title: 数}`,
      'lines:',
      `${LINE}formula: 数}`,
    );
    expect(await checked(book)).toMatchObject([{ code: 'bad-parameter', remedy }]);
  });
});
