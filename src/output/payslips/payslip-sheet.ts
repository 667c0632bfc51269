import type { PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import type { WorkbookSheet } from '../formats/workbook/workbook.js';
import { captionedSheet, headOfMonth } from '../month/captioned-sheet.js';
import { salaryTable } from '../month/salary-table.js';
import type { View } from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';

/** As many columns as stand beside each other on an upright page and can be read. */
const MOST_COLUMNS = 9;

/**
 * Slips to cut apart, on upright pages: for each agent the headings of what she has, each with its figure below, in as
 * many rows as it takes, and a blank row between two agents. A clerk prints them and folds.
 */
export function payslipSheets(
  month: PaidMonth,
  statements: readonly Statement[],
  view: View,
): readonly WorkbookSheet[] {
  const { language } = view;
  const tables = statements.flatMap((statement) => {
    const own = {
      ...statement,
      lines: statement.lines.filter(({ amount }) => amount !== undefined),
    };
    const { total: _, ...table } = salaryTable([own], {
      ...view,
      printed: true,
      month: month.month,
    });
    return wrapped(table);
  });
  const title = text(language, 'payslip.title');
  const sheet = captionedSheet(headOfMonth(month), title, tables, language);
  return [{ ...sheet, areSlips: true }];
}

/** A table of one row as several below each other, each with the next columns. */
function wrapped(table: ReportTable): readonly ReportTable[] {
  const parts = Math.ceil(table.columns.length / MOST_COLUMNS);
  const width = Math.ceil(table.columns.length / parts);
  return Array.from({ length: parts }, (_, part) => {
    const [from, to] = [part * width, (part + 1) * width];
    return {
      ...table,
      columns: table.columns.slice(from, to),
      rows: table.rows.map((row) => row.slice(from, to)),
      ...(part > 0 && { isContinued: true as const }),
    };
  });
}
