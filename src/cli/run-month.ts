import type { MeasuredMonth, PaidMonth, RunRequest } from '../payroll/run.js';
import { type MonthAsked, monthOf } from '../run/month-of.js';
import { forbidResult } from '../words/problem.js';
import type { MonthFlags } from './flags.js';
import type { Io } from './io.js';
import { announceMonth, requestOf } from './month.js';
import { withProgress } from './progress.js';
import { type Reporting, reportProblems } from './report.js';

/** A month that may be shown, and how the command reports what else there is to say. */
export interface Ran<Month extends MeasuredMonth> {
  readonly month: Month;
  readonly reporting: Reporting;
}

/**
 * The month that the flags name. When it is computed, stderr says which it was. Undefined when its problems
 * forbid a result: they are reported then, and nothing else is to be printed.
 */
export async function runMonth<Computed extends MeasuredMonth>(
  flags: MonthFlags & { readonly strict: boolean },
  io: Io,
  asked: Pick<MonthAsked, 'closed' | 'basis' | 'variant'>,
  compute: (request: RunRequest) => Promise<Computed>,
): Promise<Ran<Computed | PaidMonth> | undefined> {
  const request = requestOf(flags, io);
  const isComputed = asked.closed === undefined || asked.basis !== 'seal';
  const month = await withProgress(io, (watching) =>
    monthOf({ ...request, ...asked, ...watching }, compute),
  );
  const { language, problems } = month;
  const reporting = { language, color: flags.color, strict: flags.strict, io };
  if (isComputed) await announceMonth(flags, request.month, language, io);
  if (!forbidResult(problems, flags.strict)) return { month, reporting };
  await reportProblems(problems, reporting);
  return undefined;
}
