import { LEVELS, ROLES, wordId, wordTitle } from '../../catalogue/vocabulary.js';
import { parseYesNo } from '../../catalogue/yes-no.js';
import { parseDecimal } from '../../lib/decimal.js';
import { inAll, joined, phrase, sameInAll, type Title } from '../../lib/language.js';
import { likelyNumber } from '../../lib/likely-number.js';
import { type Month, parseMonth, quarterOf } from '../../lib/month.js';
import type { Place } from '../../lib/place.js';
import type { YamlPath, YamlValue } from '../../lib/yaml/node.js';
import type { ProblemArgument, ProblemParams } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import { title as wording } from '../../words/text.js';
import type { ParameterSpec, TABLE_KEYS } from '../books/schema.js';
import type { Env, Node } from '../values/node.js';
import type { Constant } from '../values/range.js';
import { literalStep, type Trace } from '../values/trace.js';
import { FLEXIBLE, type Type, typeOfSet, YESNO } from '../values/type.js';
import { withUnit } from '../values/unit-text.js';
import { type DisplayUnit, missing, numberValue, type Value, yesno } from '../values/value.js';

type TableKey = (typeof TABLE_KEYS)[number];

/** A value as it is written. */
interface Leaf {
  readonly kind: 'leaf';
  readonly value: Value;
  readonly text: string;
}

/** A parameter's values: one number or yes/no, dated ones, or a table by level, quarter, … of such. */
type Table =
  | Leaf
  | {
      readonly kind: 'dated';
      readonly entries: readonly { readonly from: Month; readonly table: Table }[];
    }
  | { readonly kind: 'by'; readonly key: TableKey; readonly rows: ReadonlyMap<string, Table> };

export interface ParameterSetting {
  /** `rulebook.parameter`, as `set` names it. */
  readonly key: string;
  readonly title: Title;
  readonly spec: ParameterSpec;
  /** What a plan or kpi.yaml sets, which goes before the book's own value. */
  readonly set: YamlValue | undefined;
  /** Reports a problem at a key inside the parameter, such as `['value', 'junior']` or `['min']`. */
  report<Code extends ProblemCode>(
    path: YamlPath,
    code: Code,
    ...params: ProblemArgument<Code>
  ): void;
  readonly place: Place;
}

/** Compiles a parameter's values. Undefined, with the problems reported, when they cannot be read. */
export function compileParameter(setting: ParameterSetting): Node | undefined {
  const { spec, set } = setting;
  const by = 'by' in spec ? (spec.by ?? []) : [];
  const unit: DisplayUnit = 'unit' in spec ? spec.unit : undefined;
  const value = set ?? ('value' in spec ? spec.value : undefined);
  const table = value === undefined ? undefined : readTable(value, by, ['value'], setting);
  if (value !== undefined && table === undefined) return undefined;
  const leaves = table === undefined ? [] : leavesIn(table);
  const type = typeOf(leaves, unit, setting);
  checkRange(leaves, setting);
  const display: DisplayUnit =
    unit ?? (leaves[0]?.text.endsWith('%') === true ? 'ratio' : undefined);
  // All agents share the one trace of a value.
  const traces = new Map(leaves.map((leaf) => [leaf, literalStep(leaf.value, display, leaf.text)]));
  return {
    type,
    unit: display,
    constants: constantsIn(leaves, setting),
    uses: [],
    inWords: () => (table === undefined ? wording('rule.not_set') : tableInWords(table, display)),
    evaluate(env): Trace {
      const found = table === undefined ? notSet(setting) : lookUp(table, env, setting);
      return found.kind === 'leaf'
        ? (traces.get(found) ?? literalStep(found.value, display, found.text))
        : literalStep(found, display);
    },
  };
}

function constantsIn(leaves: readonly Leaf[], { title, place }: ParameterSetting) {
  return leaves.flatMap(({ value }): Constant[] =>
    value.kind === 'number' ? [{ number: value.number, name: title, place }] : [],
  );
}

