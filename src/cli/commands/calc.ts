import type { ClosedMonth } from '../../ledger/closed-folder.js';
import { suggest } from '../../lib/suggest.js';
import { version } from '../../lib/version.js';
import { headOfMonth, workbookOfTable } from '../../output/month/captioned-sheet.js';
import { noticeLines } from '../../output/month/notice-words.js';
import { SALARY_DOCUMENT } from '../../output/month/salary-json.js';
import { longSalaryTable } from '../../output/month/salary-long.js';
import { salaryTable } from '../../output/month/salary-table.js';
import {
  salarySheets,
  WORKBOOK_PARTS,
  type WorkbookPart,
} from '../../output/month/salary-workbook.js';
import {
  CHANGES_DOCUMENT,
  changesTable,
  changesTotal,
} from '../../output/months/changes-report.js';
import { problemsOfAgents } from '../../output/problems/problems-of-agent.js';
import { recordOf } from '../../output/report/report-columns.js';
import { calculateMonth } from '../../payroll/calculate.js';
import { changesBetween } from '../../payroll/compare.js';
import { postedNotices } from '../../payroll/notices.js';
import type { PaidMonth } from '../../payroll/run.js';
import { isVariant, type Variant } from '../../payroll/variant.js';
import { text } from '../../words/text.js';
import type { FilterFlags, MonthFlags, OutputFlags, VariantFlags } from '../flags/flags.js';
import { selectedStatements } from '../flags/select.js';
import { usageError } from '../flags/usage.js';
import { askedMonth, askedSeal } from '../months/asked-month.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

export interface CalcFlags extends OutputFlags, FilterFlags, MonthFlags, VariantFlags {
  readonly long: boolean;
  /** With what the shop pays beside pay. */
  readonly cost: boolean;
  /** What a workbook has beside pay. */
  readonly with?: string;
  /** Of a closed month: what would differ today. */
  readonly recalc: boolean;
  /** Show what differs from the policy in force. */
  readonly compare: boolean;
}

/** `kpi calc`: the salary table of a month; of a closed one what was sealed. */
export async function calc(invocation: Invocation<CalcFlags>): Promise<CommandResult> {
  const { flags, format } = invocation;
  if (flags.long && format === 'json') throw usageError('usage.long_and_json');
  if (format !== 'xlsx' && flags.with !== undefined) throw usageError('usage.with_needs_workbook');
  const seal = await askedSeal(invocation);
  if ('refusal' in seal) return seal.refusal;
  const { closed } = seal;
  const { set, rules } = flags;
  const variant = { set, rules };
  if (flags.compare || flags.recalc) {
    if (flags.compare && !isVariant(variant)) throw usageError('usage.compare_what');
    if (closed === undefined && !isVariant(variant)) throw usageError('usage.recalc_open');
    return compared(closed, variant, invocation);
  }
  if (closed !== undefined && isVariant(variant)) {
    throw usageError('usage.variant_sealed', { month: closed.month });
  }
  const asked = await askedMonth(invocation, { closed, basis: 'seal', variant }, calculateMonth);
  return 'refusal' in asked ? asked.refusal : shown(asked.month, closed !== undefined, invocation);
}

function shown(
  month: PaidMonth,
  closed: boolean,
  { flags, format }: Invocation<CalcFlags>,
): CommandResult {
  const { language, problems } = month;
  const statements = selectedStatements(month, flags);
  const edition = { language, version: version(), closed };
  const view = { language, ids: flags.ids, cost: flags.cost };
  return {
    language,
    data: {
      table: () => (flags.long ? longSalaryTable(statements, view) : salaryTable(statements, view)),
      json: () => recordOf(SALARY_DOCUMENT, { month, statements, edition }, language),
      workbook: () => {
        const ofAgents = flags.agent.length > 0 ? statements : undefined;
        return salarySheets(month, statements, {
          ...view,
          ...edition,
          long: flags.long,
          parts: partsIn(flags),
          problems: ofAgents === undefined ? problems : problemsOfAgents(ofAgents, problems),
        });
      },
    },
    notes: [
      statements.length === 0 && text(language, 'run.no_rows'),
      ...(format === 'table' ? noticeLines(postedNotices(month, statements), language) : []),
      closed && text(language, 'run.is_closed', { month: month.month }),
    ],
    problems,
  };
}

/** What a workbook has beside pay: with every line everything, else what `--with` names. */
function partsIn({ long, with: named }: CalcFlags): readonly WorkbookPart[] {
  if (named === undefined) return long ? WORKBOOK_PARTS : [];
  return named.split(/[,，、]/).map((given) => {
    const part = WORKBOOK_PARTS.find((each) => each === given.trim());
    if (part !== undefined) return part;
    const known = WORKBOOK_PARTS.join(', ');
    throw usageError('usage.unknown_part', { given, known }, suggest(given, WORKBOOK_PARTS));
  });
}

/** What a month comes to by the folder as it stands, or by another policy, beside what it was before. */
async function compared(
  closed: ClosedMonth | undefined,
  variant: Variant,
  invocation: Invocation<CalcFlags>,
): Promise<CommandResult> {
  const before = await askedMonth(invocation, { closed, basis: 'seal' }, calculateMonth);
  if ('refusal' in before) return before.refusal;
  const isAnnounced = closed === undefined;
  const again = { closed, basis: 'folder', variant, isAnnounced } as const;
  const after = await askedMonth(invocation, again, calculateMonth);
  if ('refusal' in after) return after.refusal;
  return changed(before.month, after.month, invocation);
}

/** The lines that differ between two computations of a month, and what that comes to. */
function changed(
  before: PaidMonth,
  month: PaidMonth,
  { flags }: Invocation<CalcFlags>,
): CommandResult {
  const { language, problems } = month;
  const then = selectedStatements(before, flags);
  const now = selectedStatements(month, flags);
  const changes = changesBetween(then, now);
  const edition = { version: version() };
  const table = () => changesTable(changes, { language, ids: flags.ids });
  return {
    language,
    data: {
      table,
      json: () => recordOf(CHANGES_DOCUMENT, { month, edition, changes }, language),
      workbook: () => workbookOfTable(headOfMonth(month), 'sheet.changes', table(), language),
    },
    notes: [changesTotal(then, now, changes, language)],
    problems,
  };
}
