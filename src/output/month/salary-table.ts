import { isPaid } from '../../catalogue/pay-words.js';
import type { PayLine, Statement } from '../../payroll/statement.js';
import {
  columnOf,
  numberColumn,
  type ReportColumn,
  tableOf,
  type View,
} from '../report/report-columns.js';
import { type ReportTable, withTotal } from '../report/report-table.js';
import { PAID_AGENT_COLUMNS, PAY_SUM_COLUMNS } from './pay-columns.js';

/** The salary table: one row per agent, one column per pay line of any plan, and a total. */
export function salaryTable(statements: readonly Statement[], view: View): ReportTable {
  const columns: readonly ReportColumn<Statement>[] = [
    ...PAID_AGENT_COLUMNS,
    numberColumn('score', ({ scores: [score] }) => score?.points),
    numberColumn('rank', ({ scores: [score] }) => score?.rank),
    ...linesOf(statements, isPaid).map(lineColumn),
    ...PAY_SUM_COLUMNS,
    // What is not paid stands apart from what is.
    ...linesOf(statements, ({ kind }) => kind === 'balance').map(lineColumn),
  ];
  return withTotal(tableOf(columns, statements, view, 2), view.language);
}

/** The lines of a kind, each once, in order of first appearance. */
function linesOf(statements: readonly Statement[], are: (line: PayLine) => boolean): PayLine[] {
  const lines = new Map<string, PayLine>();
  for (const line of statements.flatMap((statement) => statement.lines)) {
    if (are(line) && !lines.has(line.id)) lines.set(line.id, line);
  }
  return [...lines.values()];
}

function lineColumn({ id, title }: PayLine): ReportColumn<Statement> {
  return columnOf(
    { id, heading: title, align: 'right', money: true },
    ({ lines }) => lines.find((line) => line.id === id)?.amount,
  );
}
