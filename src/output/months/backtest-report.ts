import type { Backtested } from '../../ledger/backtest-month.js';
import type { Month } from '../../lib/month.js';
import type { LineChange } from '../../payroll/compare.js';
import { type Edition, VERSION } from '../month/document.js';
import { problemsColumn } from '../problems/problem-table.js';
import {
  columnsOfPart,
  listColumn,
  moneyColumn,
  numberColumn,
  type ReportColumn,
  recorded,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { DECIMAL, orNull } from '../report/shapes.js';
import { agentsIn, CHANGE_COLUMNS, CHANGES, paidOutBy } from './changes-report.js';

const MONTH_COLUMN = textColumn('month', ({ month }: { readonly month: Month }) => month, {
  always: true,
});

const BACKTEST_COLUMNS: readonly ReportColumn<Backtested>[] = [
  MONTH_COLUMN,
  numberColumn('agents_changed', ({ changes }) => agentsIn(changes), { json: 'none' }),
  moneyColumn('before', ({ before }) => paidOutBy(before), { always: true }),
  moneyColumn('after', ({ after }) => paidOutBy(after), {
    json: recorded(orNull(DECIMAL), ({ after, problems }) =>
      problems.length > 0 ? null : paidOutBy(after),
    ),
  }),
  moneyColumn('change', ({ before, after }) => paidOutBy(after).minus(paidOutBy(before)), {
    json: 'none',
  }),
];

interface ChangeInMonth {
  readonly month: Month;
  readonly change: LineChange;
}

const LONG_COLUMNS: readonly ReportColumn<ChangeInMonth>[] = [
  MONTH_COLUMN,
  ...columnsOfPart(CHANGE_COLUMNS, ({ change }: ChangeInMonth) => change),
];

/** What closed months would have cost under another policy, a row per month. */
export function backtestTable(months: readonly Backtested[], view: View): ReportTable {
  return tableOf(BACKTEST_COLUMNS, months, view, 1);
}

/** The lines that would have been otherwise, a row per month, agent and line. */
export function longBacktestTable(months: readonly Backtested[], view: View): ReportTable {
  const rows = months.flatMap(({ month, changes }) => changes.map((change) => ({ month, change })));
  return tableOf(LONG_COLUMNS, rows, view, 4);
}

/** As both tables, as a document. */
export const BACKTEST_DOCUMENT: readonly ReportColumn<{
  readonly months: readonly Backtested[];
  readonly edition: Pick<Edition, 'version'>;
}>[] = [
  VERSION,
  listColumn<{ readonly months: readonly Backtested[] }, Backtested>(
    'months',
    [...BACKTEST_COLUMNS, ...CHANGES, problemsColumn(({ problems }) => problems)],
    ({ months }) => months,
  ),
];
