import { GRADES, type VocabularyWord, wordAmong, wordId } from '../../catalogue/vocabulary.js';
import { compareDecimals, divide } from '../../lib/decimal.js';
import { sameInAll } from '../../lib/language.js';
import { nearNames, wrongName } from '../../words/known-names.js';
import { notesTexts } from '../../words/texts/notes.js';
import { firstObstacle } from '../values/obstacles.js';
import { measure, type Note, note, type Relation, type Trace } from '../values/trace.js';
import {
  type DisplayUnit,
  missing,
  numberValue,
  UNDEFINED,
  type Value,
  yesno,
} from '../values/value.js';

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
export function compareValues(relation: Relation, left: Value, right: Value): Value {
  if (left.kind === 'number' && right.kind === 'number') {
    return yesno(holds(relation, compareDecimals(left.number, right.number)));
  }
  const obstacle = firstObstacle([left, right]);
  if (obstacle !== undefined) return obstacle;
  if (left.kind === 'date' && right.kind === 'date') {
    return yesno(holds(relation, left.day < right.day ? -1 : left.day > right.day ? 1 : 0));
  }
  const same = sameWord(left, right);
  return yesno(relation === '!=' ? !same : same);
}

/** Holds two words of a field against each other: by their places where its words go from low to high. */
export function compareWords(
  relation: Relation,
  left: Value,
  right: Value,
  words: readonly VocabularyWord[],
): Value {
  const obstacle = firstObstacle([left, right]);
  if (obstacle !== undefined) return obstacle;
  const [a, b] = [left, right].map((value) => placeAmong(words, value));
  if (a !== undefined && b !== undefined) return yesno(holds(relation, a - b));
  if (relation === '=' || relation === '!=') return compareValues(relation, left, right);
  const level = [left, right].flatMap((side) => (side.kind === 'text' ? [side.text] : []));
  const unknown = level.find((text) => wordAmong(words, text) === undefined) ?? '';
  const { code, params } = wrongName('level', nearNames(unknown, words));
  const about = { level: unknown, ...params };
  return missing({ name: sameInAll(unknown), code, place: {}, params: about });
}

/** The place of a word among those of its field, from 0. */
function placeAmong(words: readonly VocabularyWord[], value: Value): number | undefined {
  const word = value.kind === 'text' ? wordAmong(words, value.text) : undefined;
  return word && words.indexOf(word);
}

/** Whether a relation holds between two things of which one is less (< 0), the same or more. */
export function holds(relation: Relation, order: number): boolean {
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

/** Words are the same in either language: 优, excellent and Excellent. */
function sameWord(left: Value, right: Value): boolean {
  const grade = gradeOf(left);
  if (grade !== undefined && grade === gradeOf(right)) return true;
  if (left.kind !== 'text' || right.kind !== 'text') return false;
  if (left.text === right.text) return true;
  const words = namesOf(left);
  return namesOf(right).some((word) => words.includes(word));
}

function gradeOf(value: Value): string | undefined {
  if (value.kind === 'text') return wordId(GRADES, value.text);
  return value.kind === 'grade' ? value.grade : undefined;
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
  if (value.yes) return [note(notesTexts['note.held'], params, 'held')];
  const distance = measure(left.value.number.minus(right.value.number).abs(), unit);
  return [note(notesTexts['note.failed'], { ...params, distance }, 'failed')];
}

/** Relations as in print. */
export const RELATION_SIGNS: Readonly<Record<Relation, string>> = {
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '=': '=',
  '!=': '≠',
};
