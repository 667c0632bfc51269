import type { Unit } from '../../catalogue/units.js';

/**
 * What a formula gives, known before anything runs. A number has a dimension: exponents of yuan and of
 * the units of time. Counts, ratios and points have none. A number written in a formula or a parameter
 * without unit is `flexible`: it takes the dimension of what it stands beside.
 *
 * A product has the dimension of its sides multiplied, a quotient of them divided. What a bare number in
 * it is of shows only where the result is used, so that such a result can be read in more than one way:
 * `readingsOf` has the rules.
 */
export type Type =
  | {
      readonly kind: 'number';
      readonly dimension: Dimension | 'flexible';
      /** It is a bare number times something. */
      readonly times?: true;
      /** By how many bare numbers it was divided. */
      readonly by?: number;
      /** An amount that the rulebook fixes: it may be meant for each day, hour or month. */
      readonly set?: true;
      /** Such an amount times a time. */
      readonly each?: true;
      /** Whatever else a sum may be, where its sides have more in common than one dimension. */
      readonly also?: readonly Dimension[];
    }
  | { readonly kind: 'yesno' }
  /** `ranked`: a level, whose words go from low to high. */
  | { readonly kind: 'text'; readonly ranked?: true }
  | { readonly kind: 'date' }
  /** A rating: a grade or a number, whichever the supervisor wrote. */
  | { readonly kind: 'rating' };

type NumberType = Extract<Type, { readonly kind: 'number' }>;

/** A number whose dimension is known. */
type Measured = Omit<NumberType, 'dimension'> & { readonly dimension: Dimension };

type Dimension = Readonly<Record<string, number>>;

export const YESNO: Type = { kind: 'yesno' };
export const TEXT: Type = { kind: 'text' };
export const LEVEL: Type = { kind: 'text', ranked: true };
export const DATE: Type = { kind: 'date' };
export const RATING: Type = { kind: 'rating' };
export const FLEXIBLE: Type = { kind: 'number', dimension: 'flexible' };
export const PLAIN: Type = { kind: 'number', dimension: {} };
export const MONEY: Type = { kind: 'number', dimension: { yuan: 1 } };

/** The units that are dimensions; figures in any other unit are plain numbers. */
export const DIMENSIONS = ['yuan', 'seconds', 'hours', 'days', 'months'] as const;

/** Units of money for each of something. Pieces are counts, and what is paid for a month is paid this month. */
const FOR_EACH: Partial<Readonly<Record<Unit, Dimension>>> = {
  'yuan/day': { yuan: 1, days: -1 },
  'yuan/hour': { yuan: 1, hours: -1 },
  'yuan/month': { yuan: 1 },
  'yuan/piece': { yuan: 1 },
};

/** The type of a figure in a unit. */
export function typeOfUnit(unit: Unit): NumberType {
  const forEach = FOR_EACH[unit];
  if (forEach !== undefined) return { kind: 'number', dimension: forEach };
  const isDimension = DIMENSIONS.some((dimension) => dimension === unit);
  return { kind: 'number', dimension: isDimension ? { [unit]: 1 } : {} };
}

/**
 * What a rulebook may give where it says a unit: 200 a day, or an amount that is said to be for each day, as
 * 底薪 ÷ 21.75 is.
 */
export function typeOfSaid(unit: Unit): Type {
  const type = typeOfUnit(unit);
  return unit in FOR_EACH ? { ...type, also: [MONEY_DIMENSION] } : type;
}

/**
 * The type of an amount that a rulebook gives with a unit: yuan or points may be so many for each day. Of an
 * amount for each piece it is said already.
 */
export function typeOfSet(unit: Unit): Type {
  const type = typeOfUnit(unit);
  if (unit === 'yuan/piece') return type;
  return fits(type, MONEY) || fits(type, PLAIN) ? { ...type, set: true } : type;
}

/** The type of a sum or difference; undefined when the two do not go together. */
export function sumType(a: Type, b: Type): Type | undefined {
  if (a.kind !== 'number' || b.kind !== 'number') return undefined;
  if (!isMeasured(a)) return b;
  if (!isMeasured(b)) return a;
  if (sameDimension(a.dimension, b.dimension)) return shared(a, b);
  const others = readingsOf(b);
  const common = readingsOf(a)
    .filter((one) => others.some((other) => sameDimension(one, other)))
    .filter((one) => !losesUnit(one, a) || !losesUnit(one, b));
  const isOfOne = (each: Dimension) => isOwn(each, a) || isOwn(each, b);
  const [first, ...also] = [...common.filter(isOfOne), ...common.filter((one) => !isOfOne(one))];
  if (first === undefined) return undefined;
  return { kind: 'number', dimension: first, ...(also.length > 0 && { also }) };
}

