import { bankForm } from '../../output/month/export-forms.js';
import { paidOut, type Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { type ExportFlags, exportMonth, namesOf } from '../months/export-month.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

/** `kpi export bank`: whom a bank is to pay what. */
export async function exportBank(invocation: Invocation<ExportFlags>): Promise<CommandResult> {
  const of = ({ statements }: { readonly statements: readonly Statement[] }) =>
    statements.filter(isPaidOut);
  const asked = await exportMonth(invocation, { of, needs: ['bank', 'account'] });
  if ('refusal' in asked) return asked.refusal;
  const { month, rows, notes, problems } = asked;
  const { language } = month;
  const others = month.statements.filter((each) => !isPaidOut(each));
  const form = () => bankForm(month.month, rows);
  return {
    language,
    isPrivate: true,
    data: {
      table: form,
      workbook: () => [{ title: month.month, tables: [form()] }],
    },
    notes: [
      others.length > 0 &&
        text(language, 'export.nothing_to_pay', { names: namesOf(others, language) }),
      ...notes,
    ],
    problems,
  };
}

function isPaidOut(statement: Statement): boolean {
  return paidOut(statement).greaterThan(0);
}
