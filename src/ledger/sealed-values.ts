import { type Decimal, decimal, plain } from '../lib/decimal.js';
import type { Day } from '../lib/month.js';
import { NO_HISTORY } from '../rulebook/values/obstacles.js';
import type { Value } from '../rulebook/values/value.js';
import { missing, numberValue } from '../rulebook/values/value.js';
import type { SealedValue } from './sealed-month.js';

/** A number as a sealed month has it: every digit, as text. */
export function exactText(number: Decimal): string {
  return plain(number, MANY_PLACES);
}

/** More decimals than any figure has. */
const MANY_PLACES = 1000;

/** The members that are there: a sealed month says nothing of what it does not know. */
export function known<T extends object>(members: T): { [key in keyof T]?: NonNullable<T[key]> } {
  const entries = Object.entries(members).filter(([, member]) => member !== undefined);
  return Object.fromEntries(entries) as { [key in keyof T]?: NonNullable<T[key]> };
}

/** A value as a sealed month has it. Why one is missing is not kept: that was told when the month was closed. */
export function sealedValue(value: Value): SealedValue {
  switch (value.kind) {
    case 'number':
      return { number: exactText(value.number) };
    case 'yesno':
      return { yes: value.yes };
    case 'text':
      return { text: value.text, ...known({ title: value.title }) };
    case 'date':
      return { day: value.day };
    case 'grade':
      return { grade: value.grade };
    default:
      return { unknown: value.kind };
  }
}

/** A value of a sealed month, for rules of a later one. */
export function unsealedValue(sealed: SealedValue): Value {
  if ('number' in sealed) return numberValue(decimal(sealed.number));
  if ('yes' in sealed) return { kind: 'yesno', yes: sealed.yes };
  if ('text' in sealed)
    return { kind: 'text', text: sealed.text, ...known({ title: sealed.title }) };
  if ('day' in sealed) return { kind: 'date', day: sealed.day as Day };
  if ('grade' in sealed) return { kind: 'grade', grade: sealed.grade };
  return sealed.unknown === 'missing' ? missing(NO_HISTORY) : { kind: sealed.unknown };
}
