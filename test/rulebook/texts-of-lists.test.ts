import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { compileBook, exampleResults } from '../setup/books.js';

type Facts = Readonly<Record<string, unknown>>;

/** What a formula gives for these agents, the first of them oneself, as text. */
function resultOf(
  formula: string,
  [own = {}, ...team]: readonly Facts[],
  rest: Facts = {},
): string {
  const example = { given: own, team, ...rest, expect: { asked: '?' } };
  const book = { id: 't', kind: 'pay', define: { asked: formula }, examples: [example] };
  return exampleResults(stringify(book))[0]?.failures[0]?.actual ?? 'nothing';
}

/** The problems of a formula, as `code offset`. */
function problemsIn(formula: string): readonly string[] {
  const text = `id: t\nkind: pay\ndefine:\n  asked: '${formula}'\n`;
  return compileBook(text).problems.all.map(
    ({ code, column = 0 }) => `${code} ${Number(column) - "  asked: '".length - 1}`,
  );
}

describe('the busiest hours', () => {
  const team = [
    { by_hour: { 0: '2', 9: '10', 14: '7' } },
    { by_hour: { 9: '1', 14: '8', 23: '2' } },
  ];
  test.each([
    ['最忙时段(1)', '14:00–15:00（15 人次）'],
    ['busiest_hours(2)', '14:00–15:00（15 人次）、09:00–10:00（11 人次）'],
    // 0 and 23 have two consults each: both or neither.
    [
      '最忙时段(3)',
      '14:00–15:00（15 人次）、09:00–10:00（11 人次）、00:00–01:00（2 人次）、23:00–24:00（2 人次）',
    ],
    ['最忙时段(2.9)', '14:00–15:00（15 人次）、09:00–10:00（11 人次）'],
    ['最忙时段(0)', 'absent'],
    ['最忙时段(-1)', 'absent'],
    ['最忙时段(1 ÷ 0)', 'undefined'],
  ])('%s are %s', (formula, expected) => {
    expect(resultOf(formula, team)).toBe(expected);
  });

  test('are no more than there are, and none without consults', () => {
    expect(resultOf('最忙时段(24)', [{ by_hour: { 9: '3', 10: '0' } }])).toBe(
      '09:00–10:00（3 人次）',
    );
    expect(resultOf('最忙时段(3)', [{ by_hour: {} }])).toBe('absent');
  });

  test("are missing when anyone's hours are", () => {
    expect(resultOf('最忙时段(3)', [{}])).toBe('missing (not-in-example)');
  });

  test('of an earlier month are not known', () => {
    const history = [{ by_hour: { 9: '1' } }];
    expect(resultOf('之前(如果(最忙时段(1) = "x", 1, 0))', [{}], { history })).toBe(
      'missing (no-history)',
    );
  });

  test('are text, and what they are counted by is a number', () => {
    expect(problemsIn('最忙时段(3) + 1')).toEqual(['mixed-types 10']);
    expect(problemsIn('最忙时段(销售额)')).toEqual(['wrong-type 5']);
    expect(problemsIn('最忙时段()')).toEqual(['wrong-argument-count 0']);
    expect(problemsIn('符合天数(最忙时段(1) = "x" 且 销售额 > 1)')).toEqual(['not-within-days 5']);
  });

  test.each([
    ['{by_hour: 3}', ['bad-given 7:22']],
    ['{by_hour: {24: 1}}', ['bad-given 7:27']],
    ['{by_hour: {晚上: 1}}', ['bad-given 7:27']],
    ['{by_hour: {9: 1.5}}', ['bad-given 7:26']],
    ['{by_hour: {9: [1]}}', ['bad-given 7:26']],
  ])('an example cannot give %s', (given, expected) => {
    const text = `id: t\nkind: pay\ndefine: {asked: 最忙时段(1)}\nexamples:\n  -\n    title: x\n    given: ${given}\n    expect: {asked: x}\n`;
    expect(() => exampleResults(text)).toThrow(expected[0]);
  });

  test('are asked for only by a plan that names them', () => {
    const bookOf = (formula: string) =>
      compileBook(`id: t\nkind: pay\ndefine: {asked: ${formula}}\n`);
    expect(bookOf('最忙时段(3)').plan?.asked.byHour).toBe(true);
    expect(bookOf('符合天数(销售额 > 1)').plan?.asked.byHour).toBe(false);
  });
});

describe('the leaders of a team', () => {
  const agent = (name: string, paid: number, asked: number) => ({
    姓名: name,
    询单转化率: `${paid}/${asked}`,
    询单人数: String(asked),
  });
  const team = [agent('甲', 6, 10), agent('乙', 30, 40), agent('丙', 3, 3), agent('丁', 24, 40)];
  test.each([
    ['前几名(询单转化率, 1)', '丙（100%）'],
    // 甲 and 丁 have 60 % each.
    ['leaders(conversion, 3)', '丙（100%）、乙（75%）、甲（60%）、丁（60%）'],
    ['前几名(询单转化率, 2, 询单人数 >= 10)', '乙（75%）、甲（60%）、丁（60%）'],
    ['前几名(询单转化率, 9, 询单人数 > 10)', '乙（75%）、丁（60%）'],
    ['前几名(询单转化率, 1, 询单人数 > 40)', 'absent'],
    ['前几名(询单人数, 1)', '乙（40 人次）、丁（40 人次）'],
  ])('%s are %s', (formula, expected) => {
    expect(resultOf(formula, team)).toBe(expected);
  });

  test('leave out whoever has no figure, and are missing when one is not known', () => {
    const idle = { 姓名: '戊', 询单转化率: '0/0', 询单人数: '0' };
    expect(resultOf('前几名(询单转化率, 9)', [agent('甲', 6, 10), idle])).toBe('甲（60%）');
    const unknown = { 姓名: '己', 询单转化率: 'missing', 询单人数: '5' };
    const both = [agent('甲', 6, 10), unknown];
    expect(resultOf('前几名(询单转化率, 9)', both)).toMatch(/^missing/);
    expect(resultOf('前几名(询单转化率, 9, 询单人数 >= 10)', both)).toBe('甲（60%）');
  });

  test('have a figure, a number and a condition', () => {
    expect(problemsIn('前几名(姓名, 2)')).toEqual(['wrong-type 4']);
    expect(problemsIn('前几名(销售额, 销售额)')).toEqual(['wrong-type 9']);
    expect(problemsIn('前几名(销售额, 2, 3)')).toEqual(['wrong-type 12']);
  });
});
