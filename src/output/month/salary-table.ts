import { isPaid, type StatutoryKind } from '../../catalogue/pay-words.js';
import type { Month } from '../../lib/month.js';
import type { PayLine, Statement } from '../../payroll/statement.js';
import { title } from '../../words/text.js';
import {
  columnOf,
  numberColumn,
  type ReportColumn,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import { type ReportTable, withTotal } from '../report/report-table.js';
import {
  BEFORE_TAX_COLUMNS,
  COST_COLUMN,
  NET_COLUMN,
  PAID_AGENT_COLUMNS,
  PAY_SUM_COLUMNS,
  PRINTED_AGENT_COLUMNS,
} from './pay-columns.js';

/** How the salary table is to be. */
interface SalaryView extends View {
  /** With what the shop pays beside pay, and what everything costs it. */
  readonly cost?: boolean;
  /** What agents come to, without the lines of plans. */
  readonly sumsOnly?: boolean;
  /** Named in every row. */
  readonly month?: Month;
  /** Plans by their titles. */
  readonly planTitles?: boolean;
  /** For paper: plans by their titles, and a place for each agent to sign. */
  readonly printed?: boolean;
}

/** The salary table: one row per agent, one column per pay line of any plan, and a total. */
export function salaryTable(statements: readonly Statement[], view: SalaryView): ReportTable {
  const isTaxed = statements.some(({ statutory }) => statutory !== undefined);
  const ofPlans = view.sumsOnly ? [] : statements;
  const columns: readonly ReportColumn<Statement>[] = [
    ...monthColumns(view),
    ...(view.printed || view.planTitles ? PRINTED_AGENT_COLUMNS : PAID_AGENT_COLUMNS),
    numberColumn('score', ({ scores: [score] }) => score?.points),
    numberColumn('rank', ({ scores: [score] }) => score?.rank),
    ...linesOf(ofPlans, isPaid).map(lineColumn),
    ...(isTaxed ? BEFORE_TAX_COLUMNS : PAY_SUM_COLUMNS),
    ...(isTaxed ? [...present(statements, 'withheld').map(lineColumn), NET_COLUMN] : []),
    ...(isTaxed && view.cost
      ? [...present(statements, 'employer').map(lineColumn), COST_COLUMN]
      : []),
    // What is not paid stands apart from what is.
    ...linesOf(ofPlans, ({ kind }) => kind === 'balance').map(lineColumn),
    ...(view.printed ? [SIGNATURE_COLUMN] : []),
  ];
  return withTotal(tableOf(columns, statements, view, 2), view.language);
}

function monthColumns({ month }: SalaryView): readonly ReportColumn<Statement>[] {
  return month === undefined ? [] : [textColumn('month', () => month)];
}

/** Blank: agents sign there that the sums are right. */
const SIGNATURE_COLUMN: ReportColumn<Statement> = columnOf(
  { id: 'signature', heading: title('table.signature'), align: 'left', signed: true },
  () => undefined,
);

/** The lines of the law that anybody has, in its order: who is not insured may stand first. */
function present(statements: readonly Statement[], kind: StatutoryKind): PayLine[] {
  const all = statements.flatMap(({ lines }) => lines).filter((line) => line.kind === kind);
  const there = new Set(all.filter(({ amount }) => amount !== undefined).map(({ id }) => id));
  return linesOf(statements, ({ id, kind: of }) => of === kind && there.has(id));
}

/** The lines of a kind, each once, in order of first appearance. */
function linesOf(statements: readonly Statement[], are: (line: PayLine) => boolean): PayLine[] {
  const lines = new Map<string, PayLine>();
  for (const line of statements.flatMap((statement) => statement.lines)) {
    if (are(line) && !lines.has(line.id)) lines.set(line.id, line);
  }
  return [...lines.values()];
}

function lineColumn({ id, title: heading, kind }: PayLine): ReportColumn<Statement> {
  return columnOf(
    { id, heading, align: 'right', money: true },
    ({ lines }) => lines.find((line) => line.id === id && line.kind === kind)?.amount,
  );
}
