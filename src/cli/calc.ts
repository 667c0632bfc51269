import type { Language } from '../lib/language.js';
import { text } from '../lib/messages/index.js';
import { jsonOf } from '../output/json.js';
import { noticeLines } from '../output/notices.js';
import { salaryTable } from '../output/salary.js';
import { salaryJson } from '../output/salary-json.js';
import { longSalaryTable } from '../output/salary-long.js';
import { calculateMonth } from '../payroll/calculate.js';
import type { PaidMonth } from '../payroll/run.js';
import type { Statement } from '../payroll/statement.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import type { FilterFlags, MonthFlags, OutputFlags } from './flags.js';
import { chooseFormat, SALARY_FORMATS, type SalaryFormat } from './format.js';
import { guardInputs } from './guard.js';
import type { Io } from './io.js';
import { renderTable } from './render.js';
import { reportProblems, say } from './report.js';
import { runMonth } from './run-month.js';
import { selectStatements } from './select.js';
import { usageError } from './usage.js';
import { version } from './version.js';

export interface CalcFlags extends OutputFlags, FilterFlags, MonthFlags {
  readonly long: boolean;
}

/** `kpi calc`: the salary table of a month. */
export async function calc(flags: CalcFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, SALARY_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  if (flags.long && format === 'json') throw usageError('usage.long_and_json');
  if (format === 'xlsx' && flags.output === undefined) {
    throw usageError('usage.workbook_needs_file');
  }
  const ran = await runMonth(flags, io, calculateMonth);
  if (ran === undefined) return EXIT.problems;
  const { month, reporting } = ran;
  const { language, problems } = month;
  const statements = selectStatements(month.statements, month.roster, flags);
  guardInputs(flags.output, month);
  const content = await contentOf(month, statements, format, language, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  if (statements.length === 0) await say(io, text(language, 'run.no_rows'));
  if (format === 'table') {
    for (const line of noticeLines(statements, language)) await say(io, line);
  }
  await reportProblems(problems, reporting);
  return EXIT.done;
}

async function contentOf(
  month: PaidMonth,
  statements: readonly Statement[],
  format: SalaryFormat,
  language: Language,
  flags: CalcFlags,
  io: Io,
): Promise<string | Uint8Array> {
  if (format === 'json') {
    return jsonOf(salaryJson(month, statements, { language, version: version(), closed: false }));
  }
  const view = { language, ids: flags.ids };
  if (format === 'xlsx') {
    const { salaryWorkbook } = await import('../output/salary-workbook.js');
    return salaryWorkbook(month, statements, { ...view, long: flags.long, version: version() });
  }
  const table = flags.long ? longSalaryTable(statements, view) : salaryTable(statements, view);
  return renderTable(table, format, flags, io);
}
