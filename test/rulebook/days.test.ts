import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { compileBook, exampleResults, problemsOf } from '../setup/books.js';

type Facts = Readonly<Record<string, unknown>>;

/** What a formula gives on these days, as text. */
function resultOn(formula: string, days: unknown, about: Facts = {}, book: object = {}): string {
  const { given, ...rest } = { given: {}, ...about };
  const example = { given: { ...given, by_day: days }, ...rest, expect: { asked: '?' } };
  const text = stringify({
    id: 't',
    kind: 'pay',
    ...book,
    define: { asked: formula, ...('define' in book ? (book.define as object) : {}) },
    examples: [example],
  });
  return exampleResults(text)[0]?.failures[0]?.actual ?? 'nothing';
}

/** The problems of a formula, as `code offset`. */
function problemsIn(formula: string, book: object = {}): readonly string[] {
  const text = `id: t\nkind: pay\ndefine:\n  asked: '${formula}'\n`;
  const rest = Object.keys(book).length === 0 ? '' : stringify(book);
  return compileBook(text + rest).problems.all.map(
    ({ code, column = 0 }) => `${code} ${Number(column) - "  asked: '".length - 1}`,
  );
}

describe('the number of days on which a condition holds', () => {
  const days = [
    { response_time: '70', receptions: '60', reply_rate: '85%', sales: '3500' },
    { response_time: '60', receptions: '50', reply_rate: '95%', sales: '3000' },
    { response_time: 'undefined', receptions: '0', reply_rate: 'undefined', sales: '0' },
  ];
  test.each([
    ['符合天数(平均响应时间 > 60)', '1'],
    ['days_where(response_time >= 60)', '2'],
    ['符合天数(销售额 > 3000)', '1'],
    ['符合天数(销售额 = 0)', '1'],
    ['days_where(receptions >= 50 and reply_rate < 90%)', '1'],
    ['days_where(receptions >= 50 or reply_rate < 90%)', '2'],
    ['days_where(not (receptions >= 50))', '1'],
    ['符合天数(如果(接待人数 > 55, 销售额, 0) > 3000)', '1'],
    ['符合天数(销售额 ÷ 接待人数 > 58)', '2'],
    ['符合天数(销售额 > 0) × 2 + 1', '5'],
  ])('%s is %s', (formula, expected) => {
    expect(resultOn(formula, days)).toBe(expected);
  });

  test('is 0 in a month without days', () => {
    expect(resultOn('符合天数(销售额 = 0)', [])).toBe('0');
  });

  test('leaves out a day whose ratio has no denominator', () => {
    expect(resultOn('符合天数(平均响应时间 < 1000)', days)).toBe('2');
    expect(resultOn('符合天数(非 (平均响应时间 > 1000))', days)).toBe('2');
  });

  test('is missing when a figure of one of the days is', () => {
    const gap = [{ sales: '3500' }, { sales: 'missing' }];
    expect(resultOn('符合天数(销售额 > 3000)', gap)).toBe('missing (no-history)');
    expect(resultOn('符合天数(销售额 > 3000)', [{ sales: '1' }, {}])).toBe(
      'missing (not-in-example)',
    );
  });

  test('is missing when nothing is said of days', () => {
    expect(resultOn('符合天数(销售额 > 3000)', undefined)).toBe('missing (not-in-example)');
  });

  test('compares with parameters, the roster, targets and the values of the month', () => {
    const book = {
      parameters: { least: { value: '3000', unit: 'yuan' } },
    };
    const given = { sales: '7000', base_pay: '3200', 'target.day': '3400' };
    const on = (formula: string) => resultOn(formula, days, { given }, book);
    expect(on('符合天数(销售额 >= least)')).toBe('2');
    expect(on('符合天数(销售额 > roster.base_pay)')).toBe('1');
    expect(on('符合天数(销售额 > target.day)')).toBe('1');
  });

  test('the size of the team may stand in it', () => {
    const team = [{ sales: '0' }];
    expect(resultOn('符合天数(接待人数 > 客服数 × 27)', days, { team })).toBe('1');
  });

  test('counts events and complaints by their day', () => {
    const book = { events: { violation: '违规' } };
    const rows = [{ 'event.violation': '2' }, { 'event.violation.amount': ['30', '50'] }, {}];
    expect(resultOn('符合天数(event.violation > 1)', rows, {}, book)).toBe('2');
    expect(resultOn('符合天数(事项.违规.金额 > 70)', rows.slice(1, 2), {}, book)).toBe('1');
    const amounts = [
      { 'event.violation.amount': ['30', '50', '80'] },
      { 'event.violation.amount': ['60'] },
    ];
    expect(
      resultOn('符合天数(符合次数(事项.违规, 事项.违规.金额 > 40) = 2)', amounts, {}, book),
    ).toBe('1');
    expect(resultOn('符合天数(记录.差错 = 1)', [{ 'case.error': '1' }, {}])).toBe('1');
  });

  test('is a figure like any other for the team and for earlier months', () => {
    const formula = '团队合计(符合天数(销售额 > 3000))';
    const other = { by_day: [{ sales: '4000' }, { sales: '5000' }] };
    expect(resultOn(formula, days, { team: [other] })).toBe('3');
    expect(resultOn('名次(符合天数(销售额 > 3000))', days, { team: [other] })).toBe('2');
    expect(resultOn('团队人数(符合天数(销售额 > 3000) >= 2)', days, { team: [other] })).toBe('1');
    expect(resultOn('之前(符合天数(销售额 > 3000))', days, { history: [other] })).toBe('2');
    expect(resultOn('连续(符合天数(销售额 > 3000) > 0)', days, { history: [other, {}] })).toMatch(
      /^missing/,
    );
    expect(resultOn('月累计(符合天数(销售额 > 3000), 2)', days, { history: [other] })).toBe('3');
  });

  test('what a closed month recorded of it stands for its days', () => {
    const book = { define: { asked: '之前(late) + late', late: '符合天数(平均响应时间 > 60)' } };
    expect(resultOn('之前(late) + late', days, { history: [{ late: '4' }] }, book)).toBe('5');
  });

  test('the names in it are reported once each, where they stand', () => {
    expect(problemsIn('days_where(slow_day_streak > 2)')).toEqual(['not-by-day 11']);
    expect(problemsIn('days_where(sales > shop_sales)')).toEqual(['not-by-day 19']);
    expect(problemsIn('days_where(typing_speed > 50 and sales > 0)')).toEqual(['not-by-day 11']);
    expect(problemsIn('days_where(full_attendance = 1)')).toEqual(['not-by-day 11']);
    expect(problemsIn('days_where(sales)')).toEqual(['wrong-type 11']);
    expect(problemsIn('days_where(sales > 1, 2)')).toEqual(['wrong-argument-count 0']);
    expect(problemsIn('days_where(base_pay > 2000)')).toEqual(['days-without-figure 11']);
    expect(problemsIn('days_where(sale > 2000)')).toEqual(['misspelt-name 11']);
    expect(problemsIn('days_where(sales > 2000) + sales')).toEqual(['mixed-types 27']);
  });

  test('no function over days, the team or months may stand inside', () => {
    expect(problemsIn('days_where(days_where(sales > 1) > 2)')).toEqual(['not-within-days 11']);
    expect(problemsIn('days_where(sales > team_mean(sales))')).toEqual(['not-within-days 19']);
    expect(problemsIn('days_where(sales > previous(sales))')).toEqual(['not-within-days 19']);
    expect(problemsIn('days_where(streak(sales > 1) > 2 and sales > 0)')).toEqual([
      'not-within-days 11',
    ]);
  });

  test('a definition of daily figures is none by day; one of the team or of days is that of the month', () => {
    const define = {
      slow: '平均响应时间 > 60',
      slower: 'slow 且 迟到 > 0',
      usual: 'team_mean(sales)',
      often: 'days_where(sales > 5)',
      limit: '2 × base_pay',
    };
    const codes = (formula: string) =>
      compileBook(
        stringify({ id: 't', kind: 'pay', define: { ...define, asked: formula } }),
      ).problems.all.map(({ code }) => code);
    expect(codes('days_where(slow and sales > 0)')).toEqual(['defined-by-month']);
    expect(codes('days_where(sales > 0 and slower)')).toEqual(['defined-by-month']);
    expect(codes('days_where(sales > usual)')).toEqual([]);
    expect(codes('days_where(late > 0 and often > 3)')).toEqual([]);
    expect(codes('days_where(sales > limit)')).toEqual([]);
  });

  test('points are not by day', () => {
    const book = `
id: sheet
kind: scorecard
total: 100
items:
  - {id: a, title: 销量, full: 100, formula: 'if(days_where(score > 90 and sales > 0) > 1, 100, 0)'}
`;
    expect(problemsOf(book)).toEqual(['not-by-day 6:59']);
  });

  test('only what asks for days has days counted', () => {
    const asked = (formula: string) =>
      compileBook(stringify({ id: 't', kind: 'pay', define: { asked: formula } })).plan?.asked
        .byDay;
    expect(asked('销售额 + 退款金额')).toBeUndefined();
    expect(asked('符合天数(销售额 > 10 且 平均响应时间 < 60)')).toEqual(
      new Set(['sales', 'response_time']),
    );
    expect(asked('符合天数(case.error > 0)')).toEqual(new Set());
  });
});

describe('the days of an example', () => {
  const bookWith = (given: string) => `
id: t
kind: pay
define:
  asked: 符合天数(销售额 > 3000)
examples:
  - given: ${given}
    expect: {asked: 0}
`;
  const problemsOfExample = (given: string): readonly string[] => {
    try {
      return exampleResults(bookWith(given)).flatMap(({ failures }) => failures.map(String));
    } catch (error) {
      return String((error as Error).message).split('\n');
    }
  };
  test.each([
    ['{by_day: [{销售额: 1}]}', []],
    ['{by_day: 3}', ['bad-given 7:21']],
    ['{by_day: [3]}', ['bad-given 7:22']],
    ['{by_day: [{销售额: 很多}]}', ['bad-given 7:28']],
    ['{by_day: [{销售: 1}]}', ['misspelt-name 7:23']],
    ['{by_day: [{连续慢响应天数: 1}]}', ['not-by-day 7:23']],
    ['{by_day: [{base_pay: 1}]}', ['not-by-day 7:23']],
    [`{by_day: [${'{销售额: 1}, '.repeat(31)}{销售额: 1}]}`, ['bad-given 7:21']],
  ])('%s', (given, problems) => {
    expect(problemsOfExample(given)).toEqual(problems);
  });
});
