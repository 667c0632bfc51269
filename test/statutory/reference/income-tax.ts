import { type Decimal, decimal, ZERO } from '../../../src/lib/decimal.js';

/*
 * Income tax as docs and law say it, slowly and obviously: a month is worked out from all months of the year,
 * with no state that is carried on. Nothing here is of the program but its decimals.
 */

/** What an employee is paid in a month, and what is deducted from it. */
export interface TaxMonth {
  /** 1 to 12. */
  readonly month: number;
  readonly income: string;
  readonly contributions: string;
  /** Additional deductions of this month. */
  readonly deductions: string;
}

export type BasicDeduction = 'monthly' | 'first_job' | 'low_income';

/** Bands of the taxable income of a year: above what, the rate, the quick deduction (公告2018年第61号). */
const YEAR: readonly (readonly [string, string, string])[] = [
  ['960000', '0.45', '181920'],
  ['660000', '0.35', '85920'],
  ['420000', '0.30', '52920'],
  ['300000', '0.25', '31920'],
  ['144000', '0.20', '16920'],
  ['36000', '0.10', '2520'],
  ['0', '0.03', '0'],
];

/** The same for a month. */
const MONTH: readonly (readonly [string, string, string])[] = [
  ['80000', '0.45', '15160'],
  ['55000', '0.35', '7160'],
  ['35000', '0.30', '4410'],
  ['25000', '0.25', '2660'],
  ['12000', '0.20', '1410'],
  ['3000', '0.10', '210'],
  ['0', '0.03', '0'],
];

/** Half a fen is a fen. */
function toFen(amount: Decimal): Decimal {
  return decimal(amount.times(100).plus('0.5').floor().div(100).toFixed(2));
}

function bandOf(table: typeof YEAR, amount: Decimal) {
  for (const [above, rate, quick] of table) if (amount.gt(above)) return { rate, quick };
  return { rate: '0', quick: '0' };
}

function taxOn(taxable: Decimal): Decimal {
  const { rate, quick } = bandOf(YEAR, taxable);
  return toFen(taxable.times(rate).minus(quick));
}

function basic(kind: BasicDeduction, months: readonly TaxMonth[]): Decimal {
  if (kind === 'low_income') return decimal(60000);
  const last = months.at(-1)?.month ?? 0;
  return decimal(5000 * (kind === 'first_job' ? last : months.length));
}

/** What is withheld in each month: the tax to date less all that was withheld before, never below 0. */
export function withheldBy(
  months: readonly TaxMonth[],
  kind: BasicDeduction = 'monthly',
): Decimal[] {
  const withheld: Decimal[] = [];
  for (let at = 0; at < months.length; at += 1) {
    const known = months.slice(0, at + 1);
    let taxable = ZERO.minus(basic(kind, known));
    for (const { income, contributions, deductions } of known) {
      taxable = taxable.plus(income).minus(contributions).minus(deductions);
    }
    let due = taxOn(taxable);
    for (const before of withheld) due = due.minus(before);
    withheld.push(due.lt(0) ? ZERO : due);
  }
  return withheld;
}

/** Tax of an annual bonus apart: the band is that of a twelfth of it. */
export function bonusTax(bonus: string): Decimal {
  const { rate, quick } = bandOf(MONTH, decimal(bonus).div(12));
  return toFen(decimal(bonus).times(rate).minus(quick));
}

/** Tax of a month of somebody who is no resident. */
export function nonResidentTax(income: string): Decimal {
  const taxable = decimal(income).minus(5000);
  const { rate, quick } = bandOf(MONTH, taxable);
  return toFen(taxable.times(rate).minus(quick));
}

/** The band of a taxable income, and the tax on it. */
export function taxTable(
  taxable: Decimal,
  table: 'year' | 'month',
): { readonly rate: string; readonly quick: string; readonly tax: Decimal } {
  const { rate, quick } = bandOf(table === 'year' ? YEAR : MONTH, taxable);
  // Below the first seam the first rate is shown, though there is nothing to tax.
  const shown = rate === '0' ? '0.03' : rate;
  return { rate: shown, quick, tax: toFen(taxable.times(rate).minus(quick)) };
}
