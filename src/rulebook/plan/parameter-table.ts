import {
  placeId,
  placeTitle,
  ROLES,
  SHIPPED_LEVELS,
  type VocabularyWord,
  wordAmong,
  wordId,
  wordTitle,
} from '../../catalogue/vocabulary.js';
import { parseYesNo } from '../../catalogue/yes-no.js';
import { parseDecimal } from '../../lib/decimal.js';
import { inAll, joined, phrase, sameInAll, type Title } from '../../lib/language.js';
import { likelyNumber } from '../../lib/likely-number.js';
import { type Month, parseMonth } from '../../lib/month.js';
import type { YamlPath, YamlValue } from '../../lib/yaml/yaml-node.js';
import {
  byId,
  type Nameable,
  nearestWords,
  nearNames,
  wrongName,
} from '../../words/known-names.js';
import { listedTitles } from '../../words/lists.js';
import type { ProblemArgument, ProblemParams } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import { title as wording } from '../../words/text.js';
import type { TableKey } from '../books/parameter-schema.js';
import { withSource } from '../formula/dated-formula.js';
import { isUnknown } from '../formula/expr.js';
import { withUnit } from '../values/unit-text.js';
import { type DisplayUnit, numberValue, type Value, yesno } from '../values/value.js';

/** A value as it is written, with the document that it comes from. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly value: Value;
  readonly text: string;
  readonly source: string | undefined;
}

/** A parameter's values: one number or yes/no, dated ones, or a table by level, quarter, … of such. */
export type ParameterTable =
  | Leaf
  /** `unknown`: what holds is not known, as after the last month that a notice covers. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'dated';
      readonly entries: readonly { readonly from: Month; readonly table: ParameterTable }[];
    }
  | {
      readonly kind: 'by';
      readonly key: TableKey;
      readonly rows: ReadonlyMap<string, ParameterTable>;
    };

/** What a table is read for. */
export interface TableSetting {
  /** `rulebook.parameter`, as `set` names it. */
  readonly key: string;
  /** What a plan or kpi.yaml sets, which goes before the book's own value. */
  readonly set: YamlValue | undefined;
  /** From low to high. */
  readonly levels: readonly VocabularyWord[];
  /** The words of which the value is one; left out: it is a number, or yes or no. */
  readonly choices?: readonly Nameable[];
  /** Reports a problem at a key inside the parameter, such as `['value', 'junior']` or `['min']`. */
  report<Code extends ProblemCode>(
    path: YamlPath,
    code: Code,
    ...params: ProblemArgument<Code>
  ): void;
}

/** Reads the values of a parameter; undefined, with the problems reported, when they cannot be read. */
export function readTable(
  value: YamlValue,
  by: readonly TableKey[],
  path: YamlPath,
  setting: TableSetting,
  from?: string,
): ParameterTable | undefined {
  const { key: name } = setting;
  const { inner: written, source } = withoutSource(value);
  if (written !== value) return readTable(written, by, [...path, 'value'], setting, source);
  if (typeof value === 'string' && isUnknown(value)) return { kind: 'unknown' };
  if (typeof value === 'string' || Array.isArray(value)) {
    const { choices } = setting;
    const written = typeof value === 'string' ? value : undefined;
    if (choices !== undefined) return readChoice(written, choices, path, setting, from);
    const leaf = written === undefined ? undefined : readLeaf(written, from);
    if (leaf === undefined) {
      setting.report(path, 'bad-parameter', wrongNumber(name, written ?? NO_WORD));
    }
    return leaf;
  }
  const entries = Object.entries(value);
  const months = entries.map(([key]) => parseMonth(key));
  if (entries.length > 0 && months.every((month) => month !== undefined)) {
    return datedTable(entries, by, path, setting, from);
  }
  return tableBy(entries, by, path, setting, from);
}

