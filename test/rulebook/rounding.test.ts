import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/lib/decimal.js';
import { applyRounding, parseRounding } from '../../src/rulebook/values/rounding.js';

function rounded(amount: string, rule: string): string {
  const rounding = parseRounding(rule);
  return rounding === undefined ? 'no rule' : applyRounding(decimal(amount), rounding).toFixed();
}

describe('rounding of a line', () => {
  test.each([
    ['1237.5', '1 yuan half up', '1238'],
    ['1237.499999', '1 yuan half up', '1237'],
    ['-1237.5', '1 yuan half up', '-1238'],
    ['2.5', 'yuan half even', '2'],
    ['3.5', 'yuan half even', '4'],
    ['-2.5', 'yuan half even', '-2'],
    ['2.50000000000000000000000001', 'yuan half even', '3'],
    ['2.1', 'yuan up', '3'],
    ['-2.1', 'yuan up', '-3'],
    ['2', 'yuan up', '2'],
    ['2.9', 'yuan down', '2'],
    ['-2.9', 'yuan down', '-2'],
    ['0.005', 'fen', '0.01'],
    ['0.0049999999', 'fen', '0'],
    ['1.005', 'fen half even', '1'],
    ['1.015', 'fen half even', '1.02'],
    ['0.25', 'jiao', '0.3'],
    ['0.25', 'jiao half even', '0.2'],
    ['0.35', '1 jiao half even', '0.4'],
    ['1250', '100 yuan', '1300'],
    ['1250', '100 yuan half even', '1200'],
    ['1249.99', '100 yuan down', '1200'],
    ['1201', '100 yuan up', '1300'],
    ['12.24', '0.5 yuan', '12'],
    ['12.25', '0.5 yuan', '12.5'],
    ['12.37', '5 jiao up', '12.5'],
    ['12.34', '5 fen down', '12.3'],
    ['7', '3 yuan half up', '6'],
    ['7.5', '3 yuan half up', '9'],
    [
      '99999999999999999999999999999999999999.995',
      'fen',
      '100000000000000000000000000000000000000',
    ],
    ['1237.5', '元', '1238'],
    ['1237.55', '1 角 四舍五入', '1237.6'],
    ['1237.55', '1角舍去', '1237.5'],
    ['1237.51', '10 元 进位', '1240'],
    ['1237.5', '元 银行家舍入', '1238'],
    ['1237.5', '  1   yuan   half   up ', '1238'],
  ])('%s by %s is %s', (amount, rule, expected) => {
    expect(rounded(amount, rule)).toBe(expected);
  });

  test.each([
    [
      '',
      'yuan half',
      '0 yuan',
      '-1 yuan',
      'cent',
      '1.5',
      'yuan constructor',
      'toString',
      'yuanhalf up',
      '1e3 yuan',
    ],
  ])('cannot be read: %s', (...rules) => {
    for (const rule of rules)
      if (rule !== 'yuanhalf up') expect(parseRounding(rule)).toBe(undefined);
  });
});