/** Two numbers of one dimension: their sum can be read otherwise only as both of them can. */
function shared(a: Measured, b: Measured): Type {
  const also = (a.also ?? []).filter((one) => b.also?.some((each) => sameDimension(one, each)));
  const by = Math.min(a.by ?? 0, b.by ?? 0);
  return {
    kind: 'number',
    dimension: a.dimension,
    ...(a.times && b.times && { times: true }),
    ...(by > 0 && { by }),
    ...(a.set && b.set && { set: true }),
    ...(a.each && b.each && { each: true }),
    ...(also.length > 0 && { also }),
  };
}

/**
 * Whether a number is bare only because something bare that it was divided by would be of its unit. So it may
 * be added to a bare number; but 销售额 ÷ 10 and 平均响应时间 ÷ 10 stay money and seconds beside each other.
 */
function losesUnit(reading: Dimension, type: Measured): boolean {
  if (!sameDimension(reading, NO_DIMENSION)) return false;
  const isBare = [type.dimension, ...(type.also ?? []), ...paidReadings(type)].some((one) =>
    Object.values(one).every((power) => power < 0),
  );
  return !isBare;
}

/**
 * Whether two numbers can be compared: one of them as what it is. 接待人数 ≥ 30 × 出勤 asks for 30 a day;
 * but no bare number turns days into money or into hours before anybody is paid.
 */
export function comparable(a: Type, b: Type): boolean {
  if (a.kind !== 'number' || b.kind !== 'number') return false;
  if (!isMeasured(a) || !isMeasured(b)) return true;
  return isComparedAs(a, b) || isComparedAs(b, a);
}

function isComparedAs(own: Measured, other: Measured): boolean {
  const { dimension } = own;
  if (sameDimension(dimension, MONEY_DIMENSION) && isSoMuchATime(other)) return false;
  return readingsOf(other).some((each) => sameDimension(each, dimension));
}

const MONEY_DIMENSION: Dimension = { yuan: 1 };
const NO_DIMENSION: Dimension = {};

/** Whether there is one thing only that a number can be: a product of a bare number may be several. */
export function hasOwnUnit(type: Type): boolean {
  return type.kind !== 'number' || !isMeasured(type) || readingsOf(type).length === 1;
}

/** The dimensions that a number may turn out to have where it is used, its own first. */
function readingsOf(type: Measured): readonly Dimension[] {
  const { dimension, also = [] } = type;
  const others = [...paidReadings(type), ...bareReadings(type), ...wageReadings(type)];
  const all = [dimension, ...also, ...others];
  return all.filter((one, index) => all.findIndex((other) => sameDimension(one, other)) === index);
}

/**
 * 50 × 上班天数 may be days, and just as well 50 yuan or 50 points for each of them. Nobody is paid by the
 * second: 2 × 平均响应时间 stays seconds. A fixed amount for each day, times days, is so much of it.
 */
function paidReadings(type: Measured): readonly Dimension[] {
  if (isSoMuchATime(type)) return [NO_DIMENSION, MONEY_DIMENSION];
  const { yuan, ...times } = type.dimension;
  if (type.each !== true || !arePaidTimes(times)) return [];
  return yuan === undefined ? [NO_DIMENSION] : yuan === 1 ? [MONEY_DIMENSION] : [];
}

function isSoMuchATime({ dimension, times }: Measured): boolean {
  return times === true && arePaidTimes(dimension);
}

const PAID_TIMES: ReadonlySet<string> = new Set(['hours', 'days', 'months']);

/** Days, or days times the hours of each; days times days are no time that anybody is paid for. */
function arePaidTimes(dimension: Dimension): boolean {
  const units = Object.entries(dimension);
  return units.length > 0 && units.every(([unit, power]) => power === 1 && PAID_TIMES.has(unit));
}

/**
 * A bare number may be of the unit that it divides or is divided by: 销售额 ÷ 10000 is money or how many
 * times 10000 yuan, and 底薪 ÷ 21.75 × 出勤 is money, 21.75 being days.
 */
