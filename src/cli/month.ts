import type { Language } from '../lib/language.js';
import { type Month, previousMonth } from '../lib/month.js';
import type { RunRequest } from '../payroll/run.js';
import { text } from '../words/text.js';
import { type MonthFlags, parseMemoryFlag, parseMonthFlag, placeOf } from './flags.js';
import type { Io } from './io.js';
import { say } from './report.js';

/** A run over the month that the flags name, the previous calendar month when they name none. */
export function requestOf(flags: MonthFlags, io: Io): RunRequest {
  return { ...limitsOf(flags), month: parseMonthFlag(flags.month) ?? previousMonth(io.now) };
}

/** Where a run over a month is, in which language, and what it may take. */
export function limitsOf(flags: MonthFlags): Omit<RunRequest, 'month'> {
  const memoryLimit = parseMemoryFlag(flags.memory);
  return { ...placeOf(flags), ...(memoryLimit === undefined ? {} : { memoryLimit }) };
}

/** Says on stderr which month was taken, when the flags did not name one. */
export async function announceMonth(
  flags: { readonly month?: string },
  month: Month,
  language: Language,
  io: Io,
): Promise<void> {
  if (flags.month !== undefined) return;
  await say(io, text(language, 'run.previous_month', { month }));
}
