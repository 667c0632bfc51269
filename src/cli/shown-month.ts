import { calculateMonth } from '../payroll/calculate.js';
import type { PaidMonth } from '../payroll/run.js';
import type { MonthFlags } from './flags.js';
import type { Io } from './io.js';
import type { Reporting } from './report.js';
import { runMonth } from './run-month.js';
import { sealedMonth } from './sealed-month.js';

/** A month that may be shown: as it was sealed, or as it is computed now. */
export interface ShownMonth {
  readonly month: PaidMonth;
  readonly closed: boolean;
  readonly reporting: Reporting;
}

/** The month that the flags name. Undefined when it may not be shown, which has been said then. */
export async function shownMonth(
  flags: MonthFlags & { readonly strict: boolean },
  io: Io,
): Promise<ShownMonth | undefined> {
  const sealed = await sealedMonth(flags, io);
  if (sealed === 'problems') return undefined;
  if (sealed !== undefined) {
    const { color, strict } = flags;
    return {
      month: sealed,
      closed: true,
      reporting: { language: sealed.language, color, strict, io },
    };
  }
  const ran = await runMonth(flags, io, calculateMonth);
  return ran && { ...ran, closed: false };
}
