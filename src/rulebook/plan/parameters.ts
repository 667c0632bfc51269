import { placeTitle } from '../../catalogue/vocabulary.js';
import { parseDecimal } from '../../lib/decimal.js';
import { phrase, sameInAll, type Title } from '../../lib/language.js';
import { type Month, quarterOf } from '../../lib/month.js';
import type { Place } from '../../lib/place.js';
import type { Nameable } from '../../words/known-names.js';
import { listedTitles } from '../../words/lists.js';
import type { ProblemParams } from '../../words/problem.js';
import { title as wording } from '../../words/text.js';
import { notesTexts } from '../../words/texts/notes.js';
import type { ParameterSpec, TableKey } from '../books/parameter-schema.js';
import type { Env, Node } from '../values/node.js';
import type { Constant } from '../values/range.js';
import { literalStep, note, type Trace } from '../values/trace.js';
import { FLEXIBLE, TEXT, type Type, typeOfSet, YESNO } from '../values/type.js';
import { type Cause, type DisplayUnit, missing, type Value } from '../values/value.js';
import {
  checkLevels,
  type Leaf,
  leavesIn,
  mergedTables,
  type ParameterTable,
  readTable,
  rowId,
  type TableSetting,
  tableInWords,
  wrongNumber,
} from './parameter-table.js';

export interface ParameterSetting extends TableSetting {
  readonly title: Title;
  readonly spec: ParameterSpec;
  readonly place: Place;
  /** Where changes of its values are published, by place; undefined for what is no law. */
  readonly published?: ReadonlyMap<string, Title> | undefined;
}

/** Compiles a parameter's values. Undefined, with the problems reported, when they cannot be read. */
export function compileParameter(setting: ParameterSetting): Node | undefined {
  const { spec, set, levels } = setting;
  const by = 'by' in spec ? (spec.by ?? []) : [];
  const unit: DisplayUnit = 'unit' in spec ? spec.unit : undefined;
  const own = 'value' in spec ? spec.value : undefined;
  const value = set ?? own;
  const choices = choicesOf(spec);
  const asked = choices === undefined ? setting : { ...setting, choices };
  const read = value === undefined ? undefined : readTable(value, by, ['value'], asked);
  if (value !== undefined && read === undefined) return undefined;
  // What is set of some places leaves the others; the book's own table has been checked with the book.
  const isAdded = set !== undefined && own !== undefined && by[0] === 'place';
  const base = isAdded ? readTable(own, by, ['value'], quietly(asked)) : undefined;
  const table = base !== undefined && read !== undefined ? mergedTables(base, read) : read;
  if (table !== undefined) checkLevels(table, setting);
  const leaves = table === undefined ? [] : leavesIn(table);
  const type = choices === undefined ? typeOf(leaves, unit, setting) : TEXT;
  checkRange(leaves, setting);
  const display: DisplayUnit =
    unit ?? (leaves[0]?.text.endsWith('%') === true ? 'ratio' : undefined);
  // All agents share the one trace of a value.
  const traces = new Map(leaves.map((leaf) => [leaf, leafTrace(leaf, display, setting)]));
  return {
    type,
    unit: display,
    ...(by[0] === 'place' && { isByPlace: true as const }),
    constants: constantsIn(leaves, setting),
    uses: [],
    inWords: () =>
      table === undefined ? wording('rule.not_set') : tableInWords(table, display, levels),
    evaluate(env): Trace {
      const found = table === undefined ? missing(notSet(setting)) : lookUp(table, env, setting);
      return found.kind === 'leaf'
        ? (traces.get(found) ?? leafTrace(found, display, setting))
        : literalStep(found, display);
    },
  };
}

/** A value as it is written; of the law with the notice that it comes from. */
function leafTrace(leaf: Leaf, unit: DisplayUnit, { published }: ParameterSetting): Trace {
  const { value, text, source } = leaf;
  const step = literalStep(value, unit, text);
  if (published === undefined || source === undefined) return step;
  return { ...step, notes: () => [note(notesTexts['note.value_from'], { source })] };
}

/** The words of which a parameter is one, each with what it means. */
function choicesOf(spec: ParameterSpec): readonly Nameable[] | undefined {
  const choices = 'choices' in spec ? spec.choices : undefined;
  return (
    choices && Object.entries(choices).map(([id, title]) => ({ id, title: title ?? sameInAll(id) }))
  );
}