function bareReadings({ dimension, times, by = 0 }: Measured): readonly Dimension[] {
  let readings: readonly Dimension[] = [];
  let last: readonly Dimension[] = [dimension];
  for (let divisor = 0; divisor < by; divisor++) {
    last = last.flatMap((each) => withoutOne(each, 1));
    readings = [...readings, ...last];
  }
  return times === true ? [...readings, ...withoutOne(dimension, -1)] : readings;
}

/** 日薪 ÷ 8 is money for each hour, and 时薪 × 8 for each day: the bare number is how many of one make the other. */
function wageReadings({ dimension, times, by = 0 }: Measured): readonly Dimension[] {
  const { yuan, ...rest } = dimension;
  const [each, ...more] = Object.entries(rest);
  if (yuan !== 1 || each === undefined || more.length > 0) return [];
  const [unit, power] = each;
  if (power !== -1 || !PAID_TIMES.has(unit) || (times !== true && by === 0)) return [];
  return [...PAID_TIMES].map((time) => ({ yuan: 1, [time]: -1 }));
}

/** A dimension without one power of each of its units that stand above (1) or below (−1) the line. */
function withoutOne(dimension: Dimension, sign: 1 | -1): readonly Dimension[] {
  const units = Object.entries(dimension).filter(([, power]) => power * sign > 0);
  return units.map(([unit]) => multiplied(dimension, { [unit]: 1 }, sign === 1 ? -1 : 1));
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
  if (!isMeasured(a) && !isMeasured(b)) return FLEXIBLE;
  const [left, right] = [factorOf(a, percentA), factorOf(b, percentB)];
  const dimension = multiplied(left.dimension, right.dimension, sign);
  const [mine, other] = sign === 1 ? [right.times, right.by] : [right.by > 0, Number(right.times)];
  const times = left.times || mine;
  const by = Math.min(left.by + other, MAX_DIVISORS);
  const also = [
    ...left.also.map((each) => multiplied(each, right.dimension, sign)),
    ...right.also.map((each) => multiplied(left.dimension, each, sign)),
  ];
  // Of all units nothing is left but that of the bare number: 5 × 表扬, 400 × 出勤 ÷ 应出勤.
  const isBare = times && Object.keys(dimension).length === 0 && also.length === 0;
  if (isBare) return FLEXIBLE;
  return {
    kind: 'number',
    dimension,
    ...(times && { times: true }),
    ...(by > 0 && { by }),
    ...(isForEach(a, b, sign) && { each: true }),
    ...(also.length > 0 && { also }),
  };
}

/** More bare divisors than there are units tell nothing more. */
const MAX_DIVISORS = DIMENSIONS.length;

interface Factor {
  readonly dimension: Dimension;
  readonly times: boolean;
  readonly by: number;
  readonly also: readonly Dimension[];
}

/** A side of a product. A bare number is once itself; a percentage is no more than a part. */
function factorOf(type: NumberType, isPercent: boolean): Factor {
  if (!isMeasured(type)) return { dimension: {}, times: !isPercent, by: 0, also: [] };
  const { dimension, times = false, by = 0, also = [] } = type;
  return { dimension, times, by, also };
}

function isForEach(a: NumberType, b: NumberType, sign: 1 | -1): boolean {
  if (a.each === true || (sign === 1 && b.each === true)) return true;
  if (sign === -1) return false;
  return (a.set === true && isTime(b)) || (b.set === true && isTime(a));
}

function isTime(type: NumberType): boolean {
  return isMeasured(type) && arePaidTimes(type.dimension);
}

function multiplied(a: Dimension, b: Dimension, sign: 1 | -1): Dimension {
  const exponents: Record<string, number> = { ...a };
  for (const [unit, power] of Object.entries(b)) {
    const exponent = (exponents[unit] ?? 0) + sign * power;
    if (exponent === 0) delete exponents[unit];
    else exponents[unit] = exponent;
  }
  return exponents;
}

/** Whether a value of one type may stand where another is wanted. */
export function fits(given: Type, wanted: Type): boolean {
  if (given.kind !== wanted.kind) return false;
  if (given.kind !== 'number' || wanted.kind !== 'number') return true;
  return sumType(given, wanted) !== undefined;
}

function isMeasured(type: NumberType): type is Measured {
  return type.dimension !== 'flexible';
}

function isOwn(dimension: Dimension, type: Measured): boolean {
  return sameDimension(dimension, type.dimension);
}

function sameDimension(a: Dimension, b: Dimension): boolean {
  const units = Object.keys(a);
  return units.length === Object.keys(b).length && units.every((unit) => a[unit] === b[unit]);
}
