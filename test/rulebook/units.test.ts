import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileBook, problemLines } from '../setup/books.js';

/** Figures of each unit that is a dimension. */
const FIGURES = {
  yuan: ['销售额', '退款金额', '约定工资'],
  seconds: ['平均响应时间', '首次响应时间'],
  hours: ['平均日服务时长'],
  days: ['出勤', '应出勤', '请假天数'],
  months: ['定级月数'],
} as const;

type Unit = keyof typeof FIGURES;

/** Nobody is paid by them: so many times as much is never money. */
const UNPAID = ['yuan', 'seconds'] as const;
const UNITS = Object.keys(FIGURES) as readonly Unit[];

const bare = fc.constantFrom('2', '10', '60', '21.75', '10000', '0.5');
const percent = fc.constantFrom('1%', '50%', '120%');
const divided = bare.map((number) => (term: string) => `${term} ÷ ${number}`);
const multiplied = bare.map((number) => (term: string) => `${number} × ${term}`);
const partOf = percent.map((share) => (term: string) => `${term} × ${share}`);
const inParentheses = fc.constant((term: string) => `(${term})`);

/** A figure of the unit that bare numbers and percentages multiply or divide. */
function scaled(unit: Unit, factors: fc.Arbitrary<(term: string) => string>) {
  return fc
    .tuple(fc.constantFrom(...FIGURES[unit]), fc.array(factors, { maxLength: 4 }))
    .map(([figure, each]) => each.reduce((term, factor) => factor(term), figure as string));
}

/** A figure of any unit that nothing makes into so much for each. */
function ofUnit(unit: Unit) {
  const isPaid = !UNPAID.some((each) => each === unit);
  const factors = [divided, partOf, inParentheses, ...(isPaid ? [] : [multiplied])];
  return scaled(unit, fc.oneof(...factors));
}

const TOGETHER: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `${a} + ${b}`,
  (a, b) => `${a} − ${b}`,
  (a, b) => `最大(${a}, ${b})`,
  (a, b) => `如果(迟到 > 0, ${a}, ${b})`,
];

function problemsOf(formula: string, unit?: Unit): readonly string[] {
  const said = unit === undefined ? '' : `unit: ${unit}, `;
  const text = `id: t\nkind: pay\ndefine: {x: {${said}formula: "${formula}"}}\n`;
  return problemLines(compileBook(text).problems.all);
}

