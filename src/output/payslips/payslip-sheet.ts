import type { PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import type { WorkbookSheet } from '../formats/workbook/workbook.js';
import { captionedSheet, headOfMonth } from '../month/captioned-sheet.js';
import { salaryTable } from '../month/salary-table.js';
import type { View } from '../report/report-columns.js';

/**
 * Slips to cut apart: for each agent the headings of what she has and one row, with a blank row between two. A
 * clerk prints them and folds.
 */
export function payslipSheets(
  month: PaidMonth,
  statements: readonly Statement[],
  view: View,
): readonly WorkbookSheet[] {
  const { language } = view;
  const tables = statements.map((statement) => {
    const own = {
      ...statement,
      lines: statement.lines.filter(({ amount }) => amount !== undefined),
    };
    const { total: _, ...table } = salaryTable([own], {
      ...view,
      printed: true,
      month: month.month,
    });
    return table;
  });
  const title = text(language, 'payslip.title');
  return [captionedSheet(headOfMonth(month), title, tables, language)];
}