function quietly(setting: ParameterSetting): ParameterSetting {
  return { ...setting, set: undefined, report: () => {} };
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

/** The value that holds for an agent in a month, or why there is none. */
function lookUp(
  table: ParameterTable,
  env: Env,
  setting: ParameterSetting,
  since: Month = env.month,
): Leaf | Value {
  const { title: name, place } = setting;
  switch (table.kind) {
    case 'leaf':
      return table;
    case 'unknown': {
      const params = { name, since };
      return notKnown({ name, code: 'value-unknown', place, params }, since, env, setting);
    }
    case 'dated': {
      const inForce = table.entries.findLast(({ from }) => from <= env.month);
      if (inForce !== undefined) return lookUp(inForce.table, env, setting, inForce.from);
      const params = { month: env.month, first: table.entries[0]?.from ?? '' };
      return notKnown({ name, code: 'rule-not-in-force', place, params }, since, env, setting);
    }
    case 'by': {
      const word = rowOf(table.key, env, setting);
      if (typeof word !== 'string') return word;
      const row = table.rows.get(word);
      if (row !== undefined) return lookUp(row, env, setting, since);
      const ofNone = table.rows.size === 0;
      return notKnown(
        ofNone ? notSet(setting) : withoutRow(word, table.key, setting),
        since,
        env,
        setting,
      );
    }
  }
}

/** What no shop can do without saying; the parameter's notes may say where it is said best. */
function notSet({ key, title, place, spec }: ParameterSetting): Cause {
  const notes = ('notes' in spec ? spec.notes : undefined) ?? [];
  const note = notes.length === 0 ? '' : phrase`${NOTE_BEGINS}${listedTitles('sentences', notes)}`;
  return { name: title, code: 'parameter-not-set', place, params: { key, title, note } };
}

/** A table has values, and none for this level, shift, … */
function withoutRow(word: string, by: TableKey, setting: ParameterSetting): Cause {
  const { key, title, place, levels } = setting;
  const level = by === 'level' ? levels.find(({ id }) => id === word) : undefined;
  const row = level?.title ?? (by === 'place' ? placeTitle(word) : sameInAll(word));
  return { name: title, code: 'row-not-set', place, params: { key, title, row } };
}

const NOTE_BEGINS: Title = { zh: '；', en: '; ' };

/** Why nothing is known that holds; of the law what would say it. */
function notKnown(cause: Cause, since: Month, env: Env, setting: ParameterSetting): Value {
  return setting.published === undefined ? missing(cause) : unknownLaw(setting, env, since);
}

/** What the law says of a month is not known: where it is published, and the line that would say it. */
function unknownLaw(setting: ParameterSetting, env: Env, since: Month): Value {
  const { key, title, place, published } = setting;
  const isByPlace = 'by' in setting.spec && setting.spec.by?.[0] === 'place';
  const where = isByPlace ? rowOf('place', env, setting) : '';
  if (typeof where !== 'string') return where;
  const dated = `{${since}: …}`;
  const params = {
    title,
    of: isByPlace ? placeTitle(where) : wording('statutory.everywhere'),
    since,
    published: published?.get(where) ?? wording('statutory.published'),
    set: `${key}: ${isByPlace ? `{${where}: ${dated}}` : dated}`,
  };
  return missing({ name: title, code: 'statutory-unknown', place, params });
}

/** The row that an agent is in; or why that is not known. */
function rowOf(key: TableKey, env: Env, setting: ParameterSetting): string | Value {
  if (key === 'quarter') return `Q${quarterOf(env.month)}`;
  const value = env.facts.roster(key);
  if (value.kind !== 'text') return value;
  return rowId(key, value.text, setting) ?? value.text;
}

function checkRange(leaves: readonly Leaf[], setting: ParameterSetting): void {
  const outside = rangeOf(setting);
  for (const { value, text } of leaves) {
    const params = outside(value, text);
    if (params !== undefined) setting.report(['value'], 'parameter-out-of-range', params);
  }
}

/** The range in words; either end may be open. */
export function rangeInWords(min: string, max: string): Title {
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
      ? { key, value: text, range: rangeInWords(low.text, high.text) }
      : undefined;
  };
}

/** A parameter that is given by a formula: a value outside of `min` and `max` is a problem, as a set one is. */
export function withinRange(node: Node, setting: Omit<ParameterSetting, 'set' | 'levels'>): Node {
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
