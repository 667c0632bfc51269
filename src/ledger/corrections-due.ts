import { listMonths } from '../intake/month/month-folder.js';
import type { Month } from '../lib/month.js';
import type { CorrectionsDue, DueCorrection } from '../payroll/correction.js';
import type { RunRequest } from '../payroll/run.js';
import type { Problems } from '../words/problem.js';
import { type LinkedMonth, readClosed } from './closed-folder.js';
import type { Correction } from './corrections-folder.js';
import type { Ledger } from './whole-ledger.js';

/**
 * The corrections that a month has to settle: those that were made since the month closed before it, and what
 * that month has left open. A month that is closed has the same ones that it had then.
 */
export function correctionsDue(
  folder: string,
  month: Month,
  { months, corrections }: Ledger,
): NonNullable<RunRequest['corrections']> {
  return async (problems) => {
    const last = months.findLast((each) => each.month < month);
    if (last === undefined) return NOTHING_DUE;
    const isClosed = months.some((each) => each.month === month);
    const open = openAfter(folder, last, problems);
    const since = corrections.filter((each) => each.in > last.month && each.in <= month);
    const between = isClosed ? undefined : await monthBetween(folder, last.month, month);
    if (between === undefined) return dueOf(since, open);
    // The month between will settle what is due before this one, and only then is it known what is left.
    const own = since.filter((each) => each.in === month);
    if (open.length > 0 || own.length < since.length) {
      problems.report('correction-waits', { file: between }, { params: { month, between } });
    }
    return dueOf(own, []);
  };
}

/** What a month without corrections has to settle. */
export const NOTHING_DUE: CorrectionsDue = { files: [], due: [] };

async function monthBetween(folder: string, last: Month, month: Month): Promise<Month | undefined> {
  const months = await listMonths(folder);
  return months.filter((each) => each > last && each < month).sort()[0];
}

function dueOf(corrections: readonly Correction[], open: readonly DueCorrection[]): CorrectionsDue {
  return {
    files: corrections.map(({ file, sha256 }) => ({ file, sha256 })),
    due: [...open, ...corrections.flatMap(linesDue)],
  };
}

/** The lines of a correction, as the month that settles it takes them. */
function linesDue({ file, month, number, changed, lines }: Correction): readonly DueCorrection[] {
  const inputs = changed.map((each) => each.file);
  return lines.map(({ before, after, carried, change, was: _, now, ...line }) => ({
    ...line,
    month,
    amount: change,
    parts: [{ number, file, before, after, carried, change, reason: now?.reason, inputs }],
  }));
}

function openAfter(
  folder: string,
  { month, corrections: settled }: LinkedMonth,
  problems: Problems,
): readonly DueCorrection[] {
  // Most months have settled none, and need not be read.
  if (settled === undefined) return [];
  return readClosed(folder, month, problems)?.sealed.corrections?.open ?? [];
}
