import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRulebook } from '../../src/rulebook/books/rulebook.js';
import { compileFormula } from '../../src/rulebook/formula/compile.js';
import { parseFormula } from '../../src/rulebook/formula/parse-formula.js';
import { printExpression } from '../../src/rulebook/formula/print.js';
import type { Expression } from '../../src/rulebook/formula/syntax.js';
import type { Scope } from '../../src/rulebook/names/reference.js';
import { createTeam } from '../../src/rulebook/values/evaluate.js';
import type { Value } from '../../src/rulebook/values/value.js';
import { collectProblems } from '../../src/words/problem.js';
import { monthNamed } from '../output/samples.js';
import { compileBook, libraryOf } from '../setup/books.js';
import { factsOf } from '../setup/facts.js';
import {
  type Fraction,
  floor,
  fraction,
  fractionOf,
  greater,
  isAbove,
  isSame,
  minus,
  NONE,
  negative,
  over,
  plus,
  smaller,
  sum,
  times,
  WHOLE,
} from '../setup/fraction.js';
import { runs } from '../setup/runs.js';

/** An expression as text and, exactly, what it is worth; undefined where something is divided by 0. */
interface Sum {
  readonly text: string;
  readonly result: Fraction | undefined;
  readonly isDivided: boolean;
}

const number: fc.Arbitrary<Sum> = fc
  .tuple(fc.nat(100_000), fc.nat(4), fc.boolean())
  .map(([digits, places, percent]) => {
    const whole = String(digits).padStart(places + 1, '0');
    const point = whole.length - places;
    const decimals = places === 0 ? '' : `.${whole.slice(point)}`;
    const text = `${whole.slice(0, point)}${decimals}${percent ? '%' : ''}`;
    return { text, result: fractionOf(text), isDivided: false };
  });

type Operate = (a: Fraction, b: Fraction) => Fraction | undefined;

function joined(
  signs: readonly string[],
  operate: Operate,
  [a, b]: readonly [Sum, Sum],
  pick: number,
): Sum {
  const result =
    a.result === undefined || b.result === undefined ? undefined : operate(a.result, b.result);
  return {
    text: `(${a.text}) ${signs[pick % signs.length]} (${b.text})`,
    result,
    isDivided: a.isDivided || b.isDivided || signs.includes('/'),
  };
}

function called(
  name: string,
  parts: readonly Sum[],
  choose: (results: readonly Fraction[]) => Fraction,
) {
  const results = parts.flatMap(({ result }) => result ?? []);
  return {
    text: `${name}(${parts.map(({ text }) => text).join(', ')})`,
    result: results.length < parts.length ? undefined : choose(results),
    isDivided: parts.some(({ isDivided }) => isDivided),
  };
}

const least = (results: readonly Fraction[]) => results.reduce(smaller);
const most = (results: readonly Fraction[]) => results.reduce(greater);
const quotient = (a: Fraction, b: Fraction) => (isSame(b, NONE) ? undefined : over(a, b));

const { sums } = fc.letrec<{ sums: Sum; pair: [Sum, Sum] }>((tie) => ({
  pair: fc.tuple(tie('sums'), tie('sums')),
  sums: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    number,
    fc.tuple(tie('pair'), fc.nat(2)).map(([pair, pick]) => joined(['+', '＋'], plus, pair, pick)),
    fc
      .tuple(tie('pair'), fc.nat(2))
      .map(([pair, pick]) => joined(['-', '−', '－'], minus, pair, pick)),
    fc
      .tuple(tie('pair'), fc.nat(2))
      .map(([pair, pick]) => joined(['*', '×', '＊'], times, pair, pick)),
    fc
      .tuple(tie('pair'), fc.nat(2))
      .map(([pair, pick]) => joined(['/', '÷', '／'], quotient, pair, pick)),
    tie('sums').map(({ text, result, isDivided }) => ({
      text: `−(${text})`,
      result: result && negative(result),
      isDivided,
    })),
    fc
      .array(tie('sums'), { minLength: 1, maxLength: 4 })
      .map((parts) => called('最小', parts, least)),
    fc
      .array(tie('sums'), { minLength: 1, maxLength: 4 })
      .map((parts) => called('max', parts, most)),
    fc.array(tie('sums'), { minLength: 1, maxLength: 4 }).map((parts) => called('sum', parts, sum)),
  ),
}));

const NO_NAMES: Scope = {
  lookup: () => ({
    found: 'none',
    code: 'unknown-name',
    params: { what: '', key: '', meant: '', known: '' },
  }),
};

