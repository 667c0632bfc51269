/** Exact fractions, slow and simple: what the product computes is held against them. */
export interface Fraction {
  readonly top: bigint;
  /** Above 0. */
  readonly bottom: bigint;
}

export function fraction(top: bigint, bottom = 1n): Fraction {
  const sign = bottom < 0n ? -1n : 1n;
  const common = divisor(top < 0n ? -top : top, bottom * sign);
  return { top: (top * sign) / common, bottom: (bottom * sign) / common };
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : divisor(b, a % b);
}

/** `12.5` and `1.5%` as fractions. */
export function fractionOf(text: string): Fraction {
  const [, sign = '', whole = '', decimals = '', percent = ''] =
    /^(-?)(\d+)(?:\.(\d+))?(%?)$/.exec(text) ?? [];
  const bottom = 10n ** BigInt(decimals.length) * (percent === '' ? 1n : 100n);
  return fraction(BigInt(`${sign}${whole}${decimals}`), bottom);
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

export function negative({ top, bottom }: Fraction): Fraction {
  return { top: -top, bottom };
}

export function over(a: Fraction, b: Fraction): Fraction | undefined {
  return b.top === 0n ? undefined : fraction(a.top * b.bottom, a.bottom * b.top);
}

/** −1, 0 or 1. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** The largest whole number that is not above the fraction. */
export function floor({ top, bottom }: Fraction): Fraction {
  const whole = top / bottom;
  return fraction(top < 0n && whole * bottom !== top ? whole - 1n : whole);
}
