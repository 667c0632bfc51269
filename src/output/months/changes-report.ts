import { type Decimal, plain, sum } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { LineChange } from '../../payroll/compare.js';
import { paidOut, type Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import {
  jsonColumn,
  moneyColumn,
  type ReportColumn,
  recordsOf,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { lineReason } from '../traces/line-words.js';

/** Which line of whose pay it is. */
export const AGENT_AND_LINE_COLUMNS: readonly ReportColumn<
  Pick<LineChange, 'agent' | 'name' | 'line' | 'title'>
>[] = [
  textColumn('agent', ({ agent }) => agent),
  textColumn('name', ({ name }) => name),
  textColumn('line', ({ line }) => line),
  textColumn('title', ({ title }) => title),
];

/** A line of pay that differs between two computations. */
export const CHANGE_COLUMNS: readonly ReportColumn<LineChange>[] = [
  ...AGENT_AND_LINE_COLUMNS,
  jsonColumn('kind', ({ kind }) => kind),
  moneyColumn('before', ({ before }) => before),
  moneyColumn('after', ({ after }) => after),
  moneyColumn('change', ({ effect }) => effect),
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

/** As `changesTable`, as data; with what all changes together make of the pay. */
export function changesJson(
  changes: readonly LineChange[],
  language: Language,
): { readonly [key: string]: Json } {
  return {
    changes: recordsOf(CHANGE_COLUMNS, changes, language),
    change: sum(changes.map(({ effect }) => effect)),
  };
}
