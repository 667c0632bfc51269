import type { ClosedMonth } from '../ledger/closed-folder.js';
import { closedOf } from '../run/closed-month.js';
import { collectProblems } from '../words/problem.js';
import type { MonthFlags } from './flags.js';
import type { Io } from './io.js';
import { requestOf } from './month.js';
import { reportProblems } from './report.js';

/** The seal of the month that the flags name, if it is closed. Reports and says so when it cannot be read. */
export async function sealOf(
  flags: MonthFlags,
  io: Io,
): Promise<{ readonly closed: ClosedMonth | undefined } | 'problems'> {
  const { folder, month, language } = requestOf(flags, io);
  const problems = collectProblems();
  const closed = await closedOf(folder, month, problems);
  if (!problems.hasErrors()) return { closed };
  const reporting = { language: language ?? 'zh', color: flags.color, strict: false, io };
  await reportProblems(problems.all, reporting);
  return 'problems';
}
