import type { ClosedMonth } from '../../ledger/closed-folder.js';
import { previousMonth } from '../../lib/month.js';
import type { MeasuredMonth, PaidMonth, RunRequest } from '../../payroll/run.js';
import { closedOf } from '../../run/closed-month.js';
import { type MonthAsked, monthOf } from '../../run/month-of.js';
import { collectProblems, forbidResult } from '../../words/problem.js';
import { text } from '../../words/text.js';
import {
  type MonthFlags,
  parseMemoryFlag,
  parseMonthFlag,
  parsePlaceFlags,
} from '../flags/flags.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import { say } from '../present/say.js';
import type { Io } from '../terminal/io.js';
import { withProgress } from '../terminal/show-progress.js';

/** What a command over a month is given. */
interface Asking {
  readonly flags: MonthFlags & { readonly strict: boolean };
  readonly io: Io;
}

/** What was asked for, or the result that says why it is not there. */
export type Possibly<What> = What | { readonly refusal: CommandResult };

/** The month that the flags name, the previous calendar month when they name none. */
export function requestOf({ flags, io }: Pick<Asking, 'flags' | 'io'>): RunRequest {
  return { ...limitsOf(flags), month: parseMonthFlag(flags.month) ?? previousMonth(io.now) };
}

/** Where a run over a month is, in which language, and what it may take. */
export function limitsOf(flags: MonthFlags): Omit<RunRequest, 'month'> {
  const memory = parseMemoryFlag(flags.memory);
  return { ...parsePlaceFlags(flags), ...(memory === undefined ? {} : { memory }) };
}

/** Says on stderr which month was taken, when the flags did not name one. */
export async function announceMonth(
  { flags, io }: Asking,
  { month, language }: Pick<PaidMonth, 'month' | 'language'>,
): Promise<void> {
  if (flags.month !== undefined) return;
  await say(io, text(language, 'run.previous_month', { month }));
}

/** The seal of the month that the flags name; undefined when it is not closed. */
export async function askedSeal(
  asking: Asking,
): Promise<Possibly<{ readonly closed: ClosedMonth | undefined }>> {
  const { folder, month, language = 'zh' } = requestOf(asking);
  const problems = collectProblems();
  const closed = await closedOf(folder, month, problems);
  if (!problems.hasErrors()) return { closed };
  return { refusal: { language, problems: problems.all, exit: EXIT.problems } };
}

interface HowAsked extends Pick<MonthAsked, 'closed' | 'basis' | 'variant'> {
  /** Stderr has said which month it is. */
  readonly isAnnounced?: boolean;
}

/** The month that the flags name, when its problems allow a result. Stderr says which it is when it is computed. */
export async function askedMonth<Computed extends MeasuredMonth>(
  asking: Asking,
  { isAnnounced = false, ...how }: HowAsked,
  compute: (request: RunRequest) => Promise<Computed>,
): Promise<Possibly<{ readonly month: Computed | PaidMonth }>> {
  const { flags, io } = asking;
  const request = requestOf(asking);
  const month = await withProgress(io, (watching) =>
    monthOf({ ...request, ...how, ...watching }, compute),
  );
  const { language, problems } = month;
  const isComputed = how.closed === undefined || how.basis !== 'seal';
  if (isComputed && !isAnnounced) await announceMonth(asking, { month: request.month, language });
  return forbidResult(problems, flags.strict) ? { refusal: { language, problems } } : { month };
}

/** The month that the flags name as it is shown: as it was sealed, or as the folder stands when it is open. */
export async function shownMonth<Computed extends MeasuredMonth>(
  asking: Asking,
  compute: (request: RunRequest) => Promise<Computed>,
): Promise<Possibly<{ readonly month: Computed | PaidMonth; readonly isClosed: boolean }>> {
  const seal = await askedSeal(asking);
  if ('refusal' in seal) return seal;
  const asked = await askedMonth(asking, { ...seal, basis: 'seal' }, compute);
  return 'refusal' in asked ? asked : { ...asked, isClosed: seal.closed !== undefined };
}
