import type { Language } from '../lib/language.js';
import { text } from '../lib/messages/index.js';
import { type Month, previousMonth } from '../lib/month.js';
import type { RunRequest } from '../payroll/run.js';
import { type CommonFlags, parseMonthFlag, placeOf } from './flags.js';
import type { Io } from './io.js';
import { say } from './report.js';

/** A run over the month that the flags name, the previous calendar month when they name none. */
export function requestOf(flags: CommonFlags & { readonly month?: string }, io: Io): RunRequest {
  return { ...placeOf(flags), month: parseMonthFlag(flags.month) ?? previousMonth(io.now) };
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