/** All values of a parameter are numbers, or all are yes or no. */
function typeOf(leaves: readonly Leaf[], unit: DisplayUnit, setting: ParameterSetting): Type {
  const [first] = leaves;
  for (const { value, text } of leaves) {
    const isOdd =
      value.kind !== first?.value.kind || (value.kind === 'yesno' && unit !== undefined);
    if (isOdd) setting.report(['value'], 'bad-parameter', wrongNumber(setting.key, text));
  }
  if (first?.value.kind === 'yesno') return YESNO;
  return unit === undefined ? FLEXIBLE : typeOfSet(unit);
}

/** What is said of a text that is no number: which one was likely meant, or how numbers are written. */
function wrongNumber(key: string, value: string): ProblemParams<'bad-parameter'> {
  return { key, value, meant: likelyNumber(value) ?? wording('number.written') };
}

function readLeaf(text: string): Leaf | undefined {
  const number = parseDecimal(text);
  const answer = parseYesNo(text);
  if (number !== undefined) return { kind: 'leaf', value: numberValue(number), text: text.trim() };
  return answer === undefined ? undefined : { kind: 'leaf', value: yesno(answer), text };
}

function readTable(
  value: YamlValue,
  by: readonly TableKey[],
  path: YamlPath,
  setting: ParameterSetting,
): Table | undefined {
  const { key: name } = setting;
  if (typeof value === 'string' || Array.isArray(value)) {
    const leaf = typeof value === 'string' ? readLeaf(value) : undefined;
    const shown = typeof value === 'string' ? value : '[…]';
    if (leaf === undefined) setting.report(path, 'bad-parameter', wrongNumber(name, shown));
    return leaf;
  }
  const entries = Object.entries(value);
  const months = entries.map(([key]) => parseMonth(key));
  if (entries.length > 0 && months.every((month) => month !== undefined)) {
    return datedTable(entries, by, path, setting);
  }
  const [key, ...rest] = by;
  if (key === undefined || entries.length === 0) {
    const keys = entries.map(([each]) => each).join(', ');
    setting.report(path, 'parameter-not-a-table', { key: name, keys });
    return undefined;
  }
  const rows = new Map<string, Table>();
  for (const [word, inner] of entries) {
    const id = rowId(key, word);
    if (id === undefined || rows.has(id)) {
      setting.report([...path, word], 'bad-table-key', { key: name, word, by: key });
      continue;
    }
    const table = readTable(inner, rest, [...path, word], setting);
    if (table !== undefined) rows.set(id, table);
  }
  return rows.size < entries.length ? undefined : { kind: 'by', key, rows };
}

function datedTable(
  entries: readonly (readonly [string, YamlValue])[],
  by: readonly TableKey[],
  path: YamlPath,
  setting: ParameterSetting,
): Table | undefined {
  const dated = entries.flatMap(([text, inner]) => {
    const from = parseMonth(text);
    const table = readTable(withoutSource(inner), by, [...path, text, 'value'], setting);
    return from === undefined || table === undefined ? [] : [{ from, table }];
  });
  dated.sort((a, b) => (a.from < b.from ? -1 : 1));
  return dated.length < entries.length ? undefined : { kind: 'dated', entries: dated };
}

/** A dated value may carry the document that it comes from: `{value: 1.3%, source: …}`. */
function withoutSource(value: YamlValue): YamlValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entry = value as { readonly value?: YamlValue };
  const others = Object.keys(entry).filter((key) => key !== 'value' && key !== 'source');
  return others.length === 0 && entry.value !== undefined ? entry.value : value;
}

function rowId(key: TableKey, word: string): string | undefined {
  if (key === 'level') return wordId(LEVELS, word);
  if (key === 'role') return wordId(ROLES, word) ?? word;
  if (key !== 'quarter') return word;
  const quarter = /^Q?([1-4])$/i.exec(word)?.[1];
  return quarter === undefined ? undefined : `Q${quarter}`;
}

/** The value that holds for an agent in a month, or why there is none. */
function lookUp(table: Table, env: Env, setting: ParameterSetting): Leaf | Value {
  switch (table.kind) {
    case 'leaf':
      return table;
    case 'dated': {
      const inForce = table.entries.findLast(({ from }) => from <= env.month);
      return inForce === undefined
        ? notInForce(env, setting, table.entries[0]?.from ?? '')
        : lookUp(inForce.table, env, setting);
    }
    case 'by': {
      const word = rowOf(table.key, env);
      if (typeof word !== 'string') return word;
      const row = table.rows.get(word);
      return row === undefined ? notSet(setting) : lookUp(row, env, setting);
    }
  }
}

