import { TAX_SHEET, taxForm } from '../../output/month/export-forms.js';
import { declaredAmounts } from '../../payroll/declared-amounts.js';
import type { PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { type ExportFlags, exportMonth, namesOf } from '../months/export-month.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

/** `kpi export tax`: the wages of a month as the tax bureau's client imports them. */
export async function exportTax(invocation: Invocation<ExportFlags>): Promise<CommandResult> {
  const of = (month: PaidMonth) => month.statements.filter((each) => isResident(each, month));
  const asked = await exportMonth(invocation, { of, needs: ['idType', 'idNumber'] });
  if ('refusal' in asked) return asked.refusal;
  const { month, rows, notes, problems } = asked;
  const { language, statements } = month;
  const others = statements.filter((each) => !isResident(each, month));
  const withBonus = statements.filter(hasBonusApart);
  const withoutItems = rows
    .map(({ statement }) => statement)
    .filter(({ statutory }) => statutory?.taxState.items === undefined);
  return {
    language,
    isPrivate: true,
    data: {
      workbook: () => [{ title: TAX_SHEET, tables: [taxForm(rows)] }],
    },
    notes: [
      others.length > 0 &&
        text(language, 'export.non_residents', { names: namesOf(others, language) }),
      withBonus.length > 0 &&
        text(language, 'export.annual_bonus', { names: namesOf(withBonus, language) }),
      withoutItems.length > 0 &&
        text(language, 'export.items_left_blank', { names: namesOf(withoutItems, language) }),
      ...notes,
    ],
    problems,
  };
}

function isResident({ agent }: Statement, { roster }: PaidMonth): boolean {
  return roster.find(({ id }) => id === agent)?.taxResidence !== 'non_resident';
}

function hasBonusApart(statement: Statement): boolean {
  return declaredAmounts(statement).annualBonus?.greaterThan(0) === true;
}
