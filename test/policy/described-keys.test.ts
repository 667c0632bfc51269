import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { aloneParts, NOTHING_DECLARED } from '../../src/policy/plan-parts.js';
import type { Library } from '../../src/rulebook/books/library.js';
import type { Rulebook } from '../../src/rulebook/books/rulebook.js';
import type { ShippedRulebooks } from '../../src/rulebook/books/rulebook-files.js';
import { compilePlan } from '../../src/rulebook/plan/compile-plan.js';
import { describeBook, describeCalendar, describePlan } from '../../src/rulebook/plan/describe.js';
import { shippedRules } from '../../src/shop/shipped-rules.js';
import { collectProblems, errorsOf, type Problems } from '../../src/words/problem.js';
import { libraryOf } from '../setup/books.js';

/*
 * `rules show` says what decides: whatever is taken out of a rulebook or changed in it, the text must change.
 * Every key of the schema that editors have is tried where a rulebook has it.
 */

type Yaml = string | readonly Yaml[] | { readonly [key: string]: Yaml };

interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly const?: string;
}

const SCHEMA: Schema & { readonly $defs: Readonly<Record<string, Schema>> } = JSON.parse(
  readFileSync(new URL('../../rules/rulebook.schema.json', import.meta.url), 'utf8'),
);

/** Keys of which nothing need be said, and why. */
const UNSAID: Readonly<Record<string, string>> = {
  'book.examples': 'they decide nothing: they show what the rules come to',
  'example.*': 'they decide nothing: they show what the rules come to',
  '*.id': 'titles are said; ids are for other rulebooks',
  'title.*': 'a title is tried as a whole',
  'statutory_line.*': 'these keys are a pay line’s, and said as that says them',
  'book.kind': 'another kind is another rulebook',
  'parameter.list': 'a value that is no list of categories is another value',
  'bands.interpolate':
    'its rows make no plain table: it cannot be changed without them (described.test.ts)',
};

function nameOf(ref: string): string {
  return ref.replace('#/$defs/', '');
}

function definition(ref: string): Schema {
  return SCHEMA.$defs[nameOf(ref)] ?? {};
}

/** A key of the schema where a rulebook has it. */
interface Occurrence {
  /** `per.ladder`: the kind of thing, and the key. */
  readonly key: string;
  readonly path: readonly (string | number)[];
  readonly schema: Schema;
  readonly isRequired: boolean;
}

function* occurrences(
  value: Yaml,
  schema: Schema,
  of: string,
  path: readonly (string | number)[] = [],
): Generator<Occurrence> {
  const { $ref } = schema;
  if ($ref !== undefined) {
    yield* occurrences(value, definition($ref), nameOf($ref), path);
    return;
  }
  for (const option of schema.anyOf ?? schema.oneOf ?? []) {
    if (fits(value, option)) yield* occurrences(value, option, of, path);
  }
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) {
      yield* occurrences(each, schema.items ?? {}, of, [...path, index]);
    }
  } else if (typeof value === 'object') {
    for (const [key, each] of Object.entries(value)) {
      const own = schema.properties?.[key];
      const at = [...path, key];
      if (own !== undefined) {
        const isRequired = schema.required?.includes(key) === true;
        yield { key: `${of}.${key}`, path: at, schema: own, isRequired };
      }
      const { additionalProperties: other } = schema;
      const inner = own ?? (typeof other === 'object' ? other : {});
      yield* occurrences(each, inner, of, at);
    }
  }
}

function fits(value: Yaml, schema: Schema): boolean {
  const { $ref } = schema;
  if ($ref !== undefined) return fits(value, definition($ref));
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return options.some((option) => fits(value, option));
  if (typeof value === 'string')
    return schema.properties === undefined && schema.items === undefined;
  if (Array.isArray(value)) return schema.items !== undefined;
  if (schema.properties === undefined) return typeof schema.additionalProperties === 'object';
  return Object.keys(value).every((key) => Object.hasOwn(schema.properties ?? {}, key));
}

