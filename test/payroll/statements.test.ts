import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/lib/decimal.js';
import { noticesOf, payBy } from './world.js';

describe('the fund of fines beside limits', () => {
  // Base 2000, 100 for each late arrival.
  const book = `
id: t
kind: pay
define: {fund: 全店合计(类别.罚款)}
lines:
  - {id: base, kind: earning, category: base, formula: 2000}
  - {id: late, title: 迟到, kind: deduction, category: fine, per: {of: 迟到, amount: 100}}
notices:
  - {id: fund, level: info, once: shop, text: '罚款共 {fund}'}
`;

  test('counts what is taken, not what is carried forward', () => {
    const limits = { lossShare: decimal('0.2'), minimumWage: decimal('1750') };
    const { statements } = payBy(book, [{ late: 4 }, { late: 1 }], limits);
    expect(statements.map(({ payable }) => payable.toFixed())).toEqual(['1750', '1900']);
    expect(noticesOf(statements)).toEqual([
      // 250 of the 400, and 100.
      'fund: 罚款共 350 元',
      'carried-forward: 迟到有 150 元超出限额，转入下月（实发不低于 1750 元，超出 150 元）',
    ]);
  });

  test('counts every fine where nothing limits them', () => {
    const { statements } = payBy(book, [{ late: 4 }, { late: 1 }]);
    expect(noticesOf(statements)).toEqual(['fund: 罚款共 500 元']);
  });
});
