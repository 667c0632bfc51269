import type { Unit } from '../catalogue/units.js';

/**
 * What a formula gives, known before anything runs. A number has a dimension: exponents of yuan and of
 * the units of time. Counts, ratios and points have none. A number written in a formula or a parameter
 * without unit is `flexible`: it takes the dimension of what it stands beside.
 */
export type Type =
  | { readonly kind: 'number'; readonly dimension: Dimension | 'flexible' }
  | { readonly kind: 'yesno' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  /** A rating: a grade or a number, whichever the supervisor wrote. */
  | { readonly kind: 'rating' };

export type Dimension = Readonly<Record<string, number>>;

export const YESNO: Type = { kind: 'yesno' };
export const TEXT: Type = { kind: 'text' };
export const DATE: Type = { kind: 'date' };
export const RATING: Type = { kind: 'rating' };
export const FLEXIBLE: Type = { kind: 'number', dimension: 'flexible' };
export const PLAIN: Type = { kind: 'number', dimension: {} };
export const MONEY: Type = { kind: 'number', dimension: { yuan: 1 } };

/** The units that are dimensions; figures in any other unit are plain numbers. */
export const DIMENSIONS = ['yuan', 'seconds', 'hours', 'days', 'months'] as const;

/** The type of a figure in a unit. */
export function typeOfUnit(unit: Unit): Type {
  const isDimension = DIMENSIONS.some((dimension) => dimension === unit);
  return { kind: 'number', dimension: isDimension ? { [unit]: 1 } : {} };
}

/** The type of a sum or difference, or of two things compared; undefined when they do not go together. */
export function sumType(a: Type, b: Type): Type | undefined {
  if (a.kind !== 'number' || b.kind !== 'number') return undefined;
  if (a.dimension === 'flexible') return b;
  if (b.dimension === 'flexible') return a;
  return sameDimension(a.dimension, b.dimension) ? a : undefined;
}

/** The type of a product (`sign` 1) or a quotient (`sign` −1). */
export function productType(a: Type, b: Type, sign: 1 | -1): Type | undefined {
  if (a.kind !== 'number' || b.kind !== 'number') return undefined;
  if (a.dimension === 'flexible' && b.dimension === 'flexible') return FLEXIBLE;
  // Something per something: 5 × 表扬 may be points or yuan, 销售额 ÷ 10000 a plain number or yuan.
  if (a.dimension === 'flexible') return sign === 1 && hasDimension(b) ? b : FLEXIBLE;
  if (b.dimension === 'flexible') return sign === 1 && hasDimension(a) ? a : FLEXIBLE;
  const exponents: Record<string, number> = { ...a.dimension };
  for (const [unit, power] of Object.entries(b.dimension)) {
    const exponent = (exponents[unit] ?? 0) + sign * power;
    if (exponent === 0) delete exponents[unit];
    else exponents[unit] = exponent;
  }
  // So much a day times days is money, and so is pay divided by workdays: a rate need not say `per day`.
  const { yuan } = exponents;
  return { kind: 'number', dimension: yuan === undefined ? exponents : { yuan } };
}

/** Whether a value of one type may stand where another is wanted. */
export function fits(given: Type, wanted: Type): boolean {
  if (given.kind !== wanted.kind) return false;
  if (given.kind !== 'number' || wanted.kind !== 'number') return true;
  return sumType(given, wanted) !== undefined;
}

function hasDimension(type: Type): boolean {
  return type.kind === 'number' && Object.keys(type.dimension).length > 0;
}

function sameDimension(a: Dimension, b: Dimension): boolean {
  const units = Object.keys(a);
  return units.length === Object.keys(b).length && units.every((unit) => a[unit] === b[unit]);
}
