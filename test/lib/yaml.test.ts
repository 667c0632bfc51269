import { describe, expect, test } from 'vitest';
import type { YamlFile } from '../../src/lib/yaml/file.js';
import { collectProblems } from '../../src/words/problem.js';
import { readYaml } from '../../src/words/yaml/read-yaml.js';

/** Reads a file that must be in order. */
function read(text: string): YamlFile {
  const problems = collectProblems();
  const yaml = readYaml(text, 'book.yaml', problems);
  expect(problems.all).toEqual([]);
  if (yaml === undefined) throw new Error('not read');
  return yaml;
}

/** What is said about a file that is not. */
function refused(text: string) {
  const problems = collectProblems();
  expect(readYaml(text, 'book.yaml', problems)).toBeUndefined();
  return problems.all.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

/** The character of the file at a place, found by counting lines and characters. */
function characterAt(text: string, { line = 0, column = 0 }: { line?: number; column?: unknown }) {
  return text.split('\n')[line - 1]?.[Number(column) - 1];
}

const SHEET = `# A sheet
id: sheet
title: {zh: 售后, en: After sales}
items:
  - id: quality   # of the work
    full: 20
    grade: {of: rating.quality, 优: 20, 良: 15,
            中: 10, 差: 0}
  - 'it''s': "a # b"
lists:
- a
- - b
  - c
`;

test('numbers stay as they are written, and comments are no part of a value', () => {
  expect(read('rate: 1.10\n"on": no # really\nempty: {}\n').value).toEqual({
    rate: '1.10',
    on: 'no',
    empty: {},
  });
  expect(read(SHEET).value).toEqual({
    id: 'sheet',
    title: { zh: '售后', en: 'After sales' },
    items: [
      {
        id: 'quality',
        full: '20',
        grade: { of: 'rating.quality', 优: '20', 良: '15', 中: '10', 差: '0' },
      },
      { "it's": 'a # b' },
    ],
    lists: ['a', ['b', 'c']],
  });
});

test('every value and key has its line and column', () => {
  const yaml = read(SHEET);
  const file = 'book.yaml';
  expect(yaml.placeOf(['title', 'en'])).toEqual({ file, line: 3, column: 21 });
  expect(yaml.placeOf(['items', 0, 'full'])).toEqual({ file, line: 6, column: 11 });
  expect(yaml.placeOfKey(['items', 0, 'grade', '中'])).toEqual({ file, line: 8, column: 13 });
  expect(yaml.placeOf(['items', 1])).toEqual({ file, line: 9, column: 5 });
  expect(yaml.placeOf(['lists', 1, 1])).toEqual({ file, line: 13, column: 5 });
  // What is not there is at the nearest thing above it.
  expect(yaml.placeOf(['items', 0, 'grade', 'none', 'x'])).toEqual({ file, line: 7, column: 12 });
  expect(yaml.excerpt(yaml.placeOf(['items', 0, 'full']))).toBe('    full: 20\n          ^');
});

test('lines that end in carriage return and line feed are read the same', () => {
  const yaml = read(SHEET.replaceAll('\n', '\r\n'));
  expect(yaml.value).toEqual(read(SHEET).value);
  expect(yaml.placeOf(['items', 0, 'full'])).toMatchObject({ line: 6, column: 11 });
  expect(yaml.excerpt({ line: 6, column: 11 })).toBe('    full: 20\n          ^');
});

/** Each holds the wrong word `X`, in a scalar at `formula`. */
const WRITTEN = {
  plain: 'formula: a + X\n',
  'plain over lines': 'formula: a +\n  b\n\n  + c X\n',
  'single quotes': "formula: 'a ''b'' X'\n",
  'single quotes over lines': "formula: 'a\n  ''b''\n    X'\n",
  'double quotes': 'formula: "a X"\n',
  escapes: 'formula: "a \\"b\\" \\u00d7 \\x20 \\U0001F600 \\t\\\\ X"\n',
  'double quotes over lines': 'formula: "a \\\n  b\\n\n\n  c X"\n',
  'block of lines': 'formula: |\n  a +\n    b\n\n  + X\nother: 1\n',
  'folded block': 'formula: >-  # folded\n  a +\n  b\n\n    - c\n  + X\n',
  'block with its indent said': 'formula: |2\n    a\n   X\n',
} as const;

test.each(Object.entries(WRITTEN))('a character in %s has its line and column', (_, text) => {
  const yaml = read(text);
  const { formula = '' } = yaml.value as { readonly [key: string]: string };
  const place = yaml.placeInScalar(['formula'], formula.indexOf('X'));
  expect(characterAt(text, place)).toBe('X');
});

test.each(
  Object.entries(WRITTEN),
)('each visible character of %s is where the file has it', (_, text) => {
  const yaml = read(text);
  const { formula = '' } = yaml.value as { readonly [key: string]: string };
  for (const [offset, character] of [...formula.split('').entries()]) {
    if (!/[\w+-]/.test(character)) continue;
    expect(characterAt(text, yaml.placeInScalar(['formula'], offset))).toBe(character);
  }
});

test('the end of a formula is behind its last character, however it is written', () => {
  expect(read('formula: a +\n').placeInScalar(['formula'], 3)).toMatchObject({
    line: 1,
    column: 13,
  });
  expect(read('formula: "a +"\n').placeInScalar(['formula'], 3)).toMatchObject({ column: 14 });
  expect(read('formula: |\n  a\n  +\n').placeInScalar(['formula'], 3)).toMatchObject({
    line: 3,
    column: 4,
  });
});

describe('a slip is told once, where it is', () => {
  /** A book whose lines, counted from 1, are written otherwise. */
  function book(lines: Readonly<Record<number, string>>): string {
    const sound = ['id: x', 'lines:', '  - id: b', '    title: 奖', '    formula: 1', '  - id: c'];
    const whole = [...sound, '    title: 奖2', '    formula: 2'];
    return `${whole.map((line, at) => lines[at + 1] ?? line).join('\n')}\n`;
  }

  test.each([
    ['one column too far left', { 4: '   title: 奖' }, ['bad-yaml 4:4']],
    ['too far right', { 5: '      formula: 1' }, ['bad-yaml 5:7']],
    ['a key of the whole that is indented', { 2: ' lines:' }, ['bad-yaml 2:2']],
    ['a dash too far right', { 6: '   - id: c' }, ['bad-yaml 6:4']],
    ['a dash too far left', { 6: '- id: c' }, ['bad-yaml 6:1']],
    ['a key without its colon', { 4: '    title 奖' }, ['bad-yaml 4:5']],
    ['two colons', { 4: '    title: 奖: 金' }, ['bad-yaml 4:12']],
    ['an open quote', { 4: '    title: "奖' }, ['bad-yaml 4:12']],
    ['an open brace', { 4: '    title: {zh: 奖' }, ['bad-yaml 4:12']],
    ['tabs', { 4: '\ttitle: 奖', 7: '\ttitle: 奖2' }, ['bad-yaml 4:1']],
    ['a value that begins with >', { 5: '    when: >= 80' }, ['bad-yaml 5:11']],
    ['a colon without a space', { 4: '    title:奖' }, ['bad-yaml 4:11']],
    ['full-width commas', { 6: '  - {id: c， full: 5， of: a}', 7: '', 8: '' }, ['bad-yaml 6:11']],
    ['a full-width space', { 4: '　　title: 奖' }, ['bad-yaml 4:1']],
    [
      'two slips of habit, each',
      { 4: '    title:奖', 5: '    when: > 80' },
      ['bad-yaml 4:11', 'bad-yaml 5:11'],
    ],
    [
      'two slips, each',
      { 4: '    title: 奖: 金', 7: '    title: {zh: 奖2' },
      ['bad-yaml 4:12', 'bad-yaml 7:12'],
    ],
  ])('%s', (_, lines, problems) => {
    expect(refused(book(lines))).toEqual(problems);
  });
});

test('a key that stands twice is refused at its second place, in flow and block maps alike', () => {
  expect(refused('a: 1\nb: 2\na: 3\n')).toEqual(['duplicate-key 3:1']);
  expect(refused('m: {a: 1, b: 2, a: 3}\n')).toEqual(['duplicate-key 1:17']);
  expect(refused('a: 1\n"a": 3\n')).toEqual(['duplicate-key 2:1']);
});

test('aliases, deep nesting and what is no YAML are refused at their place', () => {
  expect(refused('a: &x [1]\nb: *x\n')).toEqual(['yaml-alias 1:7', 'yaml-alias 2:4']);
  expect(refused('a: [1\nb: 2\n')[0]).toMatch(/^bad-yaml/);
  expect(refused('a: 1\n---\nb: 2\n')).toEqual(['bad-yaml 2:1']);
  expect(refused(`a: ${'['.repeat(41)}${']'.repeat(41)}`)).toEqual(['yaml-too-deep 1:44']);
  expect(read(`a: ${'['.repeat(40)}${']'.repeat(40)}`).placeOf(['a', 0])).toMatchObject({
    column: 5,
  });
});

test('nesting without end is refused and does not bring the program down', () => {
  for (const text of ['['.repeat(500_000), '- '.repeat(300_000), '{a: '.repeat(200_000)]) {
    expect(refused(text)).toHaveLength(1);
    expect(refused(text)[0]).toMatch(/^yaml-too-deep/);
  }
});

describe('a full-width colon after a key', () => {
  const BOOK =
    'id：book\nkind：pay\nparameters：\n  rate：{value：1%, unit：ratio}\nlines：\n  - id：a\n';

  test('is said once, however much it makes wrong', () => {
    expect(refused(BOOK.replace('pay\n', 'pay\ntitle: x\n'))).toEqual(['full-width-colon 1:3']);
    expect(refused(BOOK.replace('id：', 'id: '))).toEqual(['full-width-colon 2:5']);
    expect(refused('id: book\nlines:\n  - title: x\n    id：a\n    kind: 奖金：y\n')).toEqual([
      'full-width-colon 4:7',
    ]);
  });

  test('is not blamed for another fault, and may stand in a text', () => {
    expect(refused('title: "奖金：月\nid: a\n')).toEqual(['bad-yaml 1:8']);
    expect(refused('notes: |\n  第一：底薪\nid: {a: 1\n')).toEqual(['bad-yaml 3:5']);
    expect(read('title: 奖金：月\nlist: [甲：乙]\nquoted: "键：值"\n').value).toEqual({
      title: '奖金：月',
      list: ['甲：乙'],
      quoted: '键：值',
    });
  });
});

describe('a file of 100 kB in which everything is wrong', () => {
  const long = (part: string) => part.repeat(Math.ceil(100_000 / part.length));

  test.each([
    ['full-width colons', `${long('k0：1\n')}a: 1\n`, /^full-width-colon/],
    ['stars', long('*a\n'), /^bad-yaml/],
    ['tabs', long('\ta: 1\n'), /^bad-yaml/],
    ['open brackets on lines of their own', long('a: [\n'), /^bad-yaml/],
    ['open brackets with texts', long('a: [1, 2\nb: {c: "d\n- e\n'), /^bad-yaml/],
    ['closing brackets', long(']'), /^bad-yaml/],
    ['full-width commas', `{${long('，')}`, /^bad-yaml/],
    ['numbers with commas', `[${long('1,')}]`, /^bad-yaml/],
    ['parentheses within brackets', `[${long('(0, ')}]`, /^bad-yaml/],
    ['one key again and again', `{${long('a: 1, ')}}`, /^bad-yaml/],
  ])('is refused: %s', (_, text, fault) => {
    expect(refused(text)[0]).toMatch(fault);
  });
});

test('a key that copying would lose in silence is refused wherever it stands', () => {
  expect(refused('a: {__proto__: {x: 1}}\n')).toEqual(['bad-yaml 1:5']);
  expect(refused('__proto__: 1\n')).toEqual(['bad-yaml 1:1']);
  expect(read('a: __proto__\nconstructor: 1\n').value).toEqual({
    a: '__proto__',
    constructor: '1',
  });
});

test('more keys or items in one place than people write are refused', () => {
  const items = (count: number) => `a: [${Array.from({ length: count }, () => 'x').join(', ')}]\n`;
  expect(refused(items(2001))).toEqual(['bad-yaml 1:4']);
  expect(read(items(2000)).value).toMatchObject({ a: expect.any(Array) });
});
