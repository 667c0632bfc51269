import type { ClosedMonth } from '../ledger/closed-folder.js';
import { jsonOf } from '../lib/json.js';
import { noticeLines } from '../output/month/notice-text.js';
import { salaryTable } from '../output/month/salary.js';
import { salaryJson } from '../output/month/salary-json.js';
import { longSalaryTable } from '../output/month/salary-long.js';
import { changesJson, changesTable, changesTotal } from '../output/months/changes.js';
import { calculateMonth } from '../payroll/calculate.js';
import { changesBetween } from '../payroll/compare.js';
import type { PaidMonth } from '../payroll/run.js';
import type { Statement } from '../payroll/statement.js';
import { isVariant, type Variant } from '../payroll/variant.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import type { FilterFlags, MonthFlags, OutputFlags } from './flags.js';
import { chooseFormat, SALARY_FORMATS, type SalaryFormat } from './format.js';
import { guardInputs } from './guard.js';
import type { Io } from './io.js';
import { renderTable } from './render.js';
import { type Reporting, reportProblems, say } from './report.js';
import { type Ran, runMonth } from './run-month.js';
import { sealOf } from './sealed-month.js';
import { selectStatements } from './select.js';
import { usageError } from './usage.js';
import { type VariantFlags, variantOf } from './variant.js';
import { version } from './version.js';

export interface CalcFlags extends OutputFlags, FilterFlags, MonthFlags, VariantFlags {
  readonly long: boolean;
  /** Of a closed month: what would differ today. */
  readonly recalc: boolean;
  /** Show what differs from the policy in force. */
  readonly compare: boolean;
}

/** `kpi calc`: the salary table of a month; of a closed one what was sealed. */
export async function calc(flags: CalcFlags, io: Io): Promise<ExitCode> {
  const format = chooseFormat(flags, SALARY_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  if (flags.long && format === 'json') throw usageError('usage.long_and_json');
  if (format === 'xlsx' && flags.output === undefined) {
    throw usageError('usage.workbook_needs_file');
  }
  const seal = await sealOf(flags, io);
  if (seal === 'problems') return EXIT.problems;
  const { closed } = seal;
  const variant = variantOf(flags);
  if (flags.compare || flags.recalc) {
    if (flags.compare && !isVariant(variant)) throw usageError('usage.compare_what');
    if (closed === undefined && !isVariant(variant)) throw usageError('usage.recalc_open');
    return compareWith(closed, variant, flags, format, io);
  }
  if (closed !== undefined && isVariant(variant)) {
    throw usageError('usage.variant_sealed', { month: closed.month });
  }
  const ran = await runMonth(flags, io, { closed, basis: 'seal', variant }, calculateMonth);
  if (ran === undefined) return EXIT.problems;
  return show({ ...ran, closed: closed !== undefined, format }, flags, io);
}

/** A month that is to be shown. */
interface Shown {
  readonly month: PaidMonth;
  readonly closed: boolean;
  readonly format: SalaryFormat;
  readonly reporting: Reporting;
}

async function show(shown: Shown, flags: CalcFlags, io: Io): Promise<ExitCode> {
  const { month, closed, format, reporting } = shown;
  const { language, problems } = month;
  const statements = selectStatements(month.statements, month.roster, flags);
  guardInputs(flags.output, month);
  const content = await contentOf(shown, statements, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  if (statements.length === 0) await say(io, text(language, 'run.no_rows'));
  if (format === 'table') {
    for (const line of noticeLines(statements, language)) await say(io, line);
  }
  if (closed) await say(io, text(language, 'run.is_closed', { month: month.month }));
  await reportProblems(problems, reporting);
  return EXIT.done;
}

async function contentOf(
  { month, closed, format }: Shown,
  statements: readonly Statement[],
  flags: CalcFlags,
  io: Io,
): Promise<string | Uint8Array> {
  const { language } = month;
  if (format === 'json') {
    return jsonOf(salaryJson(month, statements, { language, version: version(), closed }));
  }
  const view = { language, ids: flags.ids };
  if (format === 'xlsx') {
    const { salaryWorkbook } = await import('../output/month/salary-workbook.js');
    return salaryWorkbook(month, statements, { ...view, long: flags.long, version: version() });
  }
  const table = flags.long ? longSalaryTable(statements, view) : salaryTable(statements, view);
  return renderTable(table, format, flags, io);
}

/** What a month comes to by the folder as it stands, or by another policy, beside what it was before. */
async function compareWith(
  closed: ClosedMonth | undefined,
  variant: Variant,
  flags: CalcFlags,
  format: SalaryFormat,
  io: Io,
): Promise<ExitCode> {
  const before = await runMonth(flags, io, { closed, basis: 'seal' }, calculateMonth);
  if (before === undefined) return EXIT.problems;
  const after = await runMonth(flags, io, { closed, basis: 'folder', variant }, calculateMonth);
  return after === undefined ? EXIT.problems : showChanges(before.month, after, flags, format, io);
}

/** Shows the lines that differ between two computations of a month, and what that comes to. */
async function showChanges(
  before: PaidMonth,
  { month, reporting }: Ran<PaidMonth>,
  flags: CalcFlags,
  format: SalaryFormat,
  io: Io,
): Promise<ExitCode> {
  if (format === 'xlsx') throw usageError('usage.recalc_workbook');
  const { language } = month;
  const then = selectStatements(before.statements, before.roster, flags);
  const now = selectStatements(month.statements, month.roster, flags);
  const changes = changesBetween(then, now);
  guardInputs(flags.output, month);
  const content =
    format === 'json'
      ? jsonOf({ kpi: version(), month: month.month, ...changesJson(changes, language) })
      : await renderTable(changesTable(changes, { language, ids: flags.ids }), format, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  await say(io, changesTotal(then, now, changes, language));
  await reportProblems(month.problems, reporting);
  return EXIT.done;
}
