import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  apart,
  compareDecimals,
  decimal,
  divide,
  isDecimal,
  parseDecimal,
  plain,
  roundTo,
  roundToPlaces,
  sum,
} from '../../src/lib/decimal.js';

/** An exact decimal as a whole number of 10^-6. */
const millionths = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const written = (count: bigint) => {
  const digits = (count < 0n ? -count : count).toString().padStart(7, '0');
  return `${count < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
};

describe('exact decimals', () => {
  it('read what people write, and nothing else', () => {
    const good: readonly (readonly [string, string])[] = [
      ['12', '12'],
      ['-3.50', '-3.5'],
      ['+.5', '0.5'],
      ['1.1%', '0.011'],
      ['5％', '0.05'],
      ['0.1', '0.1'],
      ['123456789012345678901234567890.123456789', '123456789012345678901234567890.123456789'],
    ];
    for (const [text, value] of good) expect(parseDecimal(text)?.toFixed()).toBe(value);
    const percents: readonly (readonly [string, string])[] = [
      ['110%', '1.1'],
      [' 12.25％ ', '0.1225'],
      ['-5%', '-0.05'],
      ['+5.%', '0.05'],
      ['.25%', '0.0025'],
      [' .25 ', '0.25'],
    ];
    for (const [text, value] of percents) expect(parseDecimal(text)?.toFixed(), text).toBe(value);
    for (const text of ['x5%', '5%x', '.x%', '5%5']) {
      expect(parseDecimal(text), text).toBeUndefined();
    }
    for (const text of ['', '.', '1e3', 'NaN', 'Infinity', '1,000', '0x10', '1.2.3', '%', '1 %']) {
      expect(parseDecimal(text), text).toBeUndefined();
    }
  });

  it('never lose a digit in sums and products', () => {
    fc.assert(
      fc.property(fc.array(millionths, { maxLength: 20 }), millionths, (counts, factor) => {
        const total = counts.reduce((a, b) => a + b, 0n);
        const added = sum(counts.map((count) => decimal(written(count))));
        expect(added.equals(decimal(written(total)))).toBe(true);
        const product = added.times(written(factor));
        expect(product.times('1000000000000').toFixed()).toBe((total * factor).toString());
      }),
    );
  });

  it('compare as whole numbers do, whatever their signs and lengths', () => {
    const few = fc.constantFrom(0n, 1n, -1n, 10n ** 7n, -(10n ** 7n), 10n ** 14n + 1n, 10n ** 13n);
    const any = fc.oneof(few, millionths);
    fc.assert(
      fc.property(any, any, (a, b) => {
        const order = a < b ? -1 : a > b ? 1 : 0;
        expect(Math.sign(compareDecimals(decimal(written(a)), decimal(written(b))))).toBe(order);
      }),
    );
    expect(compareDecimals(decimal('-0'), decimal('0'))).toBe(0);
  });

  it('compare every two of amounts that differ in sign, size, or one digit far back', () => {
    const sizes = [
      0n,
      1n,
      99n,
      10n ** 7n,
      10n ** 7n + 1n,
      123_456_789n,
      10n ** 14n + 1n,
      10n ** 14n,
    ];
    const counts = [...sizes, ...sizes.map((size) => -size)];
    for (const a of counts) {
      for (const b of counts) {
        const order = a < b ? -1 : a > b ? 1 : 0;
        const found = Math.sign(compareDecimals(decimal(written(a)), decimal(written(b))));
        expect(found === 0 ? 0 : found, `${a} ${b}`).toBe(order);
      }
    }
  });

  it('are made of whole numbers of any size, and shown without an exponent', () => {
    expect(decimal(12_345_678_901_234_567_890_123n).toFixed()).toBe('12345678901234567890123');
    expect(decimal('0.00000000012').toString()).toBe('0.00000000012');
    expect(decimal('1230000000000000000000000').toString()).toBe('1230000000000000000000000');
    expect([isDecimal(decimal(1)), isDecimal('1'), isDecimal(1)]).toEqual([true, false, false]);
  });

  it('divide to 34 significant digits', () => {
    expect(divide(decimal(1), decimal(3)).toFixed()).toBe(`0.${'3'.repeat(34)}`);
    expect(divide(decimal(20_000), decimal(3)).toFixed()).toBe(`6666.${'6'.repeat(29)}7`);
    expect(plain(divide(decimal(1), decimal(3)))).toBe(`0.${'3'.repeat(34)}`);
    expect(plain(divide(decimal(2), decimal(3)))).toBe(`0.${'6'.repeat(33)}7`);
    expect(plain(divide(decimal(260000), decimal(8)))).toBe('32500');
  });

  it('round halves away from zero, and to any step', () => {
    const cases: readonly (readonly [string, string, Parameters<typeof roundTo>[2], string])[] = [
      ['1237.5', '1', 'half up', '1238'],
      ['-1237.5', '1', 'half up', '-1238'],
      ['0.005', '0.01', 'half up', '0.01'],
      ['0.125', '0.01', 'half even', '0.12'],
      ['0.135', '0.01', 'half even', '0.14'],
      ['1249.99', '100', 'half up', '1200'],
      ['1250', '100', 'half up', '1300'],
      ['0.001', '0.1', 'up', '0.1'],
      ['-0.19', '0.1', 'down', '-0.1'],
      ['-1.2', '1', 'floor', '-2'],
      ['-1.8', '1', 'ceil', '-1'],
    ];
    for (const [value, step, mode, expected] of cases) {
      expect(roundTo(decimal(value), decimal(step), mode).toFixed()).toBe(expected);
    }
  });

  it('come to the same when they are rounded, whether they were multiplied or divided first', () => {
    // [a, b, c] of a × b ÷ c: 2500.025, 1000, 1000 and −0.005 to the fen and the yuan.
    const cases = [
      ['3000.03', '15', '18', '0.01', 'half up', '2500.03'],
      ['3000', '1', '3', '1', 'down', '1000'],
      ['1500', '2', '3', '1', 'up', '1000'],
      ['-0.03', '1', '6', '0.01', 'half up', '-0.01'],
    ] as const;
    for (const [a, b, c, step, mode, expected] of cases) {
      const first = decimal(a).times(divide(decimal(b), decimal(c)));
      const last = divide(decimal(a).times(b), decimal(c));
      expect(roundTo(first, decimal(step), mode).toFixed(), a).toBe(expected);
      expect(roundTo(last, decimal(step), mode).toFixed(), a).toBe(expected);
      const places = decimal(step).decimalPlaces();
      expect(roundToPlaces(first, places, mode).toFixed(), a).toBe(expected);
    }
  });
});

it('two figures that differ are shown with as many decimals as they differ by, and no more', () => {
  const shares = [divide(decimal(73), decimal(75)), decimal('0.98')] as const;
  expect(apart(...shares)).toEqual({ value: '0.9733', other: '0.98' });
  expect(apart(decimal('0.97333'), decimal('0.97334'))).toEqual({
    value: '0.97333',
    other: '0.97334',
  });
});
