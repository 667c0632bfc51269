import { expect, it } from 'vitest';
import { bonusTax, nonResidentTax, type TaxMonth, withheldBy } from './income-tax.js';

// The reference against the worked examples of the law's notices, so that it may judge the program.

function months(from: number, income: number, contributions: number, deductions = 0): TaxMonth[] {
  return Array.from({ length: 13 - from }, (_, at) => ({
    month: from + at,
    income: String(income),
    contributions: String(contributions),
    deductions: String(deductions),
  }));
}

function written(amounts: ReturnType<typeof withheldBy>): string {
  return amounts.map((amount) => amount.toFixed()).join(' ');
}

it('withholds the same each month where income stays in one band', () => {
  expect(written(withheldBy(months(1, 10000, 1500, 1000)))).toBe(Array(12).fill(75).join(' '));
});

it('withholds more as income to date rises through the bands', () => {
  expect(written(withheldBy(months(1, 30000, 4500, 2000)))).toBe(
    '555 625 1850 1850 1850 1850 1850 2250 3700 3700 3700 3700',
  );
});

it('gives nothing back within the year, and takes it off what is due later', () => {
  const [january, march] = [
    { income: '30000', contributions: '1000', deductions: '5500' },
    { income: '3000', contributions: '1000', deductions: '5500' },
  ];
  const year = [january, march, january].map((each, at) => ({ ...each, month: at + 1 }));
  const [first, second, third] = withheldBy(year);
  // 18,500 × 3 %; then 10,000 to date, of which 300 is due and 555 is paid; then 28,500 × 3 % − 555.
  expect([first, second, third].map(String)).toEqual(['555', '0', '300']);
});

it('deducts 5,000 for each month of the year from a first job on', () => {
  expect(written(withheldBy(months(7, 20000, 3000), 'first_job'))).toBe('0 0 180 360 360 780');
});

it('deducts 60,000 from January on of whom was paid little last year', () => {
  expect(written(withheldBy(months(1, 8000, 2000), 'low_income'))).toBe(
    '0 0 0 0 0 0 0 0 0 0 180 180',
  );
});

it('taxes an annual bonus by the band of its twelfth', () => {
  expect(['36000', '36001', '144001'].map((bonus) => bonusTax(bonus).toFixed(2))).toEqual([
    '1080.00',
    '3390.10',
    '27390.20',
  ]);
});

it('taxes whoever is no resident month by month', () => {
  // 7,000 × 10 % − 210; nothing below 5,000.
  expect(nonResidentTax('12000').toFixed(2)).toBe('490.00');
  expect(nonResidentTax('4000').toFixed(2)).toBe('0.00');
});
