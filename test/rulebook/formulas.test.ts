import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { SHIPPED_LEVELS } from '../../src/catalogue/vocabulary.js';
import { FUNCTIONS } from '../../src/rulebook/formula/functions/index.js';
import { compilePlan } from '../../src/rulebook/plan/compile-plan.js';
import { collectProblems } from '../../src/words/problem.js';
import {
  compileBook,
  exampleResults,
  failures,
  libraryOf,
  problemLines,
  problemsOf,
} from '../setup/books.js';

interface Given {
  readonly given?: Readonly<Record<string, string>>;
  readonly team?: readonly Readonly<Record<string, string>>[];
  readonly history?: readonly Readonly<Record<string, string>>[];
  readonly month?: string;
}

/** What a formula gives, as text. */
function resultOf(formula: string, about: Given = {}, book: object = {}): string {
  const example = { given: {}, ...about, expect: { asked: '?' } };
  const base = { id: 't', kind: 'pay', define: { asked: formula }, examples: [example] };
  const merged = {
    ...base,
    ...book,
    define: { ...base.define, ...('define' in book ? (book.define as object) : {}) },
  };
  return exampleResults(stringify(merged))[0]?.failures[0]?.actual ?? 'nothing';
}

function restOf(book: object): string {
  return Object.keys(book).length === 0 ? '' : stringify(book);
}

/** The problems of a formula, as `code offset`, characters counted from 0. */
function problemsIn(formula: string, book: object = {}): readonly string[] {
  const head = 'id: t\nkind: pay\ndefine:\n  asked: ';
  const text = `${head}'${formula.replaceAll("'", "''")}'\n${restOf(book)}`;
  return compileBook(text).problems.all.map(
    ({ code, column = 0 }) => `${code} ${Number(column) - "  asked: '".length - 1}`,
  );
}

describe('arithmetic', () => {
  test.each([
    ['1 + 2 × 3', '7'],
    ['(1 + 2) × 3', '9'],
    ['10 − 4 − 3', '3'],
    ['100 ÷ 5 ÷ 2', '10'],
    ['100 ÷ 5 × 2', '40'],
    ['−2 × 3', '-6'],
    ['2 × −3', '-6'],
    ['−(2 − 5)', '3'],
    ['1.1% + 2', '2.011'],
    ['1.1% × 200', '2.2'],
    ['10 % + 1', '1.1'],
    ['50%', '0.5'],
    ['0.1 + 0.2', '0.3'],
    ['1 ÷ 3', '0.3333333333333333333333333333333333'],
    ['2 ÷ 3', '0.6666666666666666666666666666666667'],
    ['1 ÷ 3 × 3', '0.9999999999999999999999999999999999'],
    [
      '99999999999999999999999999999999999999 + 0.00000000000000000001',
      '99999999999999999999999999999999999999.00000000000000000001',
    ],
  ])('%s = %s', (formula, expected) => {
    expect(resultOf(formula)).toBe(expected);
  });
});

describe('one language in two scripts', () => {
  const about = { given: { 销售额: '1200', 差评: '2' } };
  test.each([
    ['（1＋2）×３', '(1+2)*3'],
    ['1＋2－3×4÷5', '1+2-3*4/5'],
    ['１．５％×200', '1.5%*200'],
    [
      '如果(销售额 ≥ 1000 且 非 (差评 ＞ 3), 1, 0)',
      'if(sales >= 1000 and not (bad_reviews > 3), 1, 0)',
    ],
    ['如果（销售额 ≤ 1000 或 差评 ≠ 2，1，0）', 'if(sales <= 1000 or bad_reviews != 2, 1, 0)'],
    ['如果(销售额 <> 3, 1, 0)', 'if(sales ≠ 3, 1, 0)'],
    ['最小(销售额, 5)', 'MIN(sales, 5)'],
    ['最大(销售额, 5)', 'max(sales, 5)'],
    ['求和(1, 2, 3)', 'sum(1, 2, 3)'],
    ['四舍五入(2.345, 0.01)', 'round(2.345, 0.01)'],
    ['向下取整(-2.5)', 'floor(-2.5)'],
    ['向上取整(-2.5)', 'ceil(-2.5)'],
    ['绝对值(-2.5)', 'abs(-2.5)'],
    ['限制(5, 1, 3)', 'clamp(5, 1, 3)'],
    ['指标.销售额 × 2', 'metric.sales × 2'],
    ['「销售额」 + 1', 'sales + 1'],
    ['ｓａｌｅｓ + 1', 'sales + 1'].map((text) => text.replace('ｓａｌｅｓ', 'sales')) as [
      string,
      string,
    ],
  ])('%s is %s', (chinese, english) => {
    const [a, b] = [resultOf(chinese, about), resultOf(english, about)];
    expect(a).toBe(b);
    expect(a).not.toBe('undefined');
  });

  test('every function has a name in both', () => {
    for (const { id, title } of FUNCTIONS) {
      expect(title.zh).toMatch(/^\p{Script=Han}+$/u);
      expect(id).toMatch(/^[a-z_]+$/);
    }
    expect(new Set(FUNCTIONS.flatMap(({ id, title }) => [id, title.zh])).size).toBe(
      2 * FUNCTIONS.length,
    );
  });
});

