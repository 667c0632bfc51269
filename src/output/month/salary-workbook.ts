import { decimal } from '../../lib/decimal.js';
import { groupBy } from '../../lib/group.js';
import type { Json } from '../../lib/json.js';
import type { PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { type WorkbookSheet, workbookOf } from '../formats/workbook/workbook.js';
import { problemsTable } from '../problems/problem-table.js';
import { type ReportColumn, tableOf, textColumn, type View } from '../report/report-columns.js';
import type { Cell, ReportTable } from '../report/report-table.js';
import { INPUT_COLUMNS } from './document.js';
import { longSalaryTable } from './salary-long.js';
import { salaryTable } from './salary-table.js';
import { settingsJson } from './settings-json.js';

export interface SalaryWorkbookOptions extends View {
  /** One row per agent and line instead of one per agent. */
  readonly long: boolean;
  readonly cost: boolean;
  /** The version of the program. */
  readonly version: string;
}

/**
 * The month's salary as a workbook: a sheet for each plan, one of the problems, and one of the settings
 * and files that it was computed from. `statements` are those that are shown.
 */
export async function salaryWorkbook(
  month: PaidMonth,
  statements: readonly Statement[],
  options: SalaryWorkbookOptions,
): Promise<Uint8Array> {
  const { language, ids } = options;
  const sheets = [
    ...planSheets(statements, options),
    sheet(text(language, 'sheet.problems'), true, problemsTable(month.problems, options)),
    sheet(
      text(language, 'sheet.settings'),
      false,
      settingsTable(month, options),
      tableOf(INPUT_COLUMNS, month.inputs, options, 1),
    ),
  ];
  return workbookOf(sheets, ids);
}

function sheet(title: string, frozen: boolean, ...tables: ReportTable[]): WorkbookSheet {
  return { title, frozen, tables };
}

function planSheets(
  statements: readonly Statement[],
  { language, ids, long, cost }: SalaryWorkbookOptions,
): WorkbookSheet[] {
  const table = long ? longSalaryTable : salaryTable;
  const view = { language, ids, cost };
  const plans = groupBy(statements, ({ plan }) => plan);
  // Nobody to pay: the header alone says so.
  if (plans.size === 0) return [sheet(text(language, 'sheet.salary'), true, table([], view))];
  return [...plans].map(([plan, members]) => {
    const title = ids ? plan : (members[0]?.planTitle[language] ?? plan);
    return sheet(title, true, table(members, view));
  });
}

type Setting = readonly [name: string, value: Cell];

const SETTING_COLUMNS: readonly ReportColumn<Setting>[] = [
  textColumn('setting', ([name]) => name),
  textColumn('value', ([, value]) => value, { long: true }),
];

/** Which month of which shop it is, and the settings of kpi.yaml by which it was counted; times in seconds. */
function settingsTable(month: PaidMonth, { version, ...view }: SalaryWorkbookOptions): ReportTable {
  const settings = Object.entries(settingsJson(month.metrics?.settings));
  const rows: readonly Setting[] = [
    [text(view.language, 'table.month'), month.month],
    [text(view.language, 'table.shop'), month.shop?.name],
    ['kpi', version],
    ...settings.map(([name, value]) => [name, settingCell(value)] as const),
  ];
  return tableOf(SETTING_COLUMNS, rows, view, 1);
}

function settingCell(value: Json): Cell {
  if (typeof value === 'number') return decimal(value);
  return value === null || value === undefined ? undefined : settingText(value);
}

function settingText(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(settingText).join(', ');
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${settingText(part)}`)
    .join(', ');
}
