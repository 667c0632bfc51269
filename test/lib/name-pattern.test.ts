import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitsPattern } from '../../src/lib/name-pattern.js';
import { runs } from '../setup/runs.js';

test('stars stand for any characters, question marks for one, whatever the case', () => {
  expect(fitsPattern('oms-1.csv', 'oms-*.csv')).toBe(true);
  expect(fitsPattern('OMS-1.CSV', 'oms-?.csv')).toBe(true);
  expect(fitsPattern('oms-.csv', 'oms-*.csv')).toBe(true);
  expect(fitsPattern('oms-.csv', 'oms-?.csv')).toBe(false);
  expect(fitsPattern('oms-1.csv.bak', 'oms-*.csv')).toBe(false);
  expect(fitsPattern('订单😀.csv', '订单?.csv')).toBe(true);
  expect(fitsPattern('a+b(1).csv', 'a+b(*).csv')).toBe(true);
  expect(fitsPattern('', '**')).toBe(true);
});

test('a pattern of many stars is done at once where it does not fit', () => {
  expect(fitsPattern('a'.repeat(5000), `${'*a'.repeat(500)}*z`)).toBe(false);
  expect(fitsPattern('a'.repeat(200), `${'*'.repeat(1000)}z.csv`)).toBe(false);
});

test('fits as the same pattern does that is matched by trying everything', () => {
  const slow = (name: string, pattern: string): boolean => {
    if (pattern === '') return name === '';
    const rest = pattern.slice(1);
    if (pattern[0] === '*')
      return slow(name, rest) || (name !== '' && slow(name.slice(1), pattern));
    return (
      name !== '' && (pattern[0] === '?' || pattern[0] === name[0]) && slow(name.slice(1), rest)
    );
  };
  const text = (signs: string) =>
    fc.array(fc.constantFrom(...signs), { maxLength: 8 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text('ab.'), text('ab.*?'), (name, pattern) => {
      expect(fitsPattern(name, pattern)).toBe(slow(name, pattern));
    }),
    { numRuns: runs(5000) },
  );
});