describe('functions', () => {
  test.each([
    ['min(3, 1, 2)', '1'],
    ['max(3, 1, 2)', '3'],
    ['round(2.5)', '3'],
    ['round(-2.5)', '-3'],
    ['round(1250, 100)', '1300'],
    ['round(5, 0)', 'undefined'],
    ['floor(2.9)', '2'],
    ['floor(-2.1)', '-3'],
    ['ceil(2.1)', '3'],
    ['ceil(1201, 100)', '1300'],
    ['clamp(5, 1, 3)', '3'],
    ['clamp(0, 1, 3)', '1'],
    ['clamp(2, 1, 3)', '2'],
    ['abs(3 − 5)', '2'],
  ])('%s = %s', (formula, expected) => {
    expect(resultOf(formula)).toBe(expected);
  });

  const team = [{ 销售额: '30' }, { 销售额: '20' }, { 销售额: '20' }];
  test.each([
    ['team_sum(销售额)', '80'],
    ['team_mean(销售额)', '20'],
    ['team_min(销售额)', '10'],
    ['team_max(销售额)', '30'],
    ['team_count()', '4'],
    ['客服数', '4'],
    ['team_count(销售额 >= 20)', '3'],
    ['rank(销售额)', '4'],
    ['percentile(销售额)', '0.75'],
    ['share(销售额)', '0.125'],
  ])('%s of 10 among 10, 30, 20 and 20 is %s', (formula, expected) => {
    expect(resultOf(formula, { given: { 销售额: '10' }, team })).toBe(expected);
  });

  test('equals share a place, and the next one is left out', () => {
    expect(resultOf('rank(销售额)', { given: { 销售额: '20' }, team })).toBe('2');
  });

  test('a member without a figure is left out, one whose figure is missing leaves nobody a figure', () => {
    const about = (other: string) => ({ given: { 客单价: '10' }, team: [{ 客单价: other }] });
    expect(resultOf('team_max(客单价)', about('undefined'))).toBe('10');
    expect(resultOf('team_max(客单价)', about('missing'))).toMatch('missing');
    expect(resultOf('rank(客单价)', about('missing'))).toMatch('missing');
    expect(resultOf('share(销售额)', { given: { 销售额: '0' }, team: [{ 销售额: '0' }] })).toBe(
      'undefined',
    );
  });

  test("a quotient's figure over the team is the sum of numerators over the sum of denominators", () => {
    const about = { given: { 客单价: '100/1' }, team: [{ 客单价: '200/4' }] };
    expect(resultOf('team_mean(客单价)', about)).toBe('60');
    expect(resultOf('team_mean(客单价)', { given: { 客单价: '100' }, team: [] })).toMatch(
      'missing',
    );
    expect(resultOf('team_mean(客单价)', { given: { 客单价: '0/0' }, team: [] })).toBe('undefined');
  });

  const history = [{ 销售额: '20' }, { 销售额: '60' }];
  test.each([
    ['previous(销售额)', '20'],
    ['previous(销售额, 2)', '60'],
    ['previous(销售额, 3)', 'undefined'],
    ['mean_over(销售额, 3)', '30'],
    ['mean_over(销售额, 2)', '15'],
    ['mean_over(销售额, 12)', '30'],
    ['sum_over(销售额, 3)', '90'],
    ['sum_over(销售额, 2)', '30'],
    ['streak(销售额 >= 10)', '3'],
    ['streak(销售额 <= 20)', '2'],
    ['streak(销售额 > 10)', '0'],
  ])('%s of 10 after 20 and 60 is %s', (formula, expected) => {
    expect(resultOf(formula, { given: { 销售额: '10' }, history })).toBe(expected);
  });

  test('of months that are not known nothing is known, but a streak that is broken now is 0', () => {
    const about = { given: { 销售额: '10' } };
    for (const formula of ['previous(销售额)', 'mean_over(销售额, 2)', 'sum_over(销售额, 2)']) {
      expect(resultOf(formula, about)).toBe('missing (no-history)');
    }
    expect(resultOf('streak(销售额 > 5)', about)).toBe('missing (no-history)');
    expect(resultOf('streak(销售额 > 50)', about)).toBe('0');
  });

  test('a closed month has no team: its figures over one are not known, unless they were recorded', () => {
    const about = { given: { 销售额: '10' }, history: [{ 销售额: '20' }] };
    expect(resultOf('previous(team_sum(销售额))', about)).toMatch('missing');
    expect(resultOf('previous(rank(销售额))', about)).toMatch('missing');
    expect(resultOf('previous(客服数)', about)).toMatch('missing');
  });

  test('an earlier month may even be asked for the very same figure', () => {
    const book = { define: { sum: '销售额 + previous(definition_sum)', definition_sum: '销售额' } };
    const about = { given: { 销售额: '10' }, history: [{ 销售额: '20' }] };
    expect(resultOf('sum', about, book)).toBe('30');
    const text =
      'id: t\nkind: pay\nlines: [{id: x, kind: earning, category: bonus, formula: "1 + previous(line.x)"}]\n';
    const example = 'examples: [{history: [{line.x: 5}], expect: {x: 6}}]\n';
    expect(exampleResults(text + example)[0]?.failures).toEqual([]);
  });

  test.each([
    ['month_of(月末)', { 月末: '2026-10-31' }, '10'],
    ['months_between(入职日期, 月末)', { 入职日期: '2025-10-31', 月末: '2026-10-31' }, '12'],
    ['整月数(入职日期, 月末)', { 入职日期: '2025-11-01', 月末: '2026-10-31' }, '11'],
    ['months_between(入职日期, 月末)', { 入职日期: '2026-01-31', 月末: '2026-02-28' }, '1'],
    ['如果(入职日期 < "2026-01-01", 200, 100)', { 入职日期: '2025-12-31' }, '200'],
    ['如果(入职日期 < "2026-01-01", 200, 100)', { 入职日期: '2026-01-01' }, '100'],
    ['add_days(月末, 5)', { 月末: '2026-12-31' }, '2027-01-05'],
    ['加天数(月末, −1)', { 月末: '2026-03-01' }, '2026-02-28'],
    ['add_days(月末, 99999999999)', { 月末: '2026-03-01' }, 'undefined'],
  ])('%s of %o is %s', (formula, given, expected) => {
    expect(resultOf(formula, { given: given as Record<string, string> })).toBe(expected);
  });
});