function notSet({ key, title, place }: ParameterSetting): Value {
  return missing({ name: title, code: 'parameter-not-set', place, params: { key, title } });
}

function notInForce({ month }: Env, { title, place }: ParameterSetting, first: string): Value {
  return missing({ name: title, code: 'rule-not-in-force', place, params: { month, first } });
}

/** The row that an agent is in; or why that is not known. */
function rowOf(key: TableKey, env: Env): string | Value {
  if (key === 'quarter') return `Q${quarterOf(env.month)}`;
  const value = env.facts.roster(key);
  if (value.kind !== 'text') return value;
  return rowId(key, value.text) ?? value.text;
}

function checkRange(leaves: readonly Leaf[], setting: ParameterSetting): void {
  const outside = rangeOf(setting);
  for (const { value, text } of leaves) {
    const params = outside(value, text);
    if (params !== undefined) setting.report(['value'], 'parameter-out-of-range', params);
  }
}

/** The range in words; either end may be open. */
function rangeText(min: string, max: string): Title {
  if (max === '') return wording('range.least', { min });
  return min === '' ? wording('range.most', { max }) : wording('range.between', { min, max });
}

/** Gives what to say of a value that is outside of `min` and `max`; undefined of one that is within. */
function rangeOf({ key, spec, report }: Pick<ParameterSetting, 'key' | 'spec' | 'report'>) {
  // A bare value has no limits.
  const details = 'min' in spec || 'max' in spec ? spec : undefined;
  const limit = (name: 'min' | 'max') => {
    const text = name === 'min' ? details?.min : details?.max;
    const number = text === undefined ? undefined : parseDecimal(text);
    if (text !== undefined && number === undefined) {
      report([name], 'bad-parameter', wrongNumber(`${key}.${name}`, text));
    }
    return { text: text ?? '', number };
  };
  const [low, high] = [limit('min'), limit('max')];
  return (value: Value, text: string): ProblemParams<'parameter-out-of-range'> | undefined => {
    if (value.kind !== 'number') return undefined;
    const isLow = low.number?.greaterThan(value.number) === true;
    const isHigh = high.number?.lessThan(value.number) === true;
    return isLow || isHigh
      ? { key, value: text, range: rangeText(low.text, high.text) }
      : undefined;
  };
}

/** A parameter that is given by a formula: a value outside of `min` and `max` is a problem, as a set one is. */
export function withinRange(node: Node, setting: Omit<ParameterSetting, 'set'>): Node {
  const outside = rangeOf(setting);
  const { title, place } = setting;
  return {
    ...node,
    evaluate(env): Trace {
      const trace = node.evaluate(env);
      const { value } = trace;
      const params = outside(value, value.kind === 'number' ? value.number.toFixed() : '');
      if (params === undefined) return trace;
      const cause = { name: title, code: 'parameter-out-of-range', place, params } as const;
      return { ...trace, value: missing(cause) };
    },
  };
}

function leavesIn(table: Table): readonly Leaf[] {
  switch (table.kind) {
    case 'leaf':
      return [table];
    case 'dated':
      return table.entries.flatMap((entry) => leavesIn(entry.table));
    case 'by':
      return [...table.rows.values()].flatMap(leavesIn);
  }
}

function tableInWords(table: Table, unit: DisplayUnit): Title {
  switch (table.kind) {
    case 'leaf':
      return leafInWords(table, unit);
    case 'dated': {
      const dated = table.entries.map(
        (each) => phrase`${each.from}: ${tableInWords(each.table, unit)}`,
      );
      return joined(dated, sameInAll(', '));
    }
    case 'by': {
      const rows = [...table.rows].map(
        ([row, inner]) => phrase`${wordTitle(row) ?? row}: ${tableInWords(inner, unit)}`,
      );
      return joined(rows, sameInAll(', '));
    }
  }
}

/** A percentage is written with its sign; any other number stands with the parameter's unit. */
function leafInWords({ value, text }: Leaf, unit: DisplayUnit): Title {
  const isBare = value.kind === 'number' && !/[%％]$/.test(text);
  return inAll((language) => (isBare ? withUnit(text, unit, language) : text));
}
