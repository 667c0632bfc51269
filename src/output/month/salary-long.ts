import type { PayLine, Statement } from '../../payroll/statement.js';
import {
  columnsOfPart,
  type ReportColumn,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { PAY_LINE_COLUMNS } from './pay-columns.js';

interface PaidLine {
  readonly statement: Statement;
  readonly line: PayLine;
}

const PAID_LINE_COLUMNS: readonly ReportColumn<PaidLine>[] = [
  textColumn('agent', ({ statement }) => statement.agent),
  textColumn('name', ({ statement }) => statement.name),
  ...columnsOfPart(PAY_LINE_COLUMNS, ({ line }: PaidLine) => line),
];

/** The salary table with one row per agent and pay line, absent lines too. */
export function longSalaryTable(statements: readonly Statement[], view: View): ReportTable {
  const rows = statements.flatMap((statement) =>
    statement.lines.map((line) => ({ statement, line })),
  );
  return tableOf(PAID_LINE_COLUMNS, rows, view, 3);
}