describe('names', () => {
  test('a metric by id, title, alias and full name', () => {
    const about = { given: { silent_sales: '5' } };
    for (const name of [
      'silent_sales',
      '静默销售额',
      '团队业绩',
      'metric.silent_sales',
      '指标.团队业绩',
    ]) {
      expect(resultOf(`${name} + 1`, about)).toBe('6');
    }
  });

  test('the own book goes before metrics, and the full name still reaches the metric', () => {
    const book = { parameters: { sales: { value: '7', title: '销售额' } } };
    const about = { given: { 'metric.sales': '100' } };
    expect(resultOf('销售额', about, book)).toBe('7');
    expect(resultOf('sales', about, book)).toBe('7');
    expect(resultOf('parameter.sales', about, book)).toBe('7');
    expect(resultOf('参数.销售额', about, book)).toBe('7');
    expect(resultOf('metric.sales', about, book)).toBe('100');
  });

  test('an entry never means itself: its own name is the metric', () => {
    const book = { define: { sales: 'sales × 2' } };
    expect(
      resultOf('define_sales', {}, { define: { define_sales: 'sales', ...book.define } }),
    ).toMatch('missing');
    expect(
      resultOf(
        'asked2',
        { given: { 'metric.sales': '4' } },
        { define: { asked2: 'sales', sales: 'metric.sales × 2' } },
      ),
    ).toBe('8');
  });

  test('two of the own book under one title are ambiguous, and both are named', () => {
    const book = { parameters: { a: { value: '1', title: '奖' }, b: { value: '2', title: '奖' } } };
    expect(problemsIn('1 + 奖', book)).toEqual(['ambiguous-name 4']);
    const { problems } = compileBook(`id: t\nkind: pay\ndefine: {asked: 奖}\n${stringify(book)}`);
    expect(problems.all[0]?.params).toMatchObject({
      names: { zh: '参数.a (book.yaml:6)、参数.b (book.yaml:9)' },
    });
  });

  test.each([
    ['销售饿', 'misspelt-name 0'],
    ['1 + salles', 'misspelt-name 4'],
    ['metric.salles', 'misspelt-name 0'],
    ['没有这样的东西', 'unknown-name 0'],
    ['constructor', 'unknown-name 0'],
    ['__proto__', 'unknown-name 0'],
    ['toString', 'unknown-name 0'],
    ['metric.constructor', 'unknown-name 0'],
    ['line.__proto__', 'unknown-name 0'],
    ['constructor.name', 'unknown-name 0'],
    ['event.toString', 'undeclared-name 0'],
    ['case.error.__proto__', 'unknown-name 0'],
    ['case.error.amount.more', 'unknown-name 0'],
    ['sales()', 'unknown-function 0'],
    ['constructor(1)', 'unknown-function 0'],
    ['hasOwnProperty(1)', 'unknown-function 0'],
    ['mim(1, 2)', 'misspelt-function 0'],
    ['min()', 'wrong-argument-count 0'],
    ['if(1 > 0, 2)', 'wrong-argument-count 0'],
    ['asked + 1', 'circular-reference 0'],
  ])('%s: %s', (formula, problem) => {
    expect(problemsIn(formula)).toEqual([problem]);
  });

  test('every wrong name is reported, each at its place', () => {
    expect(problemsIn('销售饿 + 2 × (差平 − salles)')).toEqual([
      'misspelt-name 0',
      'misspelt-name 11',
      'misspelt-name 16',
    ]);
  });
});

