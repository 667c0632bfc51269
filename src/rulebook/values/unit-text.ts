import type { Unit } from '../../catalogue/units.js';
import { type Decimal, plain } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import { type TextKey, text } from '../../words/text.js';
import type { DisplayUnit } from './value.js';

const UNIT_TEXTS: Readonly<Partial<Record<Unit, `unit.${Unit}` & TextKey>>> = {
  yuan: 'unit.yuan',
  seconds: 'unit.seconds',
  hours: 'unit.hours',
  days: 'unit.days',
  months: 'unit.months',
  persons: 'unit.persons',
  person_days: 'unit.person_days',
  chars_per_minute: 'unit.chars_per_minute',
};

/** Digits with their unit. Points go without: the sentence says what they are. */
export function withUnit(digits: string, unit: DisplayUnit, language: Language): string {
  const key = unit === undefined ? undefined : UNIT_TEXTS[unit];
  return key === undefined ? digits : text(language, key, { n: digits });
}

/** A figure in a sentence, where two decimals are enough: `72.5%`, `3 人次`. */
export function figureText(number: Decimal, unit: DisplayUnit, language: Language): string {
  if (unit === 'ratio') return `${plain(number.times(100), 2)}%`;
  return withUnit(plain(number, 2), unit, language);
}
