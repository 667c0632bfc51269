import { GRADES, INSURANCES, LEVELS, type Vocabulary, wordId } from '../../catalogue/vocabulary.js';
import { compare as compareNumbers, type Decimal, divide } from '../../lib/decimal.js';
import { measure, type Note, note, type Trace } from '../trace.js';
import {
  type Cause,
  type DisplayUnit,
  missing,
  numberValue,
  UNDEFINED,
  type Value,
  yesno,
} from '../value.js';
import type { Relation } from './syntax.js';

/** Numbers of operands, or the value that stands for all of them when one is not a number. */
export function numbersOf(values: readonly Value[]): readonly Decimal[] | Value {
  const numbers: Decimal[] = [];
  for (const value of values) if (value.kind === 'number') numbers.push(value.number);
  if (numbers.length === values.length) return numbers;
  return firstObstacle(values) ?? numbers;
}

/** A value of many members may miss something of each: nobody reads more causes than this at one line. */
const MAX_CAUSES = 50;

/** Missing beats undefined: what is to be supplied comes first. Each cause is kept once. */
export function firstObstacle(values: readonly Value[]): Value | undefined {
  let obstacle: Value | undefined;
  for (const value of values) {
    if (value.kind === 'missing') return missing(...causesOf(values));
    if (value.kind === 'undefined') obstacle = UNDEFINED;
    else if (value.kind === 'absent') obstacle ??= value;
  }
  return obstacle;
}

function causesOf(values: readonly Value[]): readonly Cause[] {
  const causes = new Map<string, Cause>();
  for (const value of values) {
    if (value.kind !== 'missing') continue;
    for (const cause of value.causes) {
      if (causes.size === MAX_CAUSES) return [...causes.values()];
      const { code, place, params } = cause;
      const key = JSON.stringify([code, place, params]);
      if (!causes.has(key)) causes.set(key, cause);
    }
  }
  return [...causes.values()];
}

/** What is not known among values: the causes of all of them; undefined when everything is known. */
export function unknownAmong(values: readonly Value[]): Value | undefined {
  return firstObstacle(values.filter(({ kind }) => kind === 'missing'));
}

export function arithmetic(operator: '+' | '-' | '*' | '/', left: Value, right: Value): Value {
  if (left.kind !== 'number' || right.kind !== 'number') {
    return firstObstacle([left, right]) ?? UNDEFINED;
  }
  const [a, b] = [left.number, right.number];
  switch (operator) {
    case '+':
      return numberValue(a.plus(b));
    case '-':
      return numberValue(a.minus(b));
    case '*':
      return numberValue(a.times(b));
    case '/':
      return b.isZero() ? UNDEFINED : numberValue(divide(a, b));
  }
}

/** Holds one value against another. */
export function compare(relation: Relation, left: Value, right: Value): Value {
  if (left.kind === 'number' && right.kind === 'number') {
    return yesno(holds(relation, compareNumbers(left.number, right.number)));
  }
  const obstacle = firstObstacle([left, right]);
  if (obstacle !== undefined) return obstacle;
  if (left.kind === 'date' && right.kind === 'date') {
    return yesno(holds(relation, left.day < right.day ? -1 : left.day > right.day ? 1 : 0));
  }
  const same = sameWord(left, right);
  return yesno(relation === '!=' ? !same : same);
}

function holds(relation: Relation, order: number): boolean {
  switch (relation) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
  }
}

const VOCABULARIES: readonly Vocabulary<string>[] = [LEVELS, INSURANCES, GRADES];

/** Words are the same in either language: 返现, cash and Cash. */
function sameWord(left: Value, right: Value): boolean {
  const isSame = VOCABULARIES.some((vocabulary) => {
    const id = idIn(vocabulary, left);
    return id !== undefined && id === idIn(vocabulary, right);
  });
  if (isSame || left.kind !== 'text' || right.kind !== 'text') return isSame;
  if (left.text === right.text) return true;
  const words = namesOf(left);
  return namesOf(right).some((word) => words.includes(word));
}

function idIn(vocabulary: Vocabulary<string>, value: Value): string | undefined {
  if (value.kind === 'text') return wordId(vocabulary, value.text);
  return value.kind === 'grade' && vocabulary === GRADES ? value.grade : undefined;
}

function namesOf({ text, title }: Extract<Value, { kind: 'text' }>): readonly string[] {
  return title === undefined ? [text] : [text, title.zh, title.en];
}

/** The sentence on a comparison of numbers: both sides, and how far off it was when it failed. */
export function comparisonNotes(
  relation: Relation,
  left: Trace,
  right: Trace,
  value: Value,
  unit: DisplayUnit,
): readonly Note[] {
  if (value.kind !== 'yesno') return [];
  if (left.value.kind !== 'number' || right.value.kind !== 'number') return [];
  const params = {
    left: measure(left.value.number, unit),
    right: measure(right.value.number, unit),
    relation: RELATION_SIGNS[relation],
  };
  if (value.yes) return [note('note.held', params, 'held')];
  const distance = measure(left.value.number.minus(right.value.number).abs(), unit);
  return [note('note.failed', { ...params, distance }, 'failed')];
}

const RELATION_SIGNS: Readonly<Record<Relation, string>> = {
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '=': '=',
  '!=': '≠',
};