describe('what is not known', () => {
  const nothing = { given: { 销售额: 'missing', 差评: '0', 客单价: 'undefined' } };

  test('`if` computes only the side that is chosen', () => {
    expect(resultOf('if(差评 = 0, 1, 销售额)', nothing)).toBe('1');
    expect(resultOf('if(差评 > 0, 销售额, 2)', nothing)).toBe('2');
    expect(resultOf('if(差评 = 0, 销售额, 2)', nothing)).toMatch('missing');
    expect(resultOf('if(销售额 > 0, 1, 2)', nothing)).toMatch('missing');
    expect(resultOf('if(客单价 > 0, 1, 2)', nothing)).toBe('undefined');
  });

  test.each([
    ['差评 > 0 and 销售额 > 0', 'no'],
    ['销售额 > 0 and 差评 > 0', 'no'],
    ['差评 = 0 and 销售额 > 0', 'missing'],
    ['差评 = 0 or 销售额 > 0', 'yes'],
    ['销售额 > 0 or 差评 = 0', 'yes'],
    ['差评 > 0 or 销售额 > 0', 'missing'],
    ['差评 = 0 or 客单价 > 0', 'yes'],
    ['差评 > 0 or 客单价 > 0', 'undefined'],
    ['客单价 > 0 and 销售额 > 0', 'missing'],
    ['not (销售额 > 0)', 'missing'],
    ['not (客单价 > 0)', 'undefined'],
    ['not (差评 > 0)', 'yes'],
  ])('%s: %s', (formula, expected) => {
    expect(resultOf(formula, nothing)).toMatch(expected);
  });

  test.each([
    ['1 ÷ 差评', 'undefined'],
    ['0 ÷ 差评', 'undefined'],
    ['1 ÷ 差评 + 销售额', 'missing'],
    ['max(5, 1 ÷ 差评)', 'undefined'],
    ['max(5, 销售额)', 'missing'],
    ['0 × 销售额', 'missing'],
  ])('%s is %s', (formula, expected) => {
    expect(resultOf(formula, nothing)).toMatch(expected);
  });

  test('a line that is absent counts as 0 in another formula', () => {
    const text = `
id: t
kind: pay
lines:
  - {id: gone, kind: earning, category: bonus, when: 差评 > 0, formula: 50}
  - {id: all, kind: earning, category: bonus, formula: line.gone + category.bonus × 0 + 7}
examples:
  - {given: {差评: 0}, expect: {gone: absent, all: 7}}
`;
    expect(problemsOf(text)).toEqual(['category-of-own 6:5']);
    const straight = text.replace(' + category.bonus × 0', ' + category.fine');
    expect(exampleResults(straight)[0]?.failures).toEqual([]);
  });

  test('numbers beyond all reason are a problem, not an endless text', () => {
    const nines = '9'.repeat(300);
    const book = { define: { a: `${nines} × ${nines}`, b: 'a × a', c: 'b × b' } };
    expect(resultOf('c × c', {}, book)).toBe('missing (number-too-large)');
  });
});

describe('a formula that breaks off', () => {
  test.each([
    ['max(0, sales', 'formula-unclosed 3'],
    ['((1 + 2) × 3', 'formula-unclosed 0'],
    ['（销售额', 'formula-unclosed 0'],
    ['1 +', 'formula-unfinished 3'],
    ['1 + 2)', 'formula-syntax 5'],
    ['级别 = "(" +', 'formula-unfinished 10'],
  ])('%s: %s', (formula, problem) => {
    expect(problemsIn(formula)).toEqual([problem]);
  });
});