function evaluate(text: string): Value {
  const codes: string[] = [];
  const node = compileFormula(text, NO_NAMES, (_, code, ..._params) => {
    codes.push(code);
  });
  const [env] = createTeam(monthNamed('2026-10'), [
    { facts: factsOf({}), earlier: () => 'unknown' },
  ]).members;
  if (node === undefined || env === undefined) throw new Error(codes.join(', '));
  return node.evaluate(env).value;
}

/** The processor time of some work: on a busy machine it is still what the work costs. */
function processorSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Whether |a − b| is no more than 10⁻²⁵ of what is largest in the computation. */
function isNear(a: Fraction, b: Fraction): boolean {
  const distance = times(size(minus(a, b)), fraction(10n ** 25n));
  return !isAbove(distance, greater(size(a), WHOLE));
}

function size(a: Fraction): Fraction {
  return greater(a, negative(a));
}

describe('formulas', () => {
  test('without a division are exact to the last digit', () => {
    fc.assert(
      fc.property(
        sums.filter(({ isDivided, text }) => !isDivided && text.length < 1500),
        ({ text, result }) => {
          const value = evaluate(text);
          expect(value.kind).toBe('number');
          if (value.kind === 'number' && result !== undefined) {
            expect(fractionOf(value.number.toFixed())).toEqual(result);
          }
        },
      ),
      { numRuns: runs(400) },
    );
  });

  test('with divisions agree with fractions to 25 digits of the largest part, or are undefined by rounding alone', () => {
    fc.assert(
      fc.property(
        // A difference of quotients may lose all its digits: quotients stand in sums of positive parts here.
        fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 8 }),
        (pairs) => {
          const text = pairs.map(([a, b]) => `${a.text} ÷ ${b.text}`).join(' + ');
          const value = evaluate(text);
          const results = pairs.map(([a, b]) =>
            a.result === undefined || b.result === undefined
              ? undefined
              : quotient(a.result, b.result),
          );
          const known = results.filter((result) => result !== undefined);
          if (known.length < results.length) {
            expect(value.kind).toBe('undefined');
            return;
          }
          expect(value.kind).toBe('number');
          if (value.kind !== 'number') return;
          expect(isNear(fractionOf(value.number.toFixed()), sum(known))).toBe(true);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  test('a single quotient is right to 34 significant digits', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 20n), fc.bigInt(1n, 10n ** 20n), (a, b) => {
        const value = evaluate(`${a} ÷ ${b}`);
        if (value.kind !== 'number') throw new Error(value.kind);
        const wanted = fraction(a, b);
        const distance = size(minus(fractionOf(value.number.toFixed()), wanted));
        // Half a unit of the 34th digit: |found − a ÷ b| ≤ a ÷ b × 5 × 10⁻³⁴.
        expect(isAbove(distance, times(wanted, fraction(5n, 10n ** 34n)))).toBe(false);
      }),
      { numRuns: runs(400) },
    );
  });

  test('signs group from the left, and products go before sums', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('+', '−', '×'), fc.nat(1000)), { maxLength: 20 }),
        fc.nat(1000),
        (steps, first) => {
          const text = steps.reduce((before, [sign, n]) => `${before} ${sign} ${n}`, String(first));
          // The same by hand: a sum of products.
          let total = 0n;
          let product = BigInt(first);
          for (const [sign, n] of steps) {
            if (sign === '×') {
              product *= BigInt(n);
              continue;
            }
            total += product;
            product = sign === '+' ? BigInt(n) : -BigInt(n);
          }
          const value = evaluate(text);
          expect(value.kind === 'number' && value.number.toFixed()).toBe(String(total + product));
        },
      ),
    );
  });

  test('floor is the whole number below', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(3), (digits, places) => {
        const text = `${digits} ÷ ${10 ** places}`;
        const value = evaluate(`floor(${text.startsWith('-') ? text.replace('-', '−') : text})`);
        const wanted = floor(fraction(BigInt(digits), 10n ** BigInt(places)));
        expect(value.kind === 'number' && value.number.toFixed()).toBe(String(wanted.numerator));
      }),
    );
  });
});

