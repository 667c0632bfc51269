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
import { runMonth } from './run-month.js';
import { sealedMonth } from './sealed-month.js';
import { selectStatements } from './select.js';
import { usageError } from './usage.js';
import { under, type VariantFlags, variantOf } from './variant.js';
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
  const sealed = await sealedMonth(flags, io);
  if (sealed === 'problems') return EXIT.problems;
  const variant = variantOf(flags);
  if (flags.compare || (flags.recalc && isVariant(variant))) {
    return compareWith(sealed, variant, flags, format, io);
  }
  if (flags.recalc) return recalculate(sealed, flags, format, io);
  if (sealed !== undefined && isVariant(variant)) {
    throw usageError('usage.variant_sealed', { month: sealed.month });
  }
  if (sealed !== undefined) {
    const reporting = { ...flags, language: sealed.language, io };
    const code = await show({ month: sealed, closed: true, format, reporting }, flags, io);
    if (code === EXIT.done) {
      await say(io, text(sealed.language, 'run.is_closed', { month: sealed.month }));
    }
    return code;
  }
  const ran = await runMonth(flags, io, (request) => calculateMonth(under(variant, request)));
  return ran === undefined ? EXIT.problems : show({ ...ran, closed: false, format }, flags, io);
}

/** A month that is to be shown. */
interface Shown {
  readonly month: PaidMonth;
  readonly closed: boolean;
  readonly format: SalaryFormat;
  readonly reporting: Reporting;
}

async function show(shown: Shown, flags: CalcFlags, io: Io): Promise<ExitCode> {
  const { month, format, reporting } = shown;
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

/** What would differ of a closed month, were it computed today. */
async function recalculate(
  sealed: PaidMonth | undefined,
  flags: CalcFlags,
  format: SalaryFormat,
  io: Io,
): Promise<ExitCode> {
  if (sealed === undefined) throw usageError('usage.recalc_open');
  const ran = await runMonth(flags, io, calculateMonth);
  if (ran === undefined) return EXIT.problems;
  return showChanges(sealed, ran, flags, format, io);
}

/** What another policy would make of a month: of a closed one beside what was sealed. */
async function compareWith(
  sealed: PaidMonth | undefined,
  variant: Variant,
  flags: CalcFlags,
  format: SalaryFormat,
  io: Io,
): Promise<ExitCode> {
  if (!isVariant(variant)) throw usageError('usage.compare_what');
  const before = sealed ?? (await runMonth(flags, io, calculateMonth))?.month;
  if (before === undefined) return EXIT.problems;
  const ran = await runMonth(flags, io, (request) => calculateMonth(under(variant, request)));
  return ran === undefined ? EXIT.problems : showChanges(before, ran, flags, format, io);
}

/** Shows the lines that differ between two computations of a month, and what that comes to. */
async function showChanges(
  before: PaidMonth,
  { month, reporting }: { readonly month: PaidMonth; readonly reporting: Reporting },
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
