import type { MeasuredMonth, RunRequest } from '../payroll/run.js';
import { withHistory } from '../run/history.js';
import { forbidResult } from '../words/problem.js';
import type { MonthFlags } from './flags.js';
import type { Io } from './io.js';
import { announceMonth, requestOf } from './month.js';
import { withProgress } from './progress.js';
import { type Reporting, reportProblems } from './report.js';

/** A month that may be shown, and how the command reports what else there is to say. */
interface Ran<Month extends MeasuredMonth> {
  readonly month: Month;
  readonly reporting: Reporting;
}

/**
 * Runs over the month that the flags name, by default knowing the closed months before it, and says on
 * stderr which it was. Undefined when its problems forbid a result: they are reported then, and nothing
 * else is to be printed.
 */
export async function runMonth<Month extends MeasuredMonth>(
  flags: MonthFlags & { readonly strict: boolean },
  io: Io,
  run: (request: RunRequest) => Promise<Month>,
  prepare: (request: RunRequest) => Promise<RunRequest> = withHistory,
): Promise<Ran<Month> | undefined> {
  const request = await prepare(requestOf(flags, io));
  const month = await withProgress(io, (watching) => run({ ...request, ...watching }));
  const { language, problems } = month;
  const reporting = { language, color: flags.color, strict: flags.strict, io };
  await announceMonth(flags, request.month, language, io);
  if (!forbidResult(problems, flags.strict)) return { month, reporting };
  await reportProblems(problems, reporting);
  return undefined;
}
