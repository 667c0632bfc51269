import type { Unit } from '../../catalogue/units.js';
import type { Grade } from '../../catalogue/vocabulary.js';
import { type Decimal, decimal } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import type { Day } from '../../lib/month.js';
import type { Place } from '../../lib/place.js';
import type { ProblemParams } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import { title as wording } from '../../words/text.js';

/** What a formula, an item or a line is worth. */
export type Value =
  | { readonly kind: 'number'; readonly number: Decimal }
  | { readonly kind: 'yesno'; readonly yes: boolean }
  | { readonly kind: 'text'; readonly text: string; readonly title?: Title }
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'grade'; readonly grade: Grade }
  /** Something that it needs is not known, or not usable; each cause is named. */
  | { readonly kind: 'missing'; readonly causes: readonly Cause[] }
  /** A division by 0; or something else that has no answer, such as a month that there never was: `reason`. */
  | { readonly kind: 'undefined'; readonly reason?: Title }
  /** A condition did not hold, so that there is nothing here. */
  | { readonly kind: 'absent' };

/** Why a value is missing: a problem in waiting, reported when no rule says what to do without it. */
export type Cause = { readonly [Code in ProblemCode]: CauseOf<Code> }[ProblemCode];

export interface CauseOf<Code extends ProblemCode> {
  readonly name: Title;
  readonly code: Code;
  readonly place: Place;
  readonly cell?: string;
  readonly params: ProblemParams<Code>;
}

/** How a figure is printed: its unit, where it has one. */
export type DisplayUnit = Unit | undefined;

export const ABSENT: Value = { kind: 'absent' };
export const UNDEFINED: Value = { kind: 'undefined' };
/** What has no answer although nothing was divided by 0. */
export function undefinedBecause(reason: Title): Value {
  return { kind: 'undefined', reason };
}

export const NOTHING: Value = { kind: 'number', number: decimal(0) };

/** Powers of ten beyond which no figure of a payroll goes: a chain of products must not fill the memory. */
const MAX_EXPONENT = 500;

/** A number; beyond all reason large or small ones (and what is no number at all) are a problem. */
export function numberValue(number: Decimal): Value {
  if (Math.abs(number.e) <= MAX_EXPONENT) return { kind: 'number', number };
  const name = wording('type.number');
  return missing({ name, code: 'number-too-large', place: {}, params: {} });
}

/** Whether a condition holds. */
export function isYes(value: Value | undefined): boolean {
  return value?.kind === 'yesno' && value.yes;
}

/** Whether a condition does not hold. */
export function isNo(value: Value): boolean {
  return value.kind === 'yesno' && !value.yes;
}

export function yesno(yes: boolean): Value {
  return { kind: 'yesno', yes };
}

export function missing(...causes: readonly Cause[]): Value {
  return { kind: 'missing', causes };
}

/** What somebody wrote, and no rule can take. */
const REFUSED: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'outside-range',
  'rating-out-of-range',
  'rating-not-grade',
  'rating-not-number',
  'no-amount',
]);

/**
 * Whether nobody has said what a value is, so that a rule may say what it is worth. What was said and is
 * wrong has to be mended: it is worth nothing but that.
 */
export function isLacking(value: Value): boolean {
  return value.kind === 'missing' && !value.causes.some(({ code }) => REFUSED.has(code));
}