/** The keys of the schema in their English form: `.zh` are the same in Chinese. */
function keysOfSchema(): readonly string[] {
  const found = new Set<string>();
  const visit = (schema: Schema, of: string): void => {
    for (const option of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) visit(option, of);
    if (schema.items !== undefined) visit(schema.items, of);
    if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, of);
    for (const [key, own] of Object.entries(schema.properties ?? {})) {
      if (/[^a-z_]/.test(key)) continue;
      if (!isStructure(own)) found.add(`${of}.${key}`);
      visit(own, of);
    }
  };
  for (const [name, schema] of Object.entries(SCHEMA.$defs)) {
    if (!name.endsWith('.zh')) visit(schema, name);
  }
  for (const book of SCHEMA.oneOf ?? []) visit(book, 'book');
  return [...found].filter((key) => !isUnsaid(key)).sort();
}

function isUnsaid(key: string): boolean {
  const [of, name] = key.split('.');
  return [key, `${of}.*`, `*.${name}`].some((each) => Object.hasOwn(UNSAID, each));
}

/** A text of the tests' own, with what no example has. */
const RARE = `
id: rare
kind: pay
title: 少见的
source: 第 1 条
notes: 试行
settings: [memo]
ratings: {manner: 态度}
events: {late_reply: 回复慢}
parameters:
  each: {title: 单价, value: {2026-01: 2, 2026-07: {value: 3, source: 七月通知}}, unit: yuan, min: 1, max: 9, source: 第 2 条, notes: 试行}
  rate: {title: 提成点, by: level, unit: ratio}
  share: {title: 比例, formula: 迟到 ÷ 100}
  keeps: {title: 保留, list: categories, value: [base, bonus]}
define:
  days_off: {title: 休息, unit: days, formula: 请假天数}
  large: {title: 大单, metric: sales, where: {shop: 一店, status: 交易成功, amount: '>= 500', item: 杯子, category: 餐具}}
lines:
  - {id: warned, title: 提醒, kind: notice, level: warning, text: 迟到了, when: 迟到 > 3, source: 第 3 条, notes: 只说一次}
  - {id: spread, title: 直线, kind: earning, category: bonus, undefined: 0, missing: 0, round: 1 yuan half up, prorate: attendance, formula: {2026-01: 销售额 ÷ 接待人数, 2026-07: {value: 销售额 ÷ 咨询人数, source: 七月通知}}}
  - {id: pieces, title: 计件, kind: earning, category: base, outside_minimum_wage: true, formula: 接待人数 × 单价}
  - {id: taken, title: 扣, kind: deduction, category: fine, off: bonus, per: {of: 事项.回复慢, amount: 单价, beyond: 2}}
adjust:
  - {id: forfeited, title: 作废, when: 迟到 > 5, lines: [spread, pieces], factor: 50%, source: 第 4 条}
  - {title: 只发底薪, when: 迟到 > 9, keep: [base], factor: 0%}
  - {title: 提成减半, when: 迟到 > 8, categories: [commission, base], keep: keeps, factor: 50%}
notices:
  - {id: meeting, title: 开会, level: info, text: 开会, when: 迟到 > 1, warning_when: 迟到 > 2, once: shop, sign: [店长], missing: absent, instead_of: [warned], source: 第 5 条}
`;

const RATED = `
id: rated
kind: scorecard
title: 打分的
total: 100
ratings: {manner: 态度, other: 别的}
items:
  - {id: graded, title: 等级, full: 40, notes: 试行, source: 第 6 条, grade: {of: rating.manner, 优: 40, 良: 20, 中: 10, 差: 0}}
  - {id: given, title: 打分, full: 20, given: {of: rating.manner, from: 0, to: 20}}
  - {id: parted, title: 加权, full: 40, weighted: [{id: one, title: 一, weight: 20, formula: 60%}, {id: two, title: 二, weight: 20, target: {of: 回复率, target: 90%}}]}
additions: [{id: more, title: 加, per: {of: 表扬, points: 1}}, {id: most, title: 再加, per: {of: 表扬, points: 2}}]
deductions: [{id: less, title: 减, per: {of: 投诉, points: 1}}, {id: least, title: 再减, per: {of: 投诉, points: 2}}]
`;

