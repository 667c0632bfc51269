import { LEVELS, wordId } from '../catalogue/vocabulary.js';
import { type Decimal, parseDecimal } from '../lib/decimal.js';
import type { Title } from '../lib/language.js';
import { type Month, parseMonth, quarterOf } from '../lib/month.js';
import type { Place, ProblemCode, ProblemParams } from '../lib/problem.js';
import type { YamlValue } from '../lib/yaml.js';
import type { Env, Node } from './node.js';
import type { ParameterSpec, TABLE_KEYS } from './schema.js';
import type { Trace } from './trace.js';
import { FLEXIBLE, typeOfUnit } from './type.js';
import { type DisplayUnit, missing, numberValue, type Value } from './value.js';

type TableKey = (typeof TABLE_KEYS)[number];

/** A parameter's values: one number, dated ones, or a table by level, quarter, … of such. */
type Table =
  | { readonly kind: 'number'; readonly number: Decimal; readonly text: string }
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
  report(code: ProblemCode, params?: ProblemParams): void;
  readonly place: Place;
}

/** Compiles a parameter's values. Undefined, with the problems reported, when they cannot be read. */
export function compileParameter(setting: ParameterSetting): Node | undefined {
  const { spec, set } = setting;
  const details = 'title' in spec || 'unit' in spec || 'by' in spec ? spec : undefined;
  const by = details?.by ?? [];
  const value = set ?? ('value' in spec ? spec.value : undefined);
  const unit: DisplayUnit = details?.unit;
  const table = value === undefined ? undefined : readTable(value, by, setting);
  if (value !== undefined && table === undefined) return undefined;
  if (table !== undefined) checkRange(table, setting);
  const display =
    unit ?? (table !== undefined && firstText(table).endsWith('%') ? 'ratio' : undefined);
  return {
    type: unit === undefined ? FLEXIBLE : typeOfUnit(unit),
    unit: display,
    uses: [],
    print: () => (table === undefined ? '?' : printTable(table)),
    evaluate(env): Trace {
      const found = table === undefined ? undefined : lookUp(table, env);
      const result: Value =
        found === undefined
          ? missing({
              name: setting.title,
              code: 'parameter-not-set',
              place: setting.place,
              params: { key: setting.key, title: setting.title },
            })
          : numberValue(found.number);
      const text = found?.text;
      return {
        step: 'literal',
        value: result,
        unit: display,
        ...(text === undefined ? {} : { text }),
        parts: [],
        notes: [],
      };
    },
  };
}

function readTable(
  value: YamlValue,
  by: readonly TableKey[],
  setting: ParameterSetting,
): Table | undefined {
  if (typeof value === 'string') {
    const number = parseDecimal(value);
    if (number !== undefined) return { kind: 'number', number, text: value.trim() };
    setting.report('bad-parameter', { key: setting.key, value });
    return undefined;
  }
  if (Array.isArray(value)) {
    setting.report('bad-parameter', { key: setting.key, value: '[…]' });
    return undefined;
  }
  const entries = Object.entries(value);
  const months = entries.map(([key]) => parseMonth(key));
  if (entries.length > 0 && months.every((month) => month !== undefined)) {
    return datedTable(entries, by, setting);
  }
  const [key, ...rest] = by;
  if (key === undefined) {
    const keys = entries.map(([each]) => each).join(', ');
    setting.report('parameter-not-a-table', { key: setting.key, keys });
    return undefined;
  }
  const rows = new Map<string, Table>();
  for (const [word, inner] of entries) {
    const id = rowId(key, word);
    if (id === undefined) {
      setting.report('bad-table-key', { key: setting.key, word, by: key });
      continue;
    }
    const table = readTable(inner, rest, setting);
    if (table !== undefined) rows.set(id, table);
  }
  return rows.size < entries.length ? undefined : { kind: 'by', key, rows };
}

function datedTable(
  entries: readonly (readonly [string, YamlValue])[],
  by: readonly TableKey[],
  setting: ParameterSetting,
): Table | undefined {
  const dated = entries.flatMap(([text, inner]) => {
    const from = parseMonth(text);
    const table = readTable(withoutSource(inner), by, setting);
    return from === undefined || table === undefined ? [] : [{ from, table }];
  });
  dated.sort((a, b) => (a.from < b.from ? -1 : 1));
  return dated.length < entries.length ? undefined : { kind: 'dated', entries: dated };
}

/** A dated value may carry the document that it comes from: `{value: 1.3%, source: …}`. */
function withoutSource(value: YamlValue): YamlValue {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const entry = value as Readonly<Record<string, YamlValue>>;
  const inner = entry['value'];
  return inner !== undefined && 'source' in entry ? inner : value;
}

function rowId(key: TableKey, word: string): string | undefined {
  if (key === 'level') return wordId(LEVELS, word);
  if (key !== 'quarter') return word;
  const quarter = /^Q?([1-4])$/i.exec(word)?.[1];
  return quarter === undefined ? undefined : `Q${quarter}`;
}

function lookUp(table: Table, env: Env): { number: Decimal; text: string } | undefined {
  switch (table.kind) {
    case 'number':
      return table;
    case 'dated': {
      const inForce = table.entries.findLast(({ from }) => from <= env.month);
      return inForce === undefined ? undefined : lookUp(inForce.table, env);
    }
    case 'by': {
      const row = table.rows.get(rowOf(table.key, env) ?? '');
      return row === undefined ? undefined : lookUp(row, env);
    }
  }
}

function rowOf(key: TableKey, env: Env): string | undefined {
  if (key === 'quarter') return `Q${quarterOf(env.month)}`;
  const value = env.facts.roster(key);
  return value.kind === 'text' ? value.text : undefined;
}

function checkRange(table: Table, setting: ParameterSetting): void {
  const { spec } = setting;
  const limit = (text: string | undefined) => (text === undefined ? undefined : parseDecimal(text));
  const low = limit('min' in spec ? spec.min : undefined);
  const high = limit('max' in spec ? spec.max : undefined);
  for (const { number, text } of numbersIn(table)) {
    if (low?.greaterThan(number) === true || high?.lessThan(number) === true) {
      setting.report('parameter-out-of-range', {
        key: setting.key,
        value: text,
        min: ('min' in spec ? spec.min : undefined) ?? '',
        max: ('max' in spec ? spec.max : undefined) ?? '',
      });
    }
  }
}

function numbersIn(table: Table): readonly { number: Decimal; text: string }[] {
  switch (table.kind) {
    case 'number':
      return [table];
    case 'dated':
      return table.entries.flatMap((entry) => numbersIn(entry.table));
    case 'by':
      return [...table.rows.values()].flatMap(numbersIn);
  }
}

function firstText(table: Table): string {
  return numbersIn(table)[0]?.text ?? '';
}

function printTable(table: Table): string {
  switch (table.kind) {
    case 'number':
      return table.text;
    case 'dated':
      return table.entries.map((entry) => `${entry.from}: ${printTable(entry.table)}`).join(', ');
    case 'by':
      return [...table.rows].map(([row, inner]) => `${row}: ${printTable(inner)}`).join(', ');
  }
}