describe('types', () => {
  test.each([
    ['销售额 + 平均响应时间', 'mixed-types 6'],
    ['1 + 销售额 − 平均响应时间', 'mixed-types 10'],
    ['平均响应时间 > 销售额', 'mixed-types 9'],
    ['销售额 × 销售额 + 销售额', 'mixed-types 12'],
    // Nobody is paid by the second.
    ['销售额 + 2 × 平均响应时间', 'mixed-types 6'],
    ['销售额 + 出勤', 'mixed-types 6'],
    ['销售额 + 50% × 出勤', 'mixed-types 6'],
    ['销售额 + 20 ÷ 2 × 平均响应时间 × 出勤', 'mixed-types 6'],
    ['20 × 出勤 + 平均响应时间', 'mixed-types 10'],
    // Dividing by a bare number leaves seconds seconds.
    ['平均响应时间 ÷ 60 + 销售额 × 1%', 'mixed-types 14'],
    ['销售额 − 平均响应时间 ÷ 60 × 10', 'mixed-types 6'],
    // 2 × 上班天数 is paid where money is asked; nothing is compared with it as if it were money or hours.
    ['2 × 上班天数 > 销售额', 'mixed-types 11'],
    ['销售额 = 2 × 上班天数', 'mixed-types 6'],
    ['2 × 上班天数 > 平均日服务时长', 'mixed-types 11'],
    ['2 × 上班天数 > 3 × 平均日服务时长', 'mixed-types 11'],
    // What is so much by something else is neither of the two.
    ['销售额 ÷ 平均响应时间 + 销售额', 'mixed-types 15'],
    ['销售额 ÷ 上班天数 > 销售额', 'mixed-types 13'],
    ['上班天数 × 上班天数 > 应出勤', 'mixed-types 14'],
    ['上班天数 × 平均日服务时长 > 应出勤', 'mixed-types 17'],
    ['60 ÷ 平均响应时间 + 销售额', 'mixed-types 14'],
    ['上班天数 ÷ 2 + 销售额', 'mixed-types 11'],
    ['最大(销售额, 平均响应时间)', 'wrong-type 8'],
    ['销售额 and 差评 > 0', 'wrong-type 0'],
    ['差评 > 0 or 销售额', 'wrong-type 10'],
    ['not 销售额', 'wrong-type 4'],
    ['−(差评 > 0)', 'wrong-type 1'],
    ['if(销售额, 1, 2)', 'wrong-type 3'],
    ['if(差评 > 0, 销售额, 平均响应时间)', 'wrong-type 16'],
    ['1 + "a"', 'mixed-types 4'],
    ['保险 > "cash"', 'mixed-types 5'],
    ['入职日期 + 1', 'mixed-types 7'],
    ['入职日期 > 5', 'mixed-types 7'],
    ['入职日期 > 2026/01/01', 'formula-date 7'],
    ['入职日期 > 2026-1-1', 'formula-date 7'],
    ['入职日期 > "2026年1月1日"', 'formula-date 7'],
    ['"2026.1.1" <= 入职日期', 'formula-date 0'],
    ['入职日期 > "2026-02-30"', 'mixed-types 7'],
    ['streak(销售额)', 'wrong-type 7'],
    ['team_sum(差评 > 0)', 'wrong-type 9'],
    ['team_count(差评)', 'wrong-type 11'],
    ['team_mean(差评, 姓名)', 'bad-team-scope 14'],
    ['team_count(差评 > 0, 2)', 'bad-team-scope 19'],
    ['team_mean(差评, shfit)', 'bad-team-scope 14'],
    ['team_mean(差评, by: 姓名)', 'bad-team-scope 18'],
    ['团队人数(按：班组)', 'bad-team-scope 7'],
    ['max(差评, by: 班次)', 'wrong-type 8'],
    ['previous(销售额, 差评)', 'wrong-type 14'],
    ['previous(销售额, 0)', 'wrong-type 14'],
    ['previous(销售额, 1.5)', 'wrong-type 14'],
    ['previous(销售额, 61)', 'wrong-type 14'],
    ['month_of(销售额)', 'wrong-type 9'],
    ['add_days(月末, 月初)', 'wrong-type 13'],
  ])('%s: %s', (formula, problem) => {
    expect(problemsIn(formula)).toEqual([problem]);
  });

  test.each([
    ['team_mean(差评, shfit)', { zh: '班次、团队、岗位、级别', en: 'shift, team, role, level' }],
    ['team_mean(差评, by: 班组)', { zh: '班次、岗位、级别、团队', en: 'shift, role, level, team' }],
  ])('%s: the columns by which people are grouped, the nearest first', (formula, columns) => {
    const { problems } = compileBook(`id: t\nkind: pay\ndefine: {asked: '${formula}'}`);
    expect(problems.all[0]?.params).toEqual({ columns });
  });

  test('a column of the roster may be named as such, and means the column whatever else is called so', () => {
    const about = {
      given: { 差评: '1', 班次: '早班' },
      team: [{ 差评: '3' }, { 差评: '9', 班次: '晚班' }],
    };
    for (const column of ['班次', 'shift', 'by: shift', 'by：班次', '按: 班次', 'roster.shift']) {
      expect(resultOf(`team_mean(差评, ${column})`, about)).toBe('2');
    }
    const own = { parameters: { shift: { value: 7 } } };
    expect(resultOf('team_mean(差评, shift)', about, own)).toBe('2');
  });

  test.each([
    '销售额 ÷ 付款订单数 + 客单价',
    '销售额 ÷ 销售额 + 回复率',
    '销售额 × 1.1% + 5',
    '平均响应时间 > 30',
    '入职日期 < 月末',
    '入职日期 >= "2026-01-01"',
    '差评 + 投诉扣分 + 回复率',
    'if(差评 > 0, "a", "b") = "a"',
    '接待人数 >= 30 × 出勤',
    '出勤 × 2 > 应出勤',
    '约定工资 × 50% + 20 × 出勤',
    '平均响应时间 × 2 > 30',
    '销售额 ÷ 上班天数 > 2000',
    '销售额 ÷ 上班天数 > 净销售额 ÷ 应出勤',
    '平均响应时间 ÷ 60 > 5',
    '平均响应时间 ÷ 2 + 首次响应时间',
    // One point for each 10000 yuan; so many yuan for them.
    '销售额 ÷ 10000 + 投诉扣分',
    '销售额 ÷ 销售额 + 平均响应时间 ÷ 平均响应时间',
    '销售额 ÷ 上班天数 × 应出勤 + 净销售额',
  ])('%s goes together', (formula) => {
    expect(problemsIn(formula)).toEqual([]);
  });

  const payLine = (formula: string) => `
id: t
kind: pay
parameters: {each: {value: 8}, bonus: {value: 5, unit: yuan}}
lines:
  - {id: x, kind: earning, category: allowance, formula: '${formula}'}
`;
  const given =
    '{上班天数: 20, 应出勤: 25, 平均日服务时长: 8, 定级月数: 30, 销售额: 1000, 净销售额: 900, 回复率: 50%}';
  test.each([
    // 50 yuan a day; 10 an hour; 3 for each month.
    ['50 × 上班天数', 1000],
    ['上班天数 × 50', 1000],
    ['each × 上班天数', 160],
    ['10 × 上班天数 × 平均日服务时长', 1600],
    ['3 × 定级月数 + bonus × 上班天数', 190],
    ['(上班天数 − 15) × 10 + 7', 57],
    ['最大(50 × 上班天数, 1200)', 1200],
    ['如果(上班天数 > 10, 2, 1) × 上班天数', 40],
    ['销售额 × 1% + 50 × 上班天数', 1010],
    ['50 × 上班天数 + 2 × 平均日服务时长', 1016],
    // So much a month, by the share of its days or sales.
    ['400 × 上班天数 ÷ 应出勤', 320],
    ['400 ÷ 应出勤 × 上班天数', 320],
    ['400 × 净销售额 ÷ 销售额', 360],
    // 25 are the days of a month, 8 the hours of a day; 5 yuan for every 100 sold.
    ['销售额 ÷ 25 × 上班天数', 800],
    ['销售额 ÷ 上班天数 × 应出勤', 1250],
    ['销售额 ÷ 25 ÷ 8 × 平均日服务时长 × 1.5', 60],
    ['销售额 ÷ 100 × bonus', 50],
    ['销售额 ÷ 4', 250],
    ['10 × 上班天数 ÷ 2', 100],
    ['上班天数 ÷ 2 × 10', 100],
    ['最大(bonus, 6) × 上班天数', 120],
    ['10 × 上班天数 × 回复率', 100],
  ])('%s is money where money is asked', (formula, expected) => {
    const example = `examples: [{given: ${given}, expect: {x: ${expected}}}]\n`;
    expect(failures(payLine(formula) + example)).toEqual([]);
  });

  test.each([
    '上班天数',
    '50% × 上班天数',
    '2 × 平均响应时间',
    '上班天数 + 2 × 上班天数',
    '10 × 上班天数 × 上班天数',
    '上班天数 × 上班天数',
    '销售额 × 上班天数',
    '销售额 ÷ 平均响应时间',
    '销售额 ÷ 上班天数',
    '平均响应时间 ÷ 60 × 10',
    '上班天数 ÷ 2',
    '400 ÷ 应出勤',
    '销售额 × 净销售额',
    '投诉 ÷ 2',
  ])('%s is no money', (formula) => {
    expect(problemsOf(payLine(formula))).toEqual(['wrong-result 6:58']);
  });

  test('so many points a day are points', () => {
    const sheet = `
id: t
kind: scorecard
total: 100
items: [{id: x, full: 100, formula: 100 − 2 × 请假天数}]
examples: [{given: {请假天数: 3}, expect: {x: 94}}]
`;
    expect(failures(sheet)).toEqual([]);
  });

  test('an amount of points for each day is points, and a definition is of the unit that it says', () => {
    const sheet = (formula: string) => `
id: t
kind: scorecard
total: 100
parameters: {each: {value: 2, unit: points}}
define: {pay: {unit: yuan, formula: 10 × 上班天数}}
items: [{id: x, full: 100, formula: '${formula}'}]
`;
    const example = 'examples: [{given: {请假天数: 3, 上班天数: 20}, expect: {x: 94}}]\n';
    expect(failures(sheet('100 − each × 请假天数') + example)).toEqual([]);
    expect(problemsOf(sheet('if(pay > 上班天数, 94, 0)'))).toEqual(['mixed-types 7:47']);
  });

  test('a figure prints in the unit of what is fixed, not of a bare percentage beside it', () => {
    const unitOf = (formula: string) => {
      const { plan } = compileBook(
        `id: t\nkind: pay\ndefine: {asked: ${JSON.stringify(formula)}}\n`,
      );
      return plan?.parametersAndDefinitions.get('t')?.find(({ id }) => id === 'asked')?.unit;
    };
    expect(unitOf('5% + 销售额')).toBe('yuan');
    expect(unitOf('max(0%, 销售额)')).toBe('yuan');
    expect(unitOf('min(100%, 回复率)')).toBe('ratio');
    expect(unitOf('销售额 × 5%')).toBe('yuan');
    expect(unitOf('出勤 × 50%')).toBe('days');
    // Twice the days, or 2 yuan or points for each.
    expect(unitOf('出勤 × 2')).toBeUndefined();
    expect(unitOf('约定工资 + 出勤 × 2')).toBe('yuan');
    expect(unitOf('应出勤 − 出勤 × 2')).toBe('days');
    expect(unitOf('出勤 × 出勤')).toBe(undefined);
    // So much a day is no sum of money.
    expect(unitOf('销售额 ÷ 出勤')).toBeUndefined();
    expect(unitOf('销售额 ÷ 出勤 × 应出勤')).toBe('yuan');
  });

  test.each([
    ['保险 = "返现"', { 保险: 'cash' }, 'yes'],
    ['保险 = "Cash"', { 保险: '返现' }, 'yes'],
    ['保险 = "cash"', { 保险: 'insured' }, 'no'],
    ['保险 != "cash"', { 保险: 'insured' }, 'yes'],
    ['级别 = “初级”', { 级别: 'junior' }, 'yes'],
    ["级别 = 'junior'", { 级别: '初级' }, 'yes'],
    ['岗位 = "presales"', { 岗位: 'presales' }, 'yes'],
    ['班次 = "早"', { 班次: '晚' }, 'no'],
    ['班次 = "constructor"', { 班次: '晚' }, 'no'],
  ])('%s with %o: %s', (formula, given, expected) => {
    expect(resultOf(formula, { given: given as Record<string, string> })).toBe(expected);
  });
});

