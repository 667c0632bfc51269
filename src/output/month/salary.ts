import { type Decimal, decimal, sum, ZERO } from '../../lib/decimal.js';
import type { PayLine, Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { moneyColumn, numberColumn, textColumn, type View } from '../formats/columns.js';
import type { Cell, Table } from '../tables/table.js';

/** What the statements that are shown come to. */
export interface Totals {
  readonly gross: Decimal;
  readonly deductions: Decimal;
  readonly payable: Decimal;
}

/** The sums over the statements that are shown. */
export function totalsOf(statements: readonly Statement[]): Totals {
  return {
    gross: sum(statements.map(({ gross }) => gross)),
    deductions: sum(statements.map(({ deductions }) => deductions)),
    payable: sum(statements.map(({ payable }) => payable)),
  };
}

/** The salary table: one row per agent, one column per pay line of any plan, and a total. */
export function salaryTable(statements: readonly Statement[], view: View): Table {
  const lines = moneyLines(statements);
  const totals = totalsOf(statements);
  const columns = [
    ...(['id', 'name', 'role', 'plan'] as const).map((id) => textColumn(id, view.language)),
    ...(['score', 'rank'] as const).map((id) => numberColumn(id, view.language)),
    ...lines.map((line) => moneyColumn(line.id, line.title[view.language])),
    ...(['gross', 'deductions', 'payable'] as const).map((id) =>
      moneyColumn(id, text(view.language, `table.${id}`)),
    ),
  ];
  return {
    columns,
    rows: statements.map((statement) => salaryRow(statement, lines, view)),
    total: [
      text(view.language, 'total'),
      ...Array.from({ length: 5 }, () => undefined),
      ...lines.map(({ id }) => lineTotal(statements, id)),
      totals.gross,
      totals.deductions,
      totals.payable,
    ],
    keyColumns: 2,
  };
}

function salaryRow(statement: Statement, lines: readonly PayLine[], view: View): Cell[] {
  const score = statement.scores[0];
  const amounts = new Map(statement.lines.map(({ id, amount }) => [id, amount]));
  return [
    statement.agent,
    statement.name,
    view.ids ? statement.role.id : statement.role.title[view.language],
    statement.plan,
    score?.points,
    score === undefined ? undefined : decimal(score.rank),
    ...lines.map(({ id }) => amounts.get(id)),
    statement.gross,
    statement.deductions,
    statement.payable,
  ];
}

/** The lines that carry money, each once, in order of first appearance. */
function moneyLines(statements: readonly Statement[]): PayLine[] {
  const lines = new Map<string, PayLine>();
  for (const line of statements.flatMap((statement) => statement.lines)) {
    if (line.kind !== 'notice' && !lines.has(line.id)) lines.set(line.id, line);
  }
  return [...lines.values()];
}

/** Blank when the line is absent for everyone. */
function lineTotal(statements: readonly Statement[], id: string): Decimal | undefined {
  const amounts = statements
    .flatMap(({ lines }) => lines.filter((line) => line.id === id))
    .flatMap(({ amount }) => amount ?? []);
  return amounts.length === 0 ? undefined : amounts.reduce((a, b) => a.plus(b), ZERO);
}
