import { version } from '../../lib/version.js';
import { overviewPage } from '../../output/overview/overview-page.js';
import { DAILY_METRICS } from '../../output/overview/service-sections.js';
import { calculateMonth } from '../../payroll/calculate.js';
import type { RunRequest } from '../../payroll/run.js';
import { text } from '../../words/text.js';
import type { FilterFlags, MonthFlags, TextFlags } from '../flags/flags.js';
import { selectedStatements } from '../flags/select.js';
import { shownMonth } from '../months/asked-month.js';
import { closedChain } from '../months/closed-chain.js';
import type { CommandResult } from '../present/result.js';
import type { Invocation } from './command.js';

interface ReportFlags extends TextFlags, FilterFlags, MonthFlags {
  readonly strict: boolean;
}

/** `kpi report`: a month as a page. */
export async function report(invocation: Invocation<ReportFlags>): Promise<CommandResult> {
  const asked = await shownMonth(invocation, calculateForPage);
  if ('refusal' in asked) return asked.refusal;
  const { flags } = invocation;
  const { month, isClosed } = asked;
  const { language, problems } = month;
  const closed = await closedChain(flags);
  if ('refusal' in closed) return closed.refusal;
  const chain = closed.chain.filter((each) => each.month <= month.month);
  const statements = selectedStatements(month, flags);
  return {
    language,
    isPrivate: true,
    data: {
      html: () =>
        overviewPage({ month, statements, isClosed, chain, language, version: version() }),
    },
    notes: [
      statements.length === 0 && text(language, 'run.no_rows'),
      isClosed && text(language, 'run.is_closed', { month: month.month }),
    ],
    problems,
  };
}

/** Pays the month and counts the days and hours that the page draws. */
function calculateForPage(request: RunRequest) {
  const shows = { byDay: new Set(DAILY_METRICS), byHour: true, byWeekday: true };
  return calculateMonth({ ...request, shows });
}
