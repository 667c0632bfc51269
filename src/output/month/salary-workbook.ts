import { groupBy } from '../../lib/group.js';
import type { PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import type { Problem } from '../../words/problem.js';
import { text } from '../../words/text.js';
import type { WorkbookSheet } from '../formats/workbook/workbook.js';
import { problemsInWords } from '../problems/problem-table.js';
import { tableOf, type View } from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { captionedSheet, headOfMonth } from './captioned-sheet.js';
import { INPUT_COLUMNS } from './document.js';
import { longSalaryTable } from './salary-long.js';
import { salaryTable } from './salary-table.js';
import { settingsTable } from './settings-table.js';

/** What the salary workbook may have beside pay. */
export const WORKBOOK_PARTS = ['problems', 'settings'] as const;
export type WorkbookPart = (typeof WORKBOOK_PARTS)[number];

interface SalaryWorkbookOptions extends View {
  /** One row per agent and line in the sheets of plans, instead of one per agent. */
  readonly long: boolean;
  readonly cost: boolean;
  readonly parts: readonly WorkbookPart[];
  /** The problems that are shown when they are asked for. */
  readonly problems: readonly Problem[];
  /** The version of the program. */
  readonly version: string;
}

/**
 * The month's salary as the sheets of a workbook: all agents with what they come to, a sheet for each plan, and
 * what was asked for beside them. `statements` are those that are shown.
 */
export function salarySheets(
  month: PaidMonth,
  statements: readonly Statement[],
  options: SalaryWorkbookOptions,
): readonly WorkbookSheet[] {
  const { language, ids, cost, long, parts, problems, version } = options;
  const sheet = (title: string, ...tables: ReportTable[]) =>
    captionedSheet(headOfMonth(month), title, tables, language);
  const view = { language, ids, cost, printed: true };
  const plans = [...groupBy(statements, ({ plan }) => plan)].map(([plan, members]) =>
    sheet(
      ids ? plan : (members[0]?.planTitle[language] ?? plan),
      long ? longSalaryTable(members, options) : salaryTable(members, view),
    ),
  );
  const summary = salaryTable(statements, { ...view, sumsOnly: true });
  return [
    sheet(text(language, 'sheet.summary'), summary),
    ...plans,
    ...(parts.includes('problems')
      ? [sheet(text(language, 'sheet.problems'), problemsInWords(problems, options))]
      : []),
    ...(parts.includes('settings')
      ? [
          sheet(
            text(language, 'sheet.settings'),
            settingsTable(month, version, options),
            tableOf(INPUT_COLUMNS, month.inputs, options, 1),
          ),
        ]
      : []),
  ];
}