/** Any formula, as a tree of words. */
const { formulas } = fc.letrec<{ formulas: string }>((tie) => ({
  formulas: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom('1', '2.50', '1.1%', '０．５', '12％'),
    fc.constantFrom('sales', '销售额', 'metric.sales', '指标.销售额', 'a_1', 'event.x.amount'),
    fc.constantFrom('「客单价/客件数」', '「a b」', '「且」', '「1号」'),
    fc.constantFrom('"cash"', "'it is'", '“返现”', '"it\'s"', '\'a "b"\'', '“a"b\'c”'),
    fc
      .tuple(tie('formulas'), fc.constantFrom('+', '−', '×', '÷', '*', '/'), tie('formulas'))
      .map(([a, sign, b]) => `${a} ${sign} ${b}`),
    fc
      .tuple(
        tie('formulas'),
        fc.constantFrom('<', '≤', '>=', '=', '≠', '且', 'or'),
        tie('formulas'),
      )
      .map(([a, sign, b]) => `(${a} ${sign} ${b})`),
    tie('formulas').map((a) => `(${a})`),
    tie('formulas').map((a) => `（${a}）`),
    tie('formulas').map((a) => `−${a}`),
    tie('formulas').map((a) => `not (${a})`),
    fc
      .tuple(
        fc.constantFrom('min', '如果', 'team_sum', 'unknown_function'),
        fc.array(tie('formulas')),
      )
      .map(([name, parts]) => `${name}(${parts.join('，')})`),
  ),
}));

/** A tree without the places of its parts. */
function bare(expression: Expression): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value) =>
      key === 'start' || key === 'end' ? undefined : value,
    ),
  );
}

