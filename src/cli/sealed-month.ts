import type { InputKind } from '../catalogue/inputs.js';
import { type ClosedMonth, closedMonths, readChain, readClosed } from '../ledger/closed-folder.js';
import { settledOf } from '../ledger/corrections-due.js';
import { known } from '../ledger/exact.js';
import { metricsOf } from '../ledger/past.js';
import { rosterOf, sealedOpener } from '../ledger/reopen.js';
import type { SealedMonth } from '../ledger/sealed-month.js';
import { statementsOf } from '../ledger/statements.js';
import { sealedRequest } from '../ledger/verify.js';
import type { Month } from '../lib/month.js';
import type { PaidMonth, RunRequest } from '../payroll/run.js';
import { isActive } from '../shop/roster.js';
import { collectProblems, type Problems } from '../words/problem.js';
import type { MonthFlags } from './flags.js';
import type { Io } from './io.js';
import { withHistory } from './ledger.js';
import { requestOf } from './month.js';
import { reportProblems } from './report.js';

/** The month that the flags name, when it is closed. Reports and says so when its file cannot be read. */
export async function sealedMonth(
  flags: MonthFlags,
  io: Io,
): Promise<PaidMonth | 'problems' | undefined> {
  const { folder, month, language } = requestOf(flags, io);
  const problems = collectProblems();
  const closed = await closedOf(folder, month, problems);
  if (problems.hasErrors()) {
    const reporting = { language: language ?? 'zh', color: flags.color, strict: false, io };
    await reportProblems(problems.all, reporting);
    return 'problems';
  }
  return closed && paidMonthOf(closed.sealed, folder, language);
}

/**
 * A month's seal; undefined when the month is not closed, or cannot be read. A month that is not closed while
 * later ones are is looked for in their chain: who takes a seal away does not open the month.
 */
export async function closedOf(
  folder: string,
  month: Month,
  problems: Problems,
): Promise<ClosedMonth | undefined> {
  const months = await closedMonths(folder, problems);
  if (months?.includes(month) === true) return readClosed(folder, month, problems);
  if (months?.some((later) => later > month) === true) await readChain(folder, problems);
  return undefined;
}

/** A closed month as whatever shows months takes it. */
async function paidMonthOf(
  sealed: SealedMonth,
  folder: string,
  language: PaidMonth['language'] | undefined,
): Promise<PaidMonth> {
  const month = sealed.month as Month;
  const { shop } = await sealedOpener(sealed, folder)(collectProblems(), language);
  const roster = rosterOf(sealed.roster);
  return {
    month,
    language: language ?? shop?.language ?? 'zh',
    shop,
    roster,
    active: roster.filter((agent) => isActive(agent, month)),
    metrics: metricsOf(sealed),
    inputs: sealed.inputs.map(({ read_as: readAs, kind, ...input }) => ({
      ...input,
      readAs,
      kind: kind as InputKind,
    })),
    problems: [],
    statements: statementsOf(sealed),
    ...known({ corrections: sealed.corrections && settledOf(sealed.corrections) }),
  };
}

/** A run over a closed month as it was computed then; over any other as it stands. */
export async function asClosed(request: RunRequest, problems: Problems): Promise<RunRequest> {
  const closed = await closedOf(request.folder, request.month, problems);
  return closed === undefined ? withHistory(request) : sealedRequest(closed.sealed, request);
}
