import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rulebookJsonSchema } from '../../src/rulebook/books/json-schema.js';
import { readRulebook } from '../../src/rulebook/books/rulebook.js';
import { MECHANISMS } from '../../src/rulebook/mechanisms/index.js';
import { shippedRules } from '../../src/shop/shipped-rules.js';
import { collectProblems } from '../../src/words/problem.js';
import { kpi } from '../setup/program.js';

const ROOT = join(import.meta.dirname, '../..');
const COPIES = ['rules/rulebook.schema.json', 'fixtures/starter/rules/rulebook.schema.json'];
const SHIPPED = readdirSync(join(ROOT, 'rules'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.yaml'),
);

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(rulebookJsonSchema());

/** Whether an editor takes a rulebook: it reads numbers and booleans, where the program reads text. */
function editorTakes(text: string): boolean {
  return validate(parse(text));
}

/** Whether the program takes a rulebook's shape; whether its formulas mean anything is asked later. */
function readerTakes(text: string): boolean {
  return readRulebook(text, 'book.yaml', false, collectProblems())?.leftOut === '';
}

/** The keys and definitions of a schema that say nothing of themselves, nor what they are a reference to. */
function unexplained(name: string, part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([word, value]) => {
    if (word !== 'properties' && word !== '$defs') return unexplained(name, value);
    return Object.entries(value as Readonly<Record<string, object>>).flatMap(([key, each]) => [
      ...('description' in each || '$ref' in each ? [] : [`${name}.${key}`]),
      ...unexplained(`${name}.${key}`, each),
    ]);
  });
}

describe('kpi rules schema', () => {
  test.each(COPIES)('%s is what the command prints', async (file) => {
    const { code, out, err } = await kpi(['rules', 'schema']);
    expect([code, err]).toEqual([0, '']);
    const hint = `write it anew: kpi rules schema -o ${file}`;
    expect(readFileSync(join(ROOT, file), 'utf8') === out, hint).toBe(true);
  });

  test('only writes JSON', async () => {
    expect((await kpi(['rules', 'schema', '-o', 'schema.yaml'])).code).toBe(2);
    expect((await kpi(['rules', 'schema', '--format', 'csv'])).code).toBe(2);
  });

  test('has a help page in both languages', async () => {
    expect((await kpi(['rules', 'schema', '--help'])).out).toContain('yaml-language-server');
    const { out } = await kpi(['rules', 'schema', '--help', '--lang', 'en']);
    expect(out).toContain('print the JSON Schema of rulebook files');
  });

  test('is no rulebook', () => {
    expect(shippedRules().ids.filter((id) => id.includes('schema'))).toEqual([]);
  });
});