describe('parameters', () => {
  const line = (parameter: string, example = '') =>
    `id: t\nkind: pay\nparameters:\n  p: ${parameter}\ndefine: {x: p}\n${example}`;
  const results = (parameter: string, examples: string) =>
    exampleResults(line(parameter, `examples:\n${examples}`)).flatMap(({ failures: failed }) =>
      failed.map(({ expected, actual }) => `${expected}: ${actual}`),
    );

  test('by level and quarter, in Chinese and English words', () => {
    const parameter = '{by: [level, quarter], value: {初级: {Q1: 1, 2: 2}, senior: 3}}';
    expect(
      results(
        parameter,
        [
          '  - {month: 2026-02, given: {级别: junior}, expect: {x: 1}}',
          '  - {month: 2026-05, given: {级别: junior}, expect: {x: 2}}',
          '  - {month: 2026-08, given: {级别: junior}, expect: {x: missing (row-not-set)}}',
          '  - {month: 2026-08, given: {级别: senior}, expect: {x: 3}}',
          '  - {month: 2026-08, expect: {x: missing (not-in-example)}}',
        ].join('\n'),
      ),
    ).toEqual([]);
  });

  test('by role, named in Chinese', () => {
    const examples = '  - {given: {岗位: aftersales}, expect: {x: 5}}';
    expect(results('{by: role, value: {售后: 5}}', examples)).toEqual([]);
  });

  test('dated, and dated tables', () => {
    const parameter = '{by: level, value: {2026-01: 7, 2026-07: {value: {初级: 8}, source: 通知}}}';
    const examples = [
      '  - {month: 2026-06, expect: {x: 7}}',
      '  - {month: 2026-07, given: {级别: 初级}, expect: {x: 8}}',
      '  - {month: 2025-12, expect: {x: missing (rule-not-in-force)}}',
    ].join('\n');
    expect(results(parameter, examples)).toEqual([]);
  });

  test('yes or no', () => {
    const text =
      'id: t\nkind: pay\nparameters: {strict: {value: 是, title: 严格}}\ndefine: {x: "如果(严格, 1, 2)"}\n';
    expect(
      exampleResults(
        `${text}examples: [{expect: {x: 1}}, {given: {严格: 否}, expect: {x: 2}}]`,
      ).flatMap(({ failures: failed }) => failed),
    ).toEqual([]);
  });

  test('a formula, in the unit that it should have', () => {
    expect(
      results('{formula: 客单价 × 2, unit: yuan}', '  - {given: {客单价: 3}, expect: {x: 6}}'),
    ).toEqual([]);
    expect(problemsOf(line('{formula: 客单价 × 2, unit: seconds}'))).toEqual(['wrong-result 4:16']);
  });

  test.each([
    ['abc', 'bad-parameter 4:6'],
    ['{value: abc}', 'bad-parameter 4:14'],
    ['{value: [1]}', 'bad-parameter 4:14'],
    ['{value: {初级: 1}}', 'parameter-not-a-table 4:14'],
    ['{value: {}}', 'parameter-not-a-table 4:14'],
    ['{by: level, value: {初级: 1, 初等: 2}}', 'misspelt-level 4:33'],
    ['{by: level, value: {初级: 1, junior: 2}}', 'duplicate-key 4:33'],
    ['{by: quarter, value: {Q5: 1}}', 'bad-table-key 4:28'],
    ['{by: level, value: {初级: {2026-01: 1, 2026-07: x}}}', 'bad-parameter 4:52'],
    ['{value: 5, min: 6}', 'parameter-out-of-range 4:14'],
    ['{value: 5, max: 4%}', 'parameter-out-of-range 4:14'],
    ['{value: 5, min: five}', 'bad-parameter 4:22'],
    ['{value: 5, formula: 6}', 'value-and-formula 4:6'],
    ['{value: 5, unit: yen}', 'bad-value 4:23'],
    ['{value: {2026-01: 5, 2026-02: 是}}', 'bad-parameter 4:14'],
    ['{value: 是, unit: yuan}', 'bad-parameter 4:14'],
  ])('%s: %s', (parameter, problem) => {
    expect(problemsOf(line(parameter))).toEqual([problem]);
  });

  test('without a value it is missing until it is set', () => {
    expect(
      results('{title: 额, unit: yuan}', '  - {expect: {x: missing (parameter-not-set)}}'),
    ).toEqual([]);
  });

  const set = (key: string, value: string, place = { file: 'kpi.yaml', line: 9, column: 3 }) => {
    const problems = collectProblems();
    const text =
      'id: t\nkind: pay\nparameters: {p: {value: 5, min: 1, max: 10}}\nlines: [{id: x, kind: earning, category: bonus, formula: p}]\n';
    const library = libraryOf([text], problems);
    const book = library.get('t');
    const plan =
      book?.kind === 'pay'
        ? compilePlan(
            {
              id: 'plan',
              title: { zh: 'plan', en: 'plan' },
              teamBy: undefined,
              scorecards: [],
              books: [book],
              noticeBooks: [],
              set: new Map([[key, { value, place }]]),
              customMetrics: [],
              levels: SHIPPED_LEVELS,
              calendar: () => undefined,
              linesOfAll: () => [],
              parameterOf: () => undefined,
              elsewhere: [],
            },
            problems,
          )
        : undefined;
    return { plan, problems: problemLines(problems.all) };
  };

  test('what is set goes before the value of the book, and is held to the same range', () => {
    expect(set('t.p', '7').plan?.parametersAndDefinitions.get('t')?.[0]?.node?.inWords().zh).toBe(
      '7',
    );
    expect(set('t.p', '70').problems).toEqual(['parameter-out-of-range 9:3']);
    expect(set('t.p', 'x').problems).toEqual(['bad-parameter 9:3']);
    expect(set('t.q', '7').problems).toEqual(['unknown-parameter 9:3']);
    expect(set('t.p.more', '7').problems).toEqual(['unknown-parameter 9:3']);
    expect(set('t.constructor', '7').problems).toEqual(['unknown-parameter 9:3']);
  });
});