const BASED = `
id: based
kind: pay
title: 在上面加
extends: rare
lines: [{id: more, title: 多一项, kind: earning, category: bonus, formula: 10}]
`;

const EXTENDING = `
id: extending
kind: pay
extends: rare
remove: [taken]
`;

const PLAN = `
id: shop_plan
kind: plan
title: 方案
roles: [presales]
scores: [presales_weighted]
pay: [suggestions, top_seller]
notices: [levels]
team_by: shift
set: {top_seller.amount: 500}
`;

const SHIPPED = shippedRules();
const NONE: ShippedRulebooks = { ids: [], examples: [], read: () => undefined };

/** A rulebook's text, and those that must be there beside it. */
interface Sample {
  readonly text: string;
  readonly beside?: readonly string[];
  readonly shipped?: ShippedRulebooks;
}

/** What the YAML of examples and of cases has, as far as it makes rulebooks. */
interface Written {
  readonly examples?: readonly { readonly book: string }[];
  readonly good?: readonly GoodCase[];
}

interface GoodCase {
  readonly line?: object;
  readonly item?: object;
  readonly full?: string;
  readonly book?: object;
}

function yamlFiles(folder: string): readonly Written[] {
  const url = new URL(`../../${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parse(readFileSync(new URL(file, url), 'utf8'), { schema: 'failsafe' }));
}

function bookOfCase({ line, item, full = '20', book = {} }: GoodCase): string {
  const scored = { kind: 'scorecard', total: full, items: [{ id: 'x', full, ...item }] };
  const paid = { kind: 'pay', lines: [{ id: 'x', kind: 'earning', category: 'bonus', ...line }] };
  return stringify({ id: 't', ...(line === undefined ? scored : paid), ...book });
}

/** A parameter that is another book's, which has two: one of them is among the values that are tried. */
const LENT = `
id: lent
kind: pay
parameters: {p: {of: rating.first, title: 借来的}}
lines:
  - {id: x, kind: earning, category: bonus, formula: p}
`;
const LENDING = `
id: rating
kind: pay
parameters: {first: {value: 5, unit: yuan}, other: {value: 7, unit: yuan}}
lines:
  - {id: y, kind: earning, category: bonus, formula: first + other}
`;

/** Small books of examples and cases first, which are soon compiled. */
function samples(): readonly Sample[] {
  const examples = yamlFiles('docs/mechanisms').flatMap(({ examples = [] }) => examples);
  const cases = yamlFiles('test/rulebook/mechanisms').flatMap(({ good = [] }) => good);
  return [
    { text: RARE },
    { text: RATED },
    { text: BASED, beside: [RARE] },
    { text: EXTENDING, beside: [RARE] },
    { text: LENT, beside: [LENDING] },
    { text: PLAN, shipped: SHIPPED },
    { text: SHIPPED.read('calendar')?.text ?? '' },
    ...examples.map(({ book }) => ({ text: book })),
    ...cases.map((each) => ({ text: bookOfCase(each) })),
  ];
}

/** What `rules show` says of a rulebook; undefined when it is wrong. */
function shown(book: Yaml, { beside = [], shipped = NONE }: Sample): string | undefined {
  const problems = collectProblems();
  const library = libraryOf([stringify(book), ...beside], problems, shipped);
  const [id = ''] = library.own;
  const rulebook = library.get(id);
  const description = rulebook && described(rulebook, library, problems);
  if (description === undefined || errorsOf(problems.all).length > 0) return undefined;
  const { text: _yaml, ...words } = description;
  return JSON.stringify(words);
}

function described(rulebook: Rulebook, library: Library, problems: Problems) {
  if (rulebook.kind === 'plan') return describePlan(rulebook, (id) => library.get(id));
  if (rulebook.kind === 'calendar') return describeCalendar(rulebook);
  const plan = compilePlan(aloneParts(rulebook, library, NOTHING_DECLARED), problems);
  return plan && describeBook(rulebook, plan);
}

type Path = readonly (string | number)[];

function valueAt(value: Yaml, [step, ...rest]: Path): Yaml {
  if (step === undefined || typeof value === 'string') return value;
  return valueAt((value as Readonly<Record<string, Yaml>>)[step] ?? '', rest);
}

/** The rulebook with another value at a place, or without any. */
function changed(value: Yaml, [step, ...rest]: Path, to: Yaml | undefined): Yaml {
  if (Array.isArray(value)) {
    return value.map((each, at) => (at === step ? changed(each, rest, to) : each));
  }
  const entries = Object.entries(value as Readonly<Record<string, Yaml>>);
  return Object.fromEntries(
    entries.flatMap(([key, each]) => {
      if (key !== step) return [[key, each]];
      const other = rest.length === 0 ? to : changed(each, rest, to);
      return other === undefined ? [] : [[key, other]];
    }),
  );
}

/** Other values that may stand in a key's place. */
function otherValues(value: Yaml, schema: Schema): readonly Yaml[] {
  if (schema.$ref === '#/$defs/title') {
    return typeof value === 'string'
      ? [{ zh: value, en: 'else' }]
      : [{ ...(value as object), en: 'else' }];
  }
  if (Array.isArray(value)) return value.length > 1 ? [value.slice(1)] : [];
  if (typeof value !== 'string') return [];
  const words = wordsOf(schema).filter((word) => word !== value);
  if (words.length > 0) return words;
  const number = Number(value.replace(/%$/, ''));
  const numbers = Number.isNaN(number)
    ? []
    : [number + 1, number / 2].map((other) => value.replace(/^[^%]*/, String(other)));
  return [
    ...numbers,
    'rating.other',
    'items',
    '< 500',
    `${value} + 1`,
    `(${value}) × 2`,
    `${value}又`,
  ];
}

function wordsOf({ $ref, enum: words = [], anyOf = [] }: Schema): readonly string[] {
  return $ref === undefined ? [...words, ...anyOf.flatMap(wordsOf)] : wordsOf(definition($ref));
}

/** Whether a key holds nothing but other keys, each of which is tried by itself. */
function isStructure(schema: Schema): boolean {
  if (schema.$ref !== undefined) {
    return schema.$ref !== '#/$defs/title' && isStructure(definition(schema.$ref));
  }
  const options = schema.anyOf ?? schema.oneOf;
  if (options !== undefined) return options.every(isStructure);
  if (schema.items !== undefined) return isStructure(schema.items);
  return schema.properties !== undefined || typeof schema.additionalProperties === 'object';
}

/** What came of the keys that were tried. */
interface Tried {
  readonly said: Set<string>;
  readonly unsaid: Set<string>;
}

function tryKeys(): Tried {
  const tried: Tried = { said: new Set(), unsaid: new Set() };
  for (const sample of samples()) {
    const book: Yaml = parse(sample.text, { schema: 'failsafe' });
    const open = [...occurrences(book, SCHEMA, 'book')].filter(({ key }) => !isUnsaid(key));
    const isNew = open.some(({ key }) => !tried.said.has(key));
    const original = isNew ? shown(book, sample) : undefined;
    if (original === undefined) continue;
    for (const each of open) tryKey(each, book, sample, original, tried);
  }
  return tried;
}

function tryKey(
  { key, path, schema, isRequired }: Occurrence,
  book: Yaml,
  sample: Sample,
  original: string,
  { said, unsaid }: Tried,
): void {
  const values = otherValues(valueAt(book, path), schema);
  for (const value of isRequired ? values : [undefined, ...values]) {
    if (said.has(key)) return;
    const now = shown(changed(book, path, value), sample);
    if (now !== undefined) (now === original ? unsaid : said).add(key);
  }
}

test('whatever is taken out of a rulebook or changed in it, rules show says otherwise', () => {
  const { said, unsaid } = tryKeys();
  const keys = keysOfSchema().filter((key) => !said.has(key));
  expect(
    keys.filter((key) => unsaid.has(key)),
    'keys that are not said',
  ).toEqual([]);
  expect(
    keys.filter((key) => !unsaid.has(key)),
    'keys that no rulebook here has',
  ).toEqual([]);
}, 300_000);
