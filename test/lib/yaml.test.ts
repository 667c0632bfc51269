import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { collectProblems } from '../../src/lib/problem.js';
import { readYaml, type YamlFile } from '../../src/lib/yaml.js';
import { readFullYaml } from '../../src/lib/yaml-full.js';
import { readSimpleYaml } from '../../src/lib/yaml-simple.js';

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

test('a key that stands twice is refused at its second place, in flow and block maps alike', () => {
  expect(refused('a: 1\nb: 2\na: 3\n')).toEqual(['duplicate-key 3:1']);
  expect(refused('m: {a: 1, b: 2, a: 3}\n')).toEqual(['duplicate-key 1:17']);
  expect(refused('a: 1\n"a": 3\n')).toEqual(['duplicate-key 2:1']);
});

test('aliases, deep nesting and what is no YAML are refused at their place', () => {
  expect(refused('a: &x [1]\nb: *x\n')).toEqual(['yaml-alias 2:4']);
  expect(refused('a: [1\nb: 2\n')[0]).toMatch(/^bad-yaml/);
  expect(refused(`a: ${'['.repeat(41)}${']'.repeat(41)}`)).toEqual(['yaml-too-deep 1:44']);
  expect(read(`a: ${'['.repeat(40)}${']'.repeat(40)}`).placeOf(['a', 0])).toMatchObject({
    column: 5,
  });
});

test('nesting without end is refused and does not bring the program down', () => {
  for (const text of ['['.repeat(500_000), '- '.repeat(300_000), '{a: '.repeat(200_000)]) {
    expect(refused(text)[0]).toMatch(/^yaml-too-deep/);
  }
});

/** Processor seconds, so that what else the machine does is not in it. */
function seconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

test('a map of many keys takes time in proportion to them', () => {
  const keys = Array.from({ length: 20_000 }, (_, index) => `key_${index}: value ${index}`);
  const block = keys.join('\n');
  // The escape is for the full parser to read.
  const full = `"\\x61": 1\n${block}`;
  const flow = `{"\\x61": 1, ${keys.join(', ')}}`;
  for (const text of [block, full, flow]) {
    // It was 9 s as long as each key was held against all before it.
    expect(seconds(() => read(text))).toBeLessThan(4);
  }
});

/** Both readers: what the simple one takes, the full one must read as the very same nodes. */
function compare(text: string): 'same' | 'left to the full one' {
  const simple = readSimpleYaml(text);
  if (simple === undefined) return 'left to the full one';
  const wrong: string[] = [];
  const full = readFullYaml(text, (start, code) => wrong.push(`${code} ${start}`));
  expect({ text, wrong, node: full }).toEqual({ text, wrong: [], node: simple });
  return 'same';
}

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'b c',
    '5%',
    '1.10',
    '-3',
    "it's",
    '优',
    'x: y',
    'a #b',
    'a#b',
    '[',
    '{',
    '',
    ' ',
  ),
  fc.constantFrom(
    '- ',
    '-',
    '?',
    ':',
    'a:',
    ':a',
    'null',
    '~',
    '\u3000',
    '@',
    '|',
    '>',
    '%',
    '&a',
    '*a',
  ),
  fc.string({ maxLength: 8 }),
);
const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4 }),
  ),
})).value;

test('the quick reader reads what the full one writes', () => {
  let same = 0;
  fc.assert(
    fc.property(tree, fc.boolean(), fc.integer({ min: 1, max: 3 }), (value, isFlow, indent) => {
      const options = { indent, collectionStyle: isFlow ? ('flow' as const) : ('any' as const) };
      if (compare(stringify(value, options)) === 'same') same++;
    }),
    { numRuns: 2000 },
  );
  expect(same).toBeGreaterThan(300);
});

const SIGNS = ['\n', ' ', '  ', ': ', ':', '- ', '-', ',', '{', '}', '[', ']', '#', ' #', "'", '"'];
const MORE = [
  '\n\n',
  '\r\n',
  '\n  ',
  '\n- ',
  '\n    - ',
  'a',
  'b: c',
  '优',
  '!',
  '&',
  '|\n',
  '\t',
  '?',
  '',
];

test('whatever is changed in a file, the quick reader never reads it otherwise than the full one', () => {
  const change = fc.record({
    at: fc.nat({ max: SHEET.length }),
    cut: fc.nat({ max: 4 }),
    put: fc.constantFrom(...SIGNS, ...MORE),
  });
  let same = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const text = changes.reduce(
        (before, { at, cut, put }) => before.slice(0, at) + put + before.slice(at + cut),
        SHEET,
      );
      if (compare(text) === 'same') same++;
    }),
    { numRuns: 6000 },
  );
  expect(same).toBeGreaterThan(300);
});

test('whatever signs follow one another, the quick reader never reads them otherwise', () => {
  const piece = fc.constantFrom(...SIGNS, ...MORE);
  let same = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      if (compare(pieces.join('')) === 'same') same++;
    }),
    { numRuns: 10_000 },
  );
  expect(same).toBeGreaterThan(100);
});
