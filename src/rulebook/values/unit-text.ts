import { type Decimal, plain } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import { text } from '../../words/text.js';
import type { DisplayUnit } from './value.js';

/** Digits with their unit. Points go without: the sentence says what they are. */
export function withUnit(digits: string, unit: DisplayUnit, language: Language): string {
  const isBare = unit === undefined || unit === 'points' || unit === 'ratio' || unit === 'count';
  return isBare ? digits : text(language, `unit.${unit}`, { n: digits });
}

/** A figure in a sentence, where two decimals are enough: `72.5%`, `3 人次`. */
export function figureInSentence(number: Decimal, unit: DisplayUnit, language: Language): string {
  if (unit === 'ratio') return `${plain(number.times(100), 2)}%`;
  return withUnit(plain(number, 2), unit, language);
}
