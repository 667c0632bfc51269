import { Decimal as DecimalJs } from 'decimal.js';

/**
 * Exact decimal numbers. Sums, differences and products of amounts keep every digit; only a division
 * rounds, to 34 significant digits (the precision of IEEE decimal128), until a line rounds it for good.
 */
export type Decimal = DecimalJs;

const Exact = DecimalJs.clone({
  precision: 1000,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -1000,
  toExpPos: 1000,
});
const Quotient = Exact.clone({ precision: 34 });

export const ZERO: Decimal = new Exact(0);
export const ONE: Decimal = new Exact(1);

/** How a number is cut to a step. `half up` rounds halves away from zero. */
export type RoundingMode = 'half up' | 'half even' | 'up' | 'down' | 'floor' | 'ceil';

const MODES: Record<RoundingMode, DecimalJs.Rounding> = {
  'half up': DecimalJs.ROUND_HALF_UP,
  'half even': DecimalJs.ROUND_HALF_EVEN,
  up: DecimalJs.ROUND_UP,
  down: DecimalJs.ROUND_DOWN,
  floor: DecimalJs.ROUND_FLOOR,
  ceil: DecimalJs.ROUND_CEIL,
};

/** A decimal from exact text, an integer, or another decimal. Throws on text that is no number. */
export function decimal(value: string | number | bigint | Decimal): Decimal {
  return new Exact(value);
}

/** Whether a value is a decimal. */
export function isDecimal(value: unknown): value is Decimal {
  return DecimalJs.isDecimal(value);
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;
const PERCENT = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))[%％]$/;

/** Reads `12`, `-3.50` or `1.1%` exactly; undefined for any other text (no exponents, no `NaN`). */
export function parseDecimal(text: string): Decimal | undefined {
  const trimmed = text.trim();
  if (NUMBER.test(trimmed)) return decimal(trimmed);
  const percent = PERCENT.exec(trimmed)?.[1];
  return percent === undefined ? undefined : decimal(percent).times('0.01');
}

/** a ÷ b to 34 significant digits. The caller has made sure that b is not 0. */
export function divide(a: Decimal, b: Decimal): Decimal {
  return new Exact(new Quotient(a).div(b));
}

/** Rounds to a multiple of `step` (0.01 is a fen, 1 a yuan, 100 a hundred yuan). */
export function roundTo(value: Decimal, step: Decimal, mode: RoundingMode): Decimal {
  return new Exact(beforeDivisions(value).toNearest(step, MODES[mode]));
}

/** Rounds to so many decimals; what has no more of them stays the very number that it is. */
export function roundToPlaces(value: Decimal, places: number, mode: RoundingMode): Decimal {
  if (value.decimalPlaces() <= places) return value;
  return beforeDivisions(value).toDecimalPlaces(places, MODES[mode]);
}

/** More decimals than any amount has by itself; what a division left off stands further back. */
const PLACES_OF_AMOUNTS = 27;

/**
 * A number without what its divisions left off: 3000 × (1 ÷ 3) is 1000, though its digits say 999.99…. So it
 * makes no difference to what is rounded whether a formula multiplies or divides first.
 */
function beforeDivisions(value: Decimal): Decimal {
  if (value.decimalPlaces() <= PLACES_OF_AMOUNTS) return value;
  return value.toDecimalPlaces(PLACES_OF_AMOUNTS, DecimalJs.ROUND_HALF_UP);
}

/**
 * Negative, 0 or positive as a is less than b, equal to it or greater. The library's own comparison copies
 * b each time, which a ranking of many agents feels.
 */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.isZero() || b.isZero()) return (a.isZero() ? 0 : a.s) - (b.isZero() ? 0 : b.s);
  if (a.s !== b.s) return a.s;
  if (a.e !== b.e) return a.e < b.e ? -a.s : a.s;
  const length = Math.max(a.d.length, b.d.length);
  for (let index = 0; index < length; index++) {
    const difference = (a.d[index] ?? 0) - (b.d[index] ?? 0);
    if (difference !== 0) return difference * a.s;
  }
  return 0;
}

/** The sum of any number of decimals, exact. */
export function sum(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) {
    if (value.isZero()) continue;
    total = total === ZERO ? value : total.plus(value);
  }
  return total;
}

/** Plain digits without exponent, at most `places` decimals (half up), no trailing zeros. */
export function plain(value: Decimal, places = 34): string {
  return value.toDecimalPlaces(places, DecimalJs.ROUND_HALF_UP).toFixed();
}

/** Two figures that differ, as short as messages show figures, but with as many decimals as they differ by. */
export function apart(
  value: Decimal,
  other: Decimal,
): { readonly value: string; readonly other: string } {
  const places = [4, 8].find((count) => plain(value, count) !== plain(other, count));
  return { value: plain(value, places), other: plain(other, places) };
}
