import { LINE_KINDS } from '../../catalogue/pay-words.js';
import { type Decimal, plain, sum } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import type { LineChange } from '../../payroll/compare.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import { paidOut, type Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { type Edition, MONTH_HEAD } from '../month/document.js';
import {
  jsonColumn,
  listColumn,
  moneyColumn,
  type ReportColumn,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { DECIMAL, oneWordOf } from '../report/shapes.js';
import { lineReason } from '../traces/line-words.js';

/** Which line of whose pay it is. */
export const AGENT_AND_LINE_COLUMNS: readonly ReportColumn<
  Pick<LineChange, 'agent' | 'name' | 'line' | 'title'>
>[] = [
  textColumn('agent', ({ agent }) => agent, { always: true }),
  textColumn('name', ({ name }) => name, { always: true }),
  textColumn('line', ({ line }) => line, { always: true }),
  textColumn('title', ({ title }) => title, { always: true }),
];

/** A line of pay that differs between two computations. */
export const CHANGE_COLUMNS: readonly ReportColumn<LineChange>[] = [
  ...AGENT_AND_LINE_COLUMNS,
  jsonColumn('kind', oneWordOf(LINE_KINDS), ({ kind }) => kind),
  moneyColumn('before', ({ before }) => before),
  moneyColumn('after', ({ after }) => after),
  moneyColumn('change', ({ effect }) => effect, { always: true }),
  textColumn('formula', ({ after, payLine }, language) => after && lineReason(payLine, language), {
    long: true,
    key: 'reason',
  }),
];

/** The lines of pay that differ between two computations, one row each. */
export function changesTable(changes: readonly LineChange[], view: View): ReportTable {
  return tableOf(CHANGE_COLUMNS, changes, view, 3);
}

/** What two computations come to, in a sentence. */
export function changesTotal(
  before: readonly Statement[],
  after: readonly Statement[],
  changes: readonly LineChange[],
  language: Language,
): string {
  if (changes.length === 0) return text(language, 'compare.same');
  const [then, now] = [paidOutBy(before), paidOutBy(after)];
  return text(language, 'compare.total', {
    before: plain(then),
    after: plain(now),
    change: plain(now.minus(then)),
    agents: agentsIn(changes),
  });
}

/** How many agents have lines that differ. */
export function agentsIn(changes: readonly LineChange[]): number {
  return new Set(changes.map(({ agent }) => agent)).size;
}

/** What statements pay out. */
export function paidOutBy(statements: readonly Statement[]): Decimal {
  return sum(statements.map(paidOut));
}

/** As `changesTable`, in records; with what all changes together make of the pay. */
export const CHANGES: readonly ReportColumn<{ readonly changes: readonly LineChange[] }>[] = [
  listColumn('changes', CHANGE_COLUMNS, ({ changes }) => changes),
  jsonColumn('change', DECIMAL, ({ changes }) => sum(changes.map(({ effect }) => effect))),
];

/** What differs between two computations of a month, as a document. */
export const CHANGES_DOCUMENT: readonly ReportColumn<{
  readonly month: MeasuredMonth;
  readonly edition: Pick<Edition, 'version'>;
  readonly changes: readonly LineChange[];
}>[] = [...MONTH_HEAD, ...CHANGES];
