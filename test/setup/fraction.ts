/** An exact number, slow and simple: numerator ÷ denominator, the denominator above 0. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new Error('a division by 0');
  const sign = denominator < 0n ? -1n : 1n;
  let divisor = numerator < 0n ? -numerator : numerator;
  let rest = denominator < 0n ? -denominator : denominator;
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** Reads `12`, `1.1` and `1.1%`. */
export function fractionOf(text: string | number): Fraction {
  const match = /^(-?)(\d+)(?:\.(\d+))?(%?)$/.exec(String(text));
  if (match === null) throw new Error(`no number: ${text}`);
  const [, sign = '', whole = '', decimals = '', percent = ''] = match;
  const denominator = 10n ** BigInt(decimals.length) * (percent === '' ? 1n : 100n);
  return fraction(BigInt(`${sign}${whole}${decimals}`), denominator);
}

export const NONE = fractionOf(0);
export const WHOLE = fractionOf(1);

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, negative(b));
}

export function negative({ numerator, denominator }: Fraction): Fraction {
  return { numerator: -numerator, denominator };
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** Throws where something is divided by 0. */
export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(plus, NONE);
}

export function isAbove(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator > b.numerator * a.denominator;
}

export function isAtLeast(a: Fraction, b: Fraction): boolean {
  return !isAbove(b, a);
}

export function isSame(a: Fraction, b: Fraction): boolean {
  return !isAbove(a, b) && !isAbove(b, a);
}

export function smaller(a: Fraction, b: Fraction): Fraction {
  return isAbove(a, b) ? b : a;
}

export function greater(a: Fraction, b: Fraction): Fraction {
  return isAbove(a, b) ? a : b;
}

/** The largest whole number that is not above the fraction. */
export function floor({ numerator, denominator }: Fraction): Fraction {
  const whole = numerator / denominator;
  return fraction(numerator < 0n && whole * denominator !== numerator ? whole - 1n : whole);
}

/** To so many decimal places, a half goes up. Nothing that is rounded here is below 0. */
export function halfUp(value: Fraction, places: number): Fraction {
  if (value.numerator < 0n) throw new Error('a rounding below 0');
  const unit = 10n ** BigInt(places);
  const steps = (2n * value.numerator * unit + value.denominator) / (2n * value.denominator);
  return fraction(steps, unit);
}

/** `1238.5`: the digits of a rounded number, without zeros at the end. */
export function digits(value: Fraction): string {
  const negative = value.numerator < 0n;
  const size = negative ? -value.numerator : value.numerator;
  const whole = size / value.denominator;
  let rest = size % value.denominator;
  let decimals = '';
  while (rest !== 0n) {
    if (decimals.length === 12) throw new Error('a number without end');
    rest *= 10n;
    decimals += rest / value.denominator;
    rest %= value.denominator;
  }
  return `${negative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}
