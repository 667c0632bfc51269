import { CATEGORIES, LINE_KINDS } from '../../catalogue/pay-words.js';
import { type Decimal, sum } from '../../lib/decimal.js';
import { sameInAll, type Title } from '../../lib/language.js';
import type { PayLine, Statement, StatutoryPay } from '../../payroll/statement.js';
import { title } from '../../words/text.js';
import {
  jsonColumn,
  moneyColumn,
  type ReportColumn,
  recorded,
  textColumn,
} from '../report/report-columns.js';
import { DECIMAL, oneWordOf, orNull, STRING } from '../report/shapes.js';
import { lineFormula, lineNumbers, lineReason } from '../traces/line-words.js';

/** Who is paid, and by which plan. */
export const PAID_AGENT_COLUMNS: readonly ReportColumn<
  Pick<Statement, 'agent' | 'name' | 'role' | 'plan'>
>[] = [...agentColumns(), textColumn('plan', ({ plan }) => plan, { always: true })];

/** The same for paper: the plan is called by its title. */
export const PRINTED_AGENT_COLUMNS: readonly ReportColumn<Statement>[] = [
  ...agentColumns(),
  textColumn('plan', ({ plan, planTitle }) => ({ id: plan, title: planTitle })),
];

function agentColumns(): readonly ReportColumn<Pick<Statement, 'agent' | 'name' | 'role'>>[] {
  return [
    textColumn('id', ({ agent }) => agent, { always: true }),
    textColumn('name', ({ name }) => name, { always: true }),
    textColumn('role', ({ role }) => role, { always: true }),
  ];
}

/** What lines of pay come to, in yuan. */
export type PaySums = Readonly<Record<'gross' | 'deductions' | 'payable', Decimal>>;

export const PAY_SUM_COLUMNS: readonly ReportColumn<PaySums>[] = paySumColumns('payable');

/** Where insurance and tax are taken off, what is left before them is not what is paid out. */
export const BEFORE_TAX_COLUMNS: readonly ReportColumn<PaySums>[] = paySumColumns('before_tax');

function paySumColumns(payable: 'payable' | 'before_tax'): readonly ReportColumn<PaySums>[] {
  return [
    moneyColumn('gross', (sums) => sums.gross, { result: true, always: true }),
    moneyColumn('deductions', (sums) => sums.deductions, { result: true, always: true }),
    moneyColumn(payable, (sums) => sums.payable, { id: 'payable', result: true, always: true }),
  ];
}

/** What is left after insurance and tax, and what it costs the shop. */
export const NET_COLUMN: ReportColumn<Statement> = moneyColumn(
  'net',
  ({ statutory }) => statutory?.net,
  { result: true },
);
export const COST_COLUMN: ReportColumn<Statement> = moneyColumn(
  'cost',
  ({ statutory }) => statutory?.cost,
  { result: true },
);

/** The sums over all who are shown. */
export function totalsOf(paid: readonly PaySums[]): PaySums {
  return {
    gross: sum(paid.map(({ gross }) => gross)),
    deductions: sum(paid.map(({ deductions }) => deductions)),
    payable: sum(paid.map(({ payable }) => payable)),
  };
}

/** The sums of net and cost; nothing in a shop that does without insurance and tax. */
export function netTotals(paid: readonly Statement[]): Partial<Pick<StatutoryPay, 'net' | 'cost'>> {
  const statutory = paid.flatMap((each) => each.statutory ?? []);
  if (statutory.length === 0) return {};
  return {
    net: sum(statutory.map(({ net }) => net)),
    cost: sum(statutory.map(({ cost }) => cost)),
  };
}

/** What the law withholds of one, or takes of the shop, line by line. */
export const STATUTORY_LINE_COLUMNS: readonly ReportColumn<PayLine>[] = [
  jsonColumn('id', STRING, ({ id }) => id),
  jsonColumn('title', STRING, ({ title: of }, language) => of[language]),
  jsonColumn('amount', orNull(DECIMAL), ({ amount }) => amount),
  jsonColumn('formula', STRING, lineFormula),
  jsonColumn('numbers', STRING, lineNumbers),
  jsonColumn('source', orNull(STRING), ({ source }) => source),
];

/** A line of pay with its formula; an absent one has no amount, and its condition for a formula. */
export const PAY_LINE_COLUMNS: readonly ReportColumn<PayLine>[] = [
  textColumn('line', ({ id }) => id, { key: 'id', always: true }),
  textColumn('title', ({ title }) => title, { always: true }),
  textColumn('kind', ({ kind }) => ({ id: kind, title: title(`line.${kind}`) }), {
    json: recorded(oneWordOf(LINE_KINDS), ({ kind }) => kind),
  }),
  textColumn('category', ({ category }) => ({ id: category, title: categoryTitle(category) }), {
    always: true,
  }),
  moneyColumn('amount', ({ amount }) => amount),
  jsonColumn('rulebook', STRING, ({ rulebook }) => rulebook),
  textColumn('formula', lineReason, { long: true, json: recorded(STRING, lineFormula) }),
  jsonColumn('numbers', STRING, lineNumbers),
  textColumn('source', ({ source }) => source, { long: true }),
];

function categoryTitle(category: string): Title {
  const known = CATEGORIES.find((id) => id === category);
  return known === undefined ? sameInAll(category) : title(`category.${known}`);
}