describe('a printed formula', () => {
  test('reads back as the same tree', () => {
    const wording = {
      name: (name: string) => ({ zh: name, en: name }),
      call: (callee: string) => ({ zh: callee, en: callee }),
      text: (word: string) => ({ zh: word, en: word }),
    };
    fc.assert(
      fc.property(formulas, (text) => {
        const parsed = parseFormula(text);
        fc.pre(parsed.ok);
        if (!parsed.ok) return;
        const printed = printExpression(parsed.expression, wording).zh;
        const again = parseFormula(printed);
        expect(again.ok).toBe(true);
        if (again.ok) expect(bare(again.expression)).toEqual(bare(parsed.expression));
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('a number or a name by itself', () => {
  const word = fc.constantFrom(
    ...['0', '20', '1.50', '5%', '1.', '.5', '07', '5 %', '２０', '1e5', '3a', 'a', 'sales', '_x'],
    ...[
      'rating',
      'and',
      'or',
      'not',
      'android',
      '且',
      '或',
      '非',
      '非常',
      '退款率',
      '差评',
      'Aa',
      ' ',
    ],
  );
  const text = fc
    .array(fc.oneof(word, fc.constantFrom('.', '.', '．', '%', '\u9fff', '\u3400')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((words) => words.join(''));

  test('is read as the grammar reads it', () => {
    fc.assert(
      fc.property(text, (formula) => {
        const parsed = parseFormula(formula);
        // With a space behind it, it is left to the grammar, and means the same.
        const byGrammar = parseFormula(`${formula} `);
        expect(parsed.ok).toBe(byGrammar.ok);
        if (parsed.ok && byGrammar.ok) expect(parsed.expression).toEqual(byGrammar.expression);
      }),
      { numRuns: runs(5000) },
    );
  });
});

describe('hostile formulas', () => {
  const token = fc.constantFrom(
    ...[
      '(',
      ')',
      '（',
      '）',
      '+',
      '−',
      '×',
      '÷',
      '%',
      '％',
      '1',
      '.',
      '.5',
      'a',
      '销售额',
      '"',
      '“',
      '”',
    ],
    ...[
      "'",
      '「',
      '」',
      ',',
      '，',
      '且',
      '或',
      '非',
      'and',
      'or',
      'not',
      '=',
      '<',
      '>',
      '!',
      'if',
      '如果',
    ],
    ...[
      'constructor',
      '__proto__',
      'toString',
      '\n',
      '\t',
      '\u3000',
      '\u0000',
      '\ud800',
      '😀',
      '{',
      '}',
    ],
  );

  test('never throw, whatever the characters', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join('')),
      fc.array(token, { maxLength: 60 }).map((tokens) => tokens.join(' ')),
    );
    fc.assert(
      fc.property(text, (formula) => {
        const parsed = parseFormula(formula);
        if (!parsed.ok) {
          expect(parsed.offset).toBeGreaterThanOrEqual(0);
          expect(parsed.offset).toBeLessThanOrEqual(formula.length);
        }
        compileFormula(formula, NO_NAMES, () => {});
      }),
      { numRuns: runs(2000) },
    );
  });

  test.each([
    ['parentheses', '('.repeat(1000)],
    ['closed parentheses', `${'('.repeat(900)}1${')'.repeat(900)}`],
    ['minus signs', `${'−'.repeat(1900)}1`],
    ['spaced minus signs', `${'− '.repeat(900)}1`],
    ['negations', `${'非 '.repeat(900)}1 > 0`],
    ['mixed prefixes', `${'not − '.repeat(250)}1`],
    ['a long sum', `1${' + 1'.repeat(490)}`],
    ['a long product', `1${'×1'.repeat(990)}`],
    ['a long disjunction', `a${' or a'.repeat(390)}`],
    ['functions in functions', `${'min('.repeat(490)}1${')'.repeat(490)}`],
    ['open quotes', '"'.repeat(1999)],
    ['open brackets', '「'.repeat(1999)],
    ['a name', 'a'.repeat(1999)],
    ['digits', '9'.repeat(1999)],
    ['decimals', `0.${'0'.repeat(1990)}1`],
    ['dots', 'a.'.repeat(990)],
    ['spaces', ' '.repeat(1999)],
    ['beyond any length', '1+'.repeat(1_000_000)],
  ])('are refused or read at once: %s', (_, formula) => {
    expect(processorSeconds(() => compileFormula(formula, NO_NAMES, () => {}))).toBeLessThan(5);
  });

  test('as deep as allowed in as many layers as allowed still evaluate', () => {
    const deep = (inner: string) => `${'('.repeat(45)}${inner}${' + 1)'.repeat(45)}`;
    const layers = Array.from({ length: 18 }, (_, layer) =>
      layer === 0 ? `  d0: ${deep('1')}` : `  d${layer}: ${deep(`d${layer - 1}`)}`,
    );
    const lines = Array.from({ length: 22 }, (_, line) => {
      const formula = deep(line === 0 ? 'd17' : `line.l${line - 1}`);
      return `  - {id: l${line}, kind: earning, category: bonus, formula: ${formula}}`;
    });
    const text = `id: t\nkind: pay\ndefine:\n${layers.join('\n')}\nlines:\n${lines.join('\n')}\n`;
    const { plan, problems } = compileBook(text);
    expect(problems.all).toEqual([]);
    const [env] = createTeam(monthNamed('2026-10'), [
      { facts: factsOf({}), earlier: () => 'unknown' },
    ]).members;
    const last = plan?.lines.at(-1)?.slot;
    const value = last === undefined ? undefined : env?.get(last).value;
    expect(value?.kind === 'number' && value.number.toFixed()).toBe(String(1 + 40 * 45));
  });

  test('more layers than allowed are a problem, in any order', () => {
    const layers = Array.from({ length: 290 }, (_, layer) => `  d${layer}: d${layer + 1} + 1`);
    for (const order of [layers, layers.toReversed()]) {
      const text = `id: t\nkind: pay\ndefine:\n${order.join('\n')}\n  d290: 1\n`;
      expect(compileBook(text).problems.all.map(({ code }) => code)).toContain('names-too-deep');
    }
  });

  test('what many names lean on is computed and looked at once', () => {
    const layers = Array.from(
      { length: 18 },
      (_, layer) => `  d${layer + 1}: d${layer} + d${layer} + d${layer}`,
    );
    const text = `id: t\nkind: pay\ndefine:\n  d0: 1\n${layers.join('\n')}\nlines: [{id: x, kind: earning, category: bonus, formula: d18}]\nexamples: [{expect: {x: ${3 ** 18}}}]\n`;
    const seconds = processorSeconds(() => {
      expect(compileBook(text).problems.all).toEqual([]);
    });
    expect(seconds).toBeLessThan(10);
  });
});

describe('hostile rulebooks', () => {
  const word = fc.constantFrom(
    ...[
      'id',
      'kind',
      'pay',
      'scorecard',
      'plan',
      'notices',
      'lines',
      'items',
      'formula',
      'bands',
      'of',
    ],
    ...['table', 'parameters', 'define', 'examples', 'given', 'expect', 'constructor', '__proto__'],
    ...[
      'toString',
      'valueOf',
      'a',
      '1',
      '5%',
      '2026-01',
      '',
      'null',
      'true',
      '{',
      '[',
      '&a',
      '*a',
      '!!js',
    ],
  );
  const { yaml } = fc.letrec<{ yaml: string }>((tie) => ({
    yaml: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.array(tie('yaml'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
      fc
        .array(fc.tuple(word, tie('yaml')), { maxLength: 4 })
        .map((pairs) => `{${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')}}`),
    ),
  }));

  function read(text: string): void {
    const problems = collectProblems();
    const file = readRulebook(text, 'book.yaml', false, problems);
    if (file === undefined) expect(problems.all.length).toBeGreaterThan(0);
    for (const { line, column } of problems.all) {
      if (line !== undefined) expect(line).toBeGreaterThan(0);
      if (typeof column === 'number') expect(column).toBeGreaterThan(0);
    }
  }

  test('never throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), yaml), (text) => read(text)),
      { numRuns: runs(1000) },
    );
  });

  test('never throw when they begin well', () => {
    const section = fc.constantFrom(
      'lines',
      'adjust',
      'parameters',
      'define',
      'events',
      'ratings',
      'remove',
      'notices',
      'examples',
      'extends',
      'title',
      'notes',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(section, yaml), { maxLength: 3 }), (sections) => {
        const rest = sections.map(([key, value]) => `${key}: ${value}`).join('\n');
        compileBook(`id: t\nkind: pay\n${rest}\n`);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('entries with keys of every kind never throw', () => {
    const entry = fc.array(
      fc.tuple(
        fc.constantFrom(
          'when',
          'formula',
          'bands',
          'grade',
          'target',
          'weighted',
          'per',
          'given',
          'rank',
          'pool',
          'top',
          'round',
          'missing',
          'text',
          'off',
        ),
        yaml,
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(entry, (keys) => {
        const rest = keys.map(([key, value]) => `, ${key}: ${value}`).join('');
        compileBook(
          `id: t\nkind: pay\nlines:\n  - {id: x, kind: earning, category: bonus${rest}}\n`,
        );
      }),
      { numRuns: runs(1000) },
    );
  });

  test.each([
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__proto__',
  ])('a parameter, definition, event, rating or line called %s is what it says, or refused', (name) => {
    const text = `id: t\nkind: pay\nparameters: {${name}: 5}\nevents: {${name}: x}\nratings: {${name}: y}\nlines: [{id: x, kind: earning, category: bonus, formula: parameter.${name} + 1}]\nexamples: [{given: {event.${name}: 2}, expect: {x: 6}}]\n`;
    const { problems, plan } = compileBook(text);
    if (plan === undefined) expect(problems.all.length).toBeGreaterThan(0);
    else expect(problems.all).toEqual([]);
  });

  test('a book called constructor is a book like any other', () => {
    expect(compileBook('id: constructor\nkind: pay\nlines: []\n').problems.all).toEqual([]);
    expect(libraryOf([], collectProblems()).get('constructor')).toBe(undefined);
    expect(libraryOf([], collectProblems()).idOf('__proto__')).toBe(undefined);
  });

  test.each([
    [
      'aliases',
      `a: &a [x, x]\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}\n`,
    ],
    ['merge keys', 'a: &a {x: 1}\nb: {<<: *a}\n'],
    ['depth', `id: ${'['.repeat(5000)}`],
    ['closed depth', `id: ${'['.repeat(2000)}${']'.repeat(2000)}`],
    ['block depth', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
    ['tags', 'id: !!js/function "function(){}"\n'],
    ['many documents', '---\na: 1\n---\nb: 2\n'],
    ['length', `id: ${'x'.repeat(2_000_000)}\n`],
    [
      'many lines',
      `id: t\nkind: pay\nlines:\n${Array.from({ length: 5000 }, (_, i) => `  - {id: l${i}, kind: earning, category: bonus, formula: 1}`).join('\n')}\n`,
    ],
    [
      'many parameters',
      `id: t\nkind: pay\nparameters:\n${Array.from({ length: 5000 }, (_, i) => `  p${i}: 1`).join('\n')}\n`,
    ],
    [
      'many rows',
      `id: t\nkind: pay\nlines:\n  - {id: x, kind: earning, category: bonus, bands: {of: 销售额, table: [${'{to: 1, amount: 1}, '.repeat(9000)}{amount: 0}]}}\n`,
    ],
    [
      'many conditions',
      `id: t\nkind: pay\nlines:\n  - {id: x, kind: earning, category: bonus, formula: 1, when: [${'1 > 0, '.repeat(9000)}1 > 0]}\n`,
    ],
    [
      'many dates',
      `id: t\nkind: pay\ndefine:\n  a: {formula: {${Array.from({ length: 4000 }, (_, i) => `${String(i).padStart(4, '0')}-01: 1`).join(', ')}}}\n`,
    ],
  ])('are refused or read in no time: %s', (_, text) => {
    expect(processorSeconds(() => compileBook(text))).toBeLessThan(30);
  });

  test('a plan in which everything leans on everything compiles in no time', () => {
    const lines = Array.from({ length: 250 }, (_, i) => {
      const others = Array.from({ length: Math.min(i, 20) }, (__, j) => `line.l${i - j - 1}`);
      return `  - {id: l${i}, kind: earning, category: bonus, formula: '${['1', ...others].join(' + ')}'}`;
    });
    const text = `id: t\nkind: pay\nlines:\n${lines.join('\n')}\n`;
    expect(processorSeconds(() => compileBook(text))).toBeLessThan(20);
  });
});