function tableBy(
  entries: readonly (readonly [string, YamlValue])[],
  [key, ...rest]: readonly TableKey[],
  path: YamlPath,
  setting: TableSetting,
  source: string | undefined,
): ParameterTable | undefined {
  if (key === undefined || entries.length === 0) {
    const keys = entries.map(([each]) => each).join(', ');
    setting.report(path, 'parameter-not-a-table', { key: setting.key, keys });
    return undefined;
  }
  const rows = new Map<string, ParameterTable>();
  for (const [word, inner] of entries) {
    const id = rowId(key, word, setting);
    if (id === undefined || rows.has(id)) {
      reportKey(key, word, [...path, word], setting);
      continue;
    }
    const table = readTable(inner, rest, [...path, word], setting, source);
    if (table !== undefined) rows.set(id, table);
  }
  return rows.size < entries.length ? undefined : { kind: 'by', key, rows };
}

const QUARTERS = byId(['Q1', 'Q2', 'Q3', 'Q4']);

function reportKey(key: TableKey, word: string, path: YamlPath, setting: TableSetting): void {
  const id = rowId(key, word, setting);
  if (id !== undefined) {
    setting.report(path, 'duplicate-key', { message: `${word} = ${id}` });
    return;
  }
  if (key !== 'level') {
    const known = nearestWords(word, QUARTERS);
    setting.report(path, 'bad-table-key', { key: setting.key, word, known });
    return;
  }
  const { code, params } = wrongName('level', nearNames(word, setting.levels));
  setting.report(path, code, { ...params, level: word });
}

function datedTable(
  entries: readonly (readonly [string, YamlValue])[],
  by: readonly TableKey[],
  path: YamlPath,
  setting: TableSetting,
  source: string | undefined,
): ParameterTable | undefined {
  const dated = entries.flatMap(([text, inner]) => {
    const from = parseMonth(text);
    const table = readTable(inner, by, [...path, text], setting, source);
    return from === undefined || table === undefined ? [] : [{ from, table }];
  });
  dated.sort((a, b) => (a.from < b.from ? -1 : 1));
  return dated.length < entries.length ? undefined : { kind: 'dated', entries: dated };
}

/** A value may carry the document that it comes from: `{value: 1.3%, source: …}`. */
function withoutSource(value: YamlValue): {
  readonly inner: YamlValue;
  readonly source?: string;
} {
  if (typeof value === 'string' || Array.isArray(value)) return { inner: value };
  const entries = Object.entries(value);
  const isSourced = entries.every(([key]) => VALUE_KEYS.has(key) || SOURCE_KEYS.has(key));
  const inner = isSourced ? entries.find(([key]) => VALUE_KEYS.has(key))?.[1] : undefined;
  const source = entries.find(([key]) => SOURCE_KEYS.has(key))?.[1];
  if (inner === undefined) return { inner: value };
  return { inner, ...(typeof source === 'string' ? { source } : {}) };
}

const VALUE_KEYS: ReadonlySet<string> = new Set(['value', '值']);
const SOURCE_KEYS: ReadonlySet<string> = new Set(['source', '依据']);

/** The id of a row of a table: a level, a role, a quarter, …; undefined when there is none of that name. */
export function rowId(
  key: TableKey,
  word: string,
  { levels, set }: Pick<TableSetting, 'levels' | 'set'>,
): string | undefined {
  if (key === 'level') {
    // A rulebook may have been written for the levels that ship, whatever those of the shop are.
    const known = set === undefined ? [...levels, ...SHIPPED_LEVELS] : levels;
    return wordAmong(known, word)?.id;
  }
  if (key === 'role') return wordId(ROLES, word) ?? word;
  if (key === 'place') return placeId(word);
  if (key !== 'quarter') return word;
  const quarter = /^Q?([1-4])$/i.exec(word)?.[1];
  return quarter === undefined ? undefined : `Q${quarter}`;
}

function readLeaf(text: string, source: string | undefined): Leaf | undefined {
  const number = parseDecimal(text);
  const answer = parseYesNo(text);
  if (number !== undefined) {
    return { kind: 'leaf', value: numberValue(number), text: text.trim(), source };
  }
  return answer === undefined ? undefined : { kind: 'leaf', value: yesno(answer), text, source };
}

/** What is shown of a list where a single word belongs. */
const NO_WORD = '[…]';

function readChoice(
  text = NO_WORD,
  choices: readonly Nameable[],
  path: YamlPath,
  { key, report }: TableSetting,
  source: string | undefined,
): Leaf | undefined {
  const choice = wordAmong(choices, text);
  if (choice === undefined) {
    report(path, 'bad-choice', { key, value: text, known: nearestWords(text, choices) });
    return undefined;
  }
  const { id, title } = choice;
  return { kind: 'leaf', value: { kind: 'text', text: id, title }, text: id, source };
}

