import type { Unit } from '../catalogue/units.js';

/**
 * What a formula gives, known before anything runs. A number has a dimension: exponents of yuan and of
 * the units of time. Counts, ratios and points have none. A number written in a formula or a parameter
 * without unit is `flexible`: it takes the dimension of what it stands beside.
 */
export type Type =
  | {
      readonly kind: 'number';
      readonly dimension: Dimension | 'flexible';
      /** It is a bare number times something: what the bare number is of shows where it is used. */
      readonly scaled?: true;
    }
  | { readonly kind: 'yesno' }
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  /** A rating: a grade or a number, whichever the supervisor wrote. */
  | { readonly kind: 'rating' };

type NumberType = Extract<Type, { readonly kind: 'number' }>;

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
  if (sameDimension(a.dimension, b.dimension)) return a.scaled === true ? b : a;
  if (isSoMuchATime(a) && isPaidOrCounted(b)) return b;
  if (isSoMuchATime(b) && isPaidOrCounted(a)) return a;
  return undefined;
}

/**
 * 50 × 上班天数 may be days, and just as well 50 yuan or 50 points for each of them. Nobody is paid by the
 * second: 2 × 平均响应时间 stays seconds.
 */
function isSoMuchATime({ dimension, scaled }: NumberType): boolean {
  if (scaled !== true || dimension === 'flexible') return false;
  const units = Object.entries(dimension);
  return units.length > 0 && units.every(([unit, power]) => power > 0 && PAID_TIMES.has(unit));
}

const PAID_TIMES: ReadonlySet<string> = new Set(['hours', 'days', 'months']);

/** Whether it is money or a plain number, or again so much a time. */
function isPaidOrCounted(type: NumberType): boolean {
  const { dimension } = type;
  if (dimension === 'flexible' || isSoMuchATime(type)) return true;
  return sameDimension(dimension, {}) || sameDimension(dimension, { yuan: 1 });
}

/**
 * The type of a product (`sign` 1) or a quotient (`sign` −1). Of two sides it is said whether they are
 * percentages: a part of what they stand beside and no bare number, so that 50% × 上班天数 is days.
 */
export function productType(
  a: Type,
  b: Type,
  sign: 1 | -1,
  [percentA, percentB]: readonly [boolean, boolean],
): Type | undefined {
  if (a.kind !== 'number' || b.kind !== 'number') return undefined;
  // Something per something: 5 × 表扬 may be points or yuan, 销售额 ÷ 10000 a plain number or yuan.
  if (a.dimension === 'flexible') return sign === 1 ? multiple(b, !percentA) : FLEXIBLE;
  if (b.dimension === 'flexible') return sign === 1 ? multiple(a, !percentB) : FLEXIBLE;
  const dimension = productOf(a.dimension, b.dimension, sign);
  // 400 × 出勤 ÷ 应出勤: of all units nothing is left but that of the bare number.
  const scaled = a.scaled === true || b.scaled === true;
  return scaled ? multiple({ kind: 'number', dimension }, true) : { kind: 'number', dimension };
}

/** So many times something: of the same dimension, and anything when that has none. */
function multiple(type: NumberType, scaled: boolean): Type {
  if (!hasDimension(type)) return FLEXIBLE;
  return scaled ? { ...type, scaled } : type;
}

function productOf(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const exponents: Record<string, number> = { ...a };
  for (const [unit, power] of Object.entries(b)) {
    const exponent = (exponents[unit] ?? 0) + sign * power;
    if (exponent === 0) delete exponents[unit];
    else exponents[unit] = exponent;
  }
  // So much a day times days is money, and so is pay divided by workdays: a rate need not say `per day`.
  const { yuan } = exponents;
  return yuan === undefined ? exponents : { yuan };
}

/** Whether what a product gives has a unit of its own: so much a time has none, before it is used. */
export function hasOwnUnit(type: Type): boolean {
  return type.kind !== 'number' || !isSoMuchATime(type);
}

/** Whether a value of one type may stand where another is wanted. */
export function fits(given: Type, wanted: Type): boolean {
  if (given.kind !== wanted.kind) return false;
  if (given.kind !== 'number' || wanted.kind !== 'number') return true;
  return sumType(given, wanted) !== undefined;
}

function hasDimension({ dimension }: NumberType): boolean {
  return dimension !== 'flexible' && Object.keys(dimension).length > 0;
}

function sameDimension(a: Dimension, b: Dimension): boolean {
  const units = Object.keys(a);
  return units.length === Object.keys(b).length && units.every((unit) => a[unit] === b[unit]);
}
