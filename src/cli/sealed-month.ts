import type { InputKind } from '../catalogue/inputs.js';
import { closedMonths, readClosed } from '../ledger/closed-folder.js';
import { settledOf } from '../ledger/corrections-due.js';
import { known } from '../ledger/exact.js';
import { metricsOf } from '../ledger/past.js';
import { rosterOf, sealedOpener } from '../ledger/reopen.js';
import type { SealedMonth } from '../ledger/sealed-month.js';
import { statementsOf } from '../ledger/statements.js';
import type { Month } from '../lib/month.js';
import { collectProblems } from '../lib/problem.js';
import type { PaidMonth } from '../payroll/run.js';
import { isActive } from '../shop/roster.js';
import type { MonthFlags } from './flags.js';
import type { Io } from './io.js';
import { requestOf } from './month.js';
import { reportProblems } from './report.js';

/** The month that the flags name, when it is closed. Reports and says so when its file cannot be read. */
export async function sealedMonth(
  flags: MonthFlags,
  io: Io,
): Promise<PaidMonth | 'problems' | undefined> {
  const { folder, month, language } = requestOf(flags, io);
  const problems = collectProblems();
  const isClosed = (await closedMonths(folder, problems))?.includes(month);
  const closed = isClosed === true ? readClosed(folder, month, problems) : undefined;
  if (problems.hasErrors()) {
    const reporting = { language: language ?? 'zh', color: flags.color, strict: false, io };
    await reportProblems(problems.all, reporting);
    return 'problems';
  }
  return closed && paidMonthOf(closed.sealed, folder, language);
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