/** What is said of a text that is no number: which one was likely meant, or how numbers are written. */
export function wrongNumber(key: string, value: string): ProblemParams<'bad-parameter'> {
  return { key, value, meant: likelyNumber(value) ?? wording('number.written') };
}

/** Tells of levels of the shop's own of which a table that names any of them says nothing. */
export function checkLevels(table: ParameterTable, setting: TableSetting): void {
  const { key, levels } = setting;
  if (levels === SHIPPED_LEVELS) return;
  for (const rows of rowsByLevel(table)) {
    const lacking = levels.filter(({ id }) => !rows.has(id));
    if (lacking.length === 0 || lacking.length === levels.length) continue;
    const params = {
      key,
      levels: listedTitles(
        'names',
        lacking.map(({ title }) => title),
      ),
    };
    setting.report(['value'], 'level-without-row', params);
    return;
  }
}

/** The rows of each table by level within a table. */
function rowsByLevel(table: ParameterTable): readonly ReadonlyMap<string, ParameterTable>[] {
  if (table.kind === 'leaf' || table.kind === 'unknown') return [];
  if (table.kind === 'dated') return table.entries.flatMap((each) => rowsByLevel(each.table));
  const inner = [...table.rows.values()].flatMap(rowsByLevel);
  return table.key === 'level' ? [table.rows, ...inner] : inner;
}

export function leavesIn(table: ParameterTable): readonly Leaf[] {
  switch (table.kind) {
    case 'leaf':
      return [table];
    case 'unknown':
      return [];
    case 'dated':
      return table.entries.flatMap((entry) => leavesIn(entry.table));
    case 'by':
      return [...table.rows.values()].flatMap(leavesIn);
  }
}

/** A parameter's values in words. */
export function tableInWords(
  table: ParameterTable,
  unit: DisplayUnit,
  levels: readonly VocabularyWord[],
): Title {
  switch (table.kind) {
    case 'leaf':
      return leafInWords(table, unit);
    case 'unknown':
      return wording('rule.unknown');
    case 'dated': {
      const dated = table.entries.map(
        (each) => phrase`${each.from}: ${tableInWords(each.table, unit, levels)}`,
      );
      return joined(dated, sameInAll(', '));
    }
    case 'by': {
      const rows = [...table.rows].map(
        ([row, inner]) =>
          phrase`${rowTitle(table.key, row, levels)}: ${tableInWords(inner, unit, levels)}`,
      );
      return joined(rows, sameInAll(', '));
    }
  }
}

/**
 * The tables that a shop's own says of some places only: those and their dates take the place of the
 * rulebook's, and everything else stays.
 */
export function mergedTables(base: ParameterTable, own: ParameterTable): ParameterTable {
  if (base.kind === 'by' && own.kind === 'by' && base.key === own.key) {
    const rows = new Map(base.rows);
    for (const [row, table] of own.rows) {
      const before = rows.get(row);
      rows.set(row, before === undefined ? table : mergedTables(before, table));
    }
    return { ...base, rows };
  }
  if (base.kind === 'dated' && own.kind === 'dated') {
    const replaced = new Set(own.entries.map(({ from }) => from));
    const entries = [...base.entries.filter(({ from }) => !replaced.has(from)), ...own.entries];
    return { kind: 'dated', entries: entries.toSorted((a, b) => (a.from < b.from ? -1 : 1)) };
  }
  return own;
}

function rowTitle(key: TableKey, row: string, levels: readonly VocabularyWord[]): Title | string {
  if (key === 'place') return placeTitle(row);
  const level = key === 'level' ? wordAmong(levels, row)?.title : undefined;
  return level ?? wordTitle(row) ?? row;
}

/** A percentage is written with its sign; any other number stands with the parameter's unit. */
function leafInWords({ value, text, source }: Leaf, unit: DisplayUnit): Title {
  const isBare = value.kind === 'number' && !/[%％]$/.test(text);
  const words =
    value.kind === 'text'
      ? (value.title ?? sameInAll(text))
      : inAll((language) => (isBare ? withUnit(text, unit, language) : text));
  return withSource(words, source);
}
