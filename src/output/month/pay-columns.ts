import { CATEGORIES } from '../../catalogue/pay-words.js';
import { type Decimal, sum } from '../../lib/decimal.js';
import { sameInAll, type Title } from '../../lib/language.js';
import type { PayLine, Statement } from '../../payroll/statement.js';
import { title } from '../../words/text.js';
import {
  jsonColumn,
  moneyColumn,
  type ReportColumn,
  textColumn,
} from '../report/report-columns.js';
import { lineFormula, lineNumbers, lineReason } from '../traces/line-words.js';

/** Who is paid, and by which plan. */
export const PAID_AGENT_COLUMNS: readonly ReportColumn<
  Pick<Statement, 'agent' | 'name' | 'role' | 'plan'>
>[] = [
  textColumn('id', ({ agent }) => agent),
  textColumn('name', ({ name }) => name),
  textColumn('role', ({ role }) => role),
  textColumn('plan', ({ plan }) => plan),
];

/** What lines of pay come to, in yuan. */
export type PaySums = Readonly<Record<'gross' | 'deductions' | 'payable', Decimal>>;

export const PAY_SUM_COLUMNS: readonly ReportColumn<PaySums>[] = [
  moneyColumn('gross', ({ gross }) => gross, { result: true }),
  moneyColumn('deductions', ({ deductions }) => deductions, { result: true }),
  moneyColumn('payable', ({ payable }) => payable, { result: true }),
];

/** The sums over all who are shown. */
export function totalsOf(paid: readonly PaySums[]): PaySums {
  return {
    gross: sum(paid.map(({ gross }) => gross)),
    deductions: sum(paid.map(({ deductions }) => deductions)),
    payable: sum(paid.map(({ payable }) => payable)),
  };
}

/** A line of pay with its formula; an absent one has no amount, and its condition for a formula. */
export const PAY_LINE_COLUMNS: readonly ReportColumn<PayLine>[] = [
  textColumn('line', ({ id }) => id, { key: 'id' }),
  textColumn('title', ({ title }) => title),
  textColumn('kind', ({ kind }) => ({ id: kind, title: title(`line.${kind}`) })),
  textColumn('category', ({ category }) => ({ id: category, title: categoryTitle(category) })),
  moneyColumn('amount', ({ amount }) => amount),
  jsonColumn('rulebook', ({ rulebook }) => rulebook),
  textColumn('formula', lineReason, { long: true, json: lineFormula }),
  jsonColumn('numbers', lineNumbers),
  textColumn('source', ({ source }) => source, { long: true }),
];

function categoryTitle(category: string): Title {
  const known = CATEGORIES.find((id) => id === category);
  return known === undefined ? sameInAll(category) : title(`category.${known}`);
}
