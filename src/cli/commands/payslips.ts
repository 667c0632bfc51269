import { parseDay } from '../../lib/month.js';
import { payslipOf } from '../../output/payslips/payslip.js';
import { payslipFiles } from '../../output/payslips/payslip-files.js';
import { payslipPage } from '../../output/payslips/payslip-page.js';
import { payslipSheets } from '../../output/payslips/payslip-sheet.js';
import { calculateMonth } from '../../payroll/calculate.js';
import { changesBetween } from '../../payroll/compare.js';
import type { PaidMonth } from '../../payroll/run.js';
import { text } from '../../words/text.js';
import type { FilterFlags, MonthFlags, TextFlags } from '../flags/flags.js';
import { selectedStatements } from '../flags/select.js';
import { usageError } from '../flags/usage.js';
import { askedMonth, askedSeal, type Possibly } from '../months/asked-month.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

interface PayslipsFlags extends TextFlags, FilterFlags, MonthFlags {
  readonly strict: boolean;
  /** Files that are there already are written over. */
  readonly force: boolean;
  /** Whom to ask. */
  readonly ask?: string;
  /** Until which day. */
  readonly by?: string;
}

/** `kpi payslips`: a slip for each agent, of nothing but her own pay. */
export async function payslips(invocation: Invocation<PayslipsFlags>): Promise<CommandResult> {
  const { ask, by, force, ...flags } = invocation.flags;
  if (by !== undefined && parseDay(by) === undefined)
    throw usageError('usage.bad_day', { given: by });
  const asked = await paidMonth(invocation);
  if ('refusal' in asked) return asked.refusal;
  const { month, isFromSeal } = asked;
  const { language, problems } = month;
  const statements = selectedStatements(month, flags);
  const setting = { month: month.month, shop: month.shop?.name ?? '', language, ask, by };
  const slips = () => statements.map((statement) => payslipOf(statement, setting));
  return {
    language,
    isPrivate: true,
    keepsExisting: !force,
    data: {
      html: () => payslipPage(slips(), language),
      pages: () => payslipFiles(slips(), month.month, language),
      workbook: () => payslipSheets(month, statements, { language, ids: false }),
    },
    notes: [
      statements.length === 0 && text(language, 'run.no_rows'),
      isFromSeal && text(language, 'payslip.from_seal', { month: month.month }),
    ],
    problems,
  };
}

/**
 * The month, of a closed one as it was sealed. Its reasons are worked out again as long as that gives what was sealed;
 * else its slips have what the seal says.
 */
async function paidMonth(
  invocation: Invocation<PayslipsFlags>,
): Promise<Possibly<{ readonly month: PaidMonth; readonly isFromSeal: boolean }>> {
  const seal = await askedSeal(invocation);
  if ('refusal' in seal) return seal;
  const { closed } = seal;
  const again = await askedMonth(invocation, { closed, basis: 'sealed-policy' }, calculateMonth);
  if (closed === undefined) {
    return 'refusal' in again ? again : { month: again.month, isFromSeal: false };
  }
  const isSame =
    !('refusal' in again) &&
    changesBetween(closed.sealed.statements, again.month.statements).length === 0;
  if (isSame) return { month: again.month, isFromSeal: false };
  const sealed = await askedMonth(invocation, { closed, basis: 'seal' }, calculateMonth);
  return 'refusal' in sealed ? sealed : { month: sealed.month, isFromSeal: true };
}
