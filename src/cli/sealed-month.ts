import type { PaidMonth } from '../payroll/run.js';
import { closedOf, paidMonthOf } from '../run/closed-month.js';
import { collectProblems } from '../words/problem.js';
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
  const closed = await closedOf(folder, month, problems);
  if (problems.hasErrors()) {
    const reporting = { language: language ?? 'zh', color: flags.color, strict: false, io };
    await reportProblems(problems.all, reporting);
    return 'problems';
  }
  return closed && paidMonthOf(closed.sealed, folder, language);
}