describe('units', () => {
  test('of one unit go together, whatever bare numbers scale them, and stay it', () => {
    const pairs = fc
      .constantFrom(...UNITS)
      .chain((unit) => fc.tuple(fc.constant(unit), ofUnit(unit), ofUnit(unit)));
    fc.assert(
      fc.property(pairs, fc.constantFrom(...TOGETHER), ([unit, a, b], together) => {
        expect(problemsOf(together(a, b), unit)).toEqual([]);
        expect(problemsOf(`${a} >= ${b}`)).toEqual([]);
      }),
    );
  });

  test('of different units never do', () => {
    const pairs = fc
      .tuple(fc.constantFrom(...UNITS), fc.constantFrom(...UNITS))
      .filter(([one, other]) => one !== other)
      .chain(([one, other]) => fc.tuple(ofUnit(one), ofUnit(other)));
    fc.assert(
      fc.property(pairs, fc.constantFrom(...TOGETHER), ([a, b], together) => {
        expect(problemsOf(together(a, b)), together(a, b)).toHaveLength(1);
        expect(problemsOf(`${a} >= ${b}`)).toHaveLength(1);
      }),
    );
  });

  test('go together whichever stands first', () => {
    const any = fc.constantFrom(...UNITS).chain((unit) => {
      const factors = fc.oneof(divided, multiplied, partOf, inParentheses);
      const over = fc.tuple(bare, ofUnit(unit)).map(([number, term]) => `${number} ÷ (${term})`);
      return fc.oneof(scaled(unit, factors), over);
    });
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(problemsOf(`${a} + ${b}`).length).toBe(problemsOf(`${b} + ${a}`).length);
      }),
    );
  });

  test.each([
    // Points for so much money and so many people: the count says that numbers are meant.
    '销售额 ÷ 1000 + 接待人数 ÷ 100',
    '平均响应时间 ÷ 60 + 5',
    // What a bare target is divided by is a share of it.
    '30 ÷ 平均响应时间 × 40 + 销售额 ÷ 100000 × 60',
    // Base pay by the day and so much for each day are both money.
    '约定工资 ÷ 21.75 × 出勤 + 20 × 出勤',
    '约定工资 ÷ 21.75 × 出勤 − 约定工资 ÷ 21.75 ÷ 8 × 平均日服务时长',
  ])('may be what bare numbers say they are: %s', (formula) => {
    expect(problemsOf(formula)).toEqual([]);
  });

  test('base pay by the day and so much for each day make money', () => {
    expect(problemsOf('约定工资 ÷ 21.75 × 出勤 + 20 × 出勤', 'yuan')).toEqual([]);
  });

  /** A book whose 日薪, parameter or definition, is of this unit and is used so in a line. */
  function wageProblems(entry: string, formula: string): readonly string[] {
    const line = `{id: x, kind: deduction, category: fine, formula: "${formula}"}`;
    const text = `id: t\nkind: pay\nlines: [${line}]\n${entry}\n`;
    return problemLines(compileBook(text).problems.all);
  }

  const WAGES = [
    'parameters: {日薪: {value: 200, unit: yuan}}',
    'define: {日薪: {unit: yuan, formula: 约定工资 ÷ 21.75}}',
    'parameters: {日薪: {value: 200, unit: yuan/day}}',
    'parameters: {日薪: {unit: 元/天, formula: 约定工资 ÷ 21.75}}',
    'define: {日薪: {unit: 元/天, formula: 约定工资 ÷ 21.75}}',
    'define: {日薪: {unit: 元/天, bands: {of: 定级月数, table: [{below: 12, amount: 180}, {amount: 200}]}}}',
  ];

  test.each(WAGES)('a wage for each day times days is money: %s', (entry) => {
    expect(wageProblems(entry, '日薪 × 请假天数')).toEqual([]);
    expect(wageProblems(entry, '日薪 × 请假天数 ÷ 2 + 20')).toEqual([]);
    // Nobody has seconds of a day's wage.
    expect(wageProblems(entry, '日薪 × 平均响应时间')).toEqual(['wrong-result 3:59']);
  });

  test.each(
    WAGES.slice(2),
  )('what is said to be for each day is no money of the month: %s', (entry) => {
    expect(wageProblems(entry, '日薪')).toEqual(['wrong-result 3:59']);
  });

  test.each([
    ['define: {时薪: {unit: 元/小时, formula: 日薪 ÷ 8}, 日薪: {unit: 元/天, formula: 200}}', []],
    [
      'define: {时薪: {unit: 元/小时, formula: 日薪}, 日薪: {unit: 元/天, formula: 200}}',
      ['wrong-result 4:36'],
    ],
    ['parameters: {时薪: {value: 25, unit: 元/时}}', []],
  ])('an hour of eight is paid by a number: %s', (entry, problems) => {
    expect(wageProblems(entry, '时薪 × 平均日服务时长')).toEqual(problems);
  });

  test('a price for each piece is money only times pieces', () => {
    const price = 'parameters: {单价: {value: 0.1, unit: 元/单}}';
    expect(wageProblems(price, '单价 × 接待人数')).toEqual([]);
    expect(wageProblems(price, '单价 × 出勤')).toEqual(['wrong-result 3:59']);
    expect(wageProblems(price, '单价 × 销售额')).toEqual(['wrong-result 3:59']);
  });

  test('what is for each month is of the month, and for months as many times', () => {
    const wage = 'parameters: {工龄工资: {value: 20, unit: 元/月}}';
    expect(wageProblems(wage, '工龄工资')).toEqual([]);
    expect(wageProblems(wage, '工龄工资 × 定级月数')).toEqual([]);
  });

  test('a unit that nobody knows is refused', () => {
    expect(wageProblems('parameters: {日薪: {value: 200, unit: 元/年}}', '日薪')).toEqual([
      'bad-value 4:37',
    ]);
  });

  test.each([
    ['销售额 ÷ 10 + 平均响应时间 ÷ 10', 'mixed-types 3:35'],
    ['60 × 平均响应时间 ÷ 60 + 销售额 ÷ 10', 'mixed-types 3:43'],
  ])('%s is no sum', (formula, problem) => {
    expect(problemsOf(formula)).toEqual([problem]);
  });
});