describe('an editor', () => {
  test.each(SHIPPED)('takes rules/%s, whose first line names the schema', (file) => {
    const text = readFileSync(join(ROOT, 'rules', file), 'utf8');
    const up = '../'.repeat(file.split(/[\\/]/).length - 1);
    expect(text.split('\n', 1)).toEqual([
      `# yaml-language-server: $schema=${up}rulebook.schema.json`,
    ]);
    expect(editorTakes(text), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each([
    ['numbers and percentages', 'formula: 300'],
    ['a percentage', 'formula: 1.1%'],
    ['dated values', 'formula: {2026-01: 1.1%, 2026-07: 2}'],
    ['dated values with a source', 'formula: {2026-01: {value: 1.1, source: 合同}}'],
    ['yes and no', 'bands: {of: 销售额, marginal: true, table: [{rate: 1%}]}'],
    ['one condition', 'formula: 1\n    when: 销售额 > 0'],
    ['several conditions', 'formula: 1\n    when: [销售额 > 0, 全勤]'],
    ['0 for what is missing', 'formula: 1\n    missing: 0'],
    ['a word for what is missing', 'formula: 1\n    undefined: full'],
    ['a title in two languages', 'formula: 1\n    title: {zh: 提成, en: Commission}'],
    ['a title that is a number', 'formula: 1\n    title: 2026'],
    [
      'rungs of both kinds',
      'per: {of: 迟到, ladder: [10, {amount: 0, raise: dismissal, text: x}]}',
    ],
  ])('takes %s, as the program does', (_, entry) => {
    const text = `id: x\nkind: pay\nlines:\n  - id: a\n    kind: earning\n    ${entry}\n`;
    expect(readerTakes(text)).toBe(true);
    expect(editorTakes(text), JSON.stringify(validate.errors)).toBe(true);
  });

  test('takes names in capitals, as the program does', () => {
    const text = 'id: x\nkind: pay\nparameters: {Rate: 1, 提成B: {value: yes}}\n';
    expect([readerTakes(text), editorTakes(text)]).toEqual([true, true]);
  });

  test.each([
    ['no id', 'kind: pay'],
    ['no kind', 'id: x'],
    ['a kind that does not exist', 'id: x\nkind: payment'],
    ['an id in capitals', 'id: X\nkind: pay'],
    ['an unknown key', 'id: x\nkind: pay\nline: []'],
    ['a key of another kind', 'id: x\nkind: scorecard\nlines: []'],
    ['a parameter whose name is no name', 'id: x\nkind: pay\nparameters: {a b: 1}'],
    ['an unknown unit', 'id: x\nkind: pay\nparameters: {a: {value: 1, unit: yuans}}'],
    ['a parameter by something unknown', 'id: x\nkind: pay\nparameters: {a: {by: age}}'],
    ['a notice of no level', 'id: x\nkind: notices\nnotices: [{id: a, text: b}]'],
    [
      'a notice that is said twice',
      'id: x\nkind: notices\nnotices: [{id: a, level: info, text: b, once: 2}]',
    ],
    ['a title without Chinese', 'id: x\nkind: pay\ntitle: {en: b}'],
    ['a plan whose books are no list', 'id: x\nkind: plan\npay: base_flat'],
    ['a plan that divides its team by age', 'id: x\nkind: plan\nteam_by: age'],
    ['an example without expectation', 'id: x\nkind: pay\nexamples: [{given: {a: 1}}]'],
  ])('refuses %s, as the program does', (_, text) => {
    expect([readerTakes(text), editorTakes(text)]).toEqual([false, false]);
  });

  test.each([
    ['an unknown category', 'kind: earning\n    category: bonuses'],
    ['an unknown kind of line', 'kind: income'],
    ['an unknown mechanism', 'kind: earning\n    band: {of: 1}'],
    ['a mechanism without its figure', 'kind: earning\n    target: {target: 60%}'],
    ['an unknown key in a mechanism', 'kind: earning\n    target: {of: 1, target: 2, caps: 3}'],
    ['an unknown key in a row', 'kind: earning\n    bands: {of: 1, table: [{upto: 3, amount: 1}]}'],
    ['a table without rows', 'kind: earning\n    bands: {of: 1, table: []}'],
    ['a month that no year has', 'kind: earning\n    formula: {2026-13: 1}'],
    ['a formula that is a list', 'kind: earning\n    formula: [1, 2]'],
    ['an unknown word for what is missing', 'kind: earning\n    missing: none'],
    ['a direction that there is not', 'kind: earning\n    rank: {by: 1, ladder: [1], better: up}'],
    ['a part without weight', 'kind: earning\n    weighted: [{id: b, formula: 1}]'],
    ['a part of parts', 'kind: earning\n    weighted: [{id: b, weight: 1, weighted: []}]'],
  ])('refuses a line with %s, as the program does', (_, entry) => {
    const text = `id: x\nkind: pay\nlines:\n  - id: a\n    ${entry}\n`;
    expect([readerTakes(text), editorTakes(text)]).toEqual([false, false]);
  });

  test('is told what every key and definition means, in both languages', () => {
    const text = JSON.stringify(rulebookJsonSchema());
    expect(text).toContain('"description":"满分 / what it is worth in full"');
    expect(text).toContain('"description":"按名次 / by place"');
    expect(text).not.toContain('__schema');
    expect(unexplained('', rulebookJsonSchema())).toEqual([]);
  });

  test('is told of a mechanism on an entry what that mechanism says', () => {
    const { $defs } = rulebookJsonSchema() as { $defs: Record<string, object> };
    const bare = Object.fromEntries(
      MECHANISMS.map(({ id }) => [id, { $ref: `#/$defs/${id}` }] as const),
    );
    expect($defs.item).toMatchObject({ properties: bare });
    const { properties } = $defs.item as { properties: Record<string, object> };
    expect([properties.given, properties.target]).toEqual([bare.given, bare.target]);
  });
});
