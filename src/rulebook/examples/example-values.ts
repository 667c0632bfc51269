import { GRADES, type VocabularyWord, wordAmong, wordId } from '../../catalogue/vocabulary.js';
import { parseYesNo } from '../../catalogue/yes-no.js';
import { divide, parseDecimal } from '../../lib/decimal.js';
import { parseDay } from '../../lib/month.js';
import type { YamlValue } from '../../lib/yaml/yaml-node.js';
import type { Reference } from '../names/reference.js';
import type { Figure } from '../values/node.js';
import { missing, numberValue, UNDEFINED, type Value, yesno } from '../values/value.js';
import { givenState } from './example-words.js';

const QUOTIENT = /^\s*([\d.]+)\s*\/\s*([\d.]+)\s*$/;

/** A given value; `240/200` is a quotient whose numerator and denominator count in team figures. */
export function readFigure(
  yaml: YamlValue,
  reference: Reference,
  words: readonly VocabularyWord[] | undefined,
): Figure | undefined {
  const [, top = '', bottom = ''] = (typeof yaml === 'string' && QUOTIENT.exec(yaml)) || [];
  const [numerator, denominator] = [parseDecimal(top), parseDecimal(bottom)];
  if (numerator !== undefined && denominator !== undefined) {
    const value = denominator.isZero() ? UNDEFINED : numberValue(divide(numerator, denominator));
    return { value, numerator, denominator };
  }
  const value = readValue(yaml, reference, words);
  return value === undefined ? undefined : { value };
}

export function readValue(
  yaml: YamlValue,
  { type, title, kind }: Reference,
  words?: readonly VocabularyWord[],
): Value | undefined {
  if (typeof yaml !== 'string') return undefined;
  switch (givenState(yaml)) {
    case 'undefined':
      return UNDEFINED;
    case 'absent':
      return { kind: 'absent' };
    case 'missing':
      return missing({ name: title, code: 'no-history', place: {}, params: {} });
  }
  if (type.kind === 'yesno') {
    const answer = parseYesNo(yaml);
    return answer === undefined ? undefined : yesno(answer);
  }
  if (type.kind === 'date') {
    const day = parseDay(yaml);
    return day === undefined ? undefined : { kind: 'date', day };
  }
  const grade = kind === 'rating' ? wordId(GRADES, yaml) : undefined;
  if (grade !== undefined) return { kind: 'grade', grade };
  const number = parseDecimal(yaml);
  if (number !== undefined && type.kind !== 'text') return numberValue(number);
  if (type.kind !== 'text') return undefined;
  const word = wordAmong(words ?? [], yaml);
  return {
    kind: 'text',
    ...(word === undefined ? { text: yaml } : { text: word.id, title: word.title }),
  };
}
