import { GRADES, INSURANCES, LEVELS, type Vocabulary, wordId } from '../../catalogue/vocabulary.js';
import { compareDecimals, divide } from '../../lib/decimal.js';
import { notesTexts } from '../../words/texts/notes.js';
import { firstObstacle } from '../values/obstacles.js';
import { measure, type Note, note, type Relation, type Trace } from '../values/trace.js';
import { type DisplayUnit, numberValue, UNDEFINED, type Value, yesno } from '../values/value.js';

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
