import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { aloneParts, NOTHING_DECLARED } from '../../src/policy/plan-parts.js';
import { hasEntries } from '../../src/rulebook/books/rulebook.js';
import { runExamples } from '../../src/rulebook/examples/examples.js';
import { compilePlan } from '../../src/rulebook/plan/compile-plan.js';
import { collectProblems } from '../../src/words/problem.js';
import { exampleResults, libraryOf, problemsOf } from '../setup/books.js';

type Given = Readonly<Record<string, unknown>>;

/** A book of one figure, by its formula and parameters. */
function bookOf(formula: unknown, parameters: Given, example: Given): string {
  const examples = [{ ...example, expect: { asked: '?' } }];
  return stringify({ id: 't', kind: 'pay', parameters, define: { asked: { formula } }, examples });
}

/** What the figure is in a month for an agent. */
function valueIn(month: string, formula: unknown, parameters: Given = {}, given: Given = {}) {
  const [result] = exampleResults(bookOf(formula, parameters, { month, given }));
  return result?.failures[0]?.actual;
}

/** A value as YAML is read: every number is a text. */
function textsIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, textsIn(each)]));
}

/** What it is where a shop sets the parameter `wage`. */
function valueSet(month: string, parameters: Given, set: unknown, given: Given) {
  const problems = collectProblems();
  const library = libraryOf([bookOf('wage', parameters, { month, given })], problems);
  const book = library.get('t');
  if (!hasEntries(book)) throw new Error('not read');
  const alone = aloneParts(book, library, NOTHING_DECLARED);
  const place = { file: 'kpi.yaml', line: 5 };
  const written = new Map([['t.wage', { value: textsIn(set) as never, place }]]);
  const plan = compilePlan({ ...alone, set: written }, problems);
  if (plan === undefined) return problems.all.map(({ code, line }) => `${code} ${line}`).join();
  return runExamples(book, plan, problems)[0]?.failures[0]?.actual;
}

describe('a value that is not known from a month on', () => {
  const parameters = { rate: { value: { '2026-01': '8%', '2026-07': 'unknown' } } };
  test.each([
    ['2026-06', '0.08'],
    ['2026-07', 'missing (value-unknown)'],
    ['2027-01', 'missing (value-unknown)'],
    ['2025-12', 'missing (rule-not-in-force)'],
  ])('%s: %s', (month, value) => {
    expect(valueIn(month, 'rate', parameters)).toBe(value);
    expect(valueIn(month, { '2026-01': '8%', '2026-07': '未知' })).toBe(value);
  });

  test('is known again where a later value stands', () => {
    const value = { '2026-01': 1, '2026-07': '未知', '2026-10': { value: 2, source: 'a notice' } };
    expect(valueIn('2026-10', 'rate', { rate: { value } })).toBe('2');
    expect(valueIn('2026-10', value)).toBe('2');
  });

  test('may be one of a table', () => {
    const value = { beijing: 2540, 上海: { value: 'unknown', source: 'none found' } };
    const wage = { wage: { by: 'place', value } };
    expect(valueIn('2026-10', 'wage', wage, { 参保地: 'beijing' })).toBe('2540');
    expect(valueIn('2026-10', 'wage', wage, { 参保地: 'shanghai' })).toBe(
      'missing (value-unknown)',
    );
  });

  test('is no word for a formula that is not dated', () => {
    expect(problemsOf(bookOf('unknown', {}, {}))).toEqual(['unknown-name 6:14']);
  });
});

describe('a table by place', () => {
  const wage = {
    wage: {
      by: 'place',
      value: {
        shanghai: { '2025-07': { value: 2740, source: 'a notice' }, '2026-07': 'unknown' },
        beijing: 2540,
      },
    },
  };
  const at = (place: string) => ({ 'roster.place': place });

  test.each([
    ['a month that it adds', '2026-08', { shanghai: { '2026-07': 2800 } }, 'shanghai', '2800'],
    ['an earlier month', '2026-06', { shanghai: { '2026-07': 2800 } }, 'shanghai', '2740'],
    ['a place that it adds', '2026-08', { wuhan: { '2026-07': 2400 } }, 'wuhan', '2400'],
    ['another place', '2026-08', { wuhan: { '2026-07': 2400 } }, 'beijing', '2540'],
    ['a place by its title', '2026-08', { 北京: 2600 }, 'beijing', '2600'],
    ['one number', '2026-08', 2600, 'beijing', '2600'],
    ['nothing of a place', '2026-08', { wuhan: 1 }, 'ningbo', 'missing (row-not-set)'],
  ])('what a shop sets says of %s', (_, month, set, place, value) => {
    expect(valueSet(month, wage, set, at(place))).toBe(value);
  });
});

describe('year_to_date', () => {
  const sum = (month: string, history: readonly Given[] | undefined, given: Given = {}) => {
    const [result] = exampleResults(
      bookOf('year_to_date(销售额)', {}, { month, given, ...(history && { history }) }),
    );
    return result?.failures[0]?.actual;
  };
  test('is the sum of the months of the year before this one', () => {
    expect(sum('2026-01', [{ 销售额: 9 }])).toBe('0');
    expect(sum('2026-03', [{ 销售额: 1 }, { 销售额: 2 }, { 销售额: 9 }])).toBe('3');
    expect(sum('2026-03', [{ 销售额: 1 }])).toBe('1');
  });
  test('asks for no month before hiring', () => {
    expect(sum('2026-03', undefined)).toBe('missing (no-year-to-date)');
    expect(sum('2026-03', undefined, { 入职日期: '2026-02-20' })).toBe('missing (no-year-to-date)');
    expect(sum('2026-03', undefined, { 入职日期: '2026-03-01' })).toBe('0');
  });
});
