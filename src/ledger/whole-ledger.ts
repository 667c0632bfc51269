import type { Month } from '../lib/month.js';
import { collectProblems, type Problems } from '../words/problem.js';
import { title } from '../words/text.js';
import {
  type ClosedMonth,
  closedFile,
  closedMonths,
  type LinkedMonth,
  readClosed,
  readLinked,
} from './closed-folder.js';
import { type Correction, readCorrections } from './corrections-folder.js';
import { WRITTEN_LISTS, type WrittenFile, writtenFiles } from './written-list.js';

/** All that a shop has closed and corrected. */
export interface Ledger {
  /** The closed months, in order. */
  readonly months: readonly LinkedMonth[];
  /** Their corrections, by month and number. */
  readonly corrections: readonly Correction[];
}

/** What a shop has closed that has closed nothing. */
export const NOTHING_CLOSED: Ledger = { months: [], corrections: [] };

/**
 * Reads the closed folder as a whole, for whatever shows or uses closed months. Undefined when anything is not as
 * it was written, and all of it is reported: a month or a correction that was altered, exchanged or taken away.
 */
export async function readLedger(folder: string, problems: Problems): Promise<Ledger | undefined> {
  const own = collectProblems();
  const ledger = await readAll(folder, own);
  problems.addAll(own.all);
  return own.hasErrors() ? undefined : ledger;
}

async function readAll(folder: string, problems: Problems): Promise<Ledger | undefined> {
  const named = await closedMonths(folder, problems);
  const written = writtenFiles(folder, 'months', problems);
  if (named === undefined || written === undefined) return undefined;
  const months = named.flatMap((month) => readLinked(folder, month, problems) ?? []);
  const hashes = new Map<Month, string | undefined>(named.map((month) => [month, undefined]));
  for (const { month, sha256 } of months) hashes.set(month, sha256);
  if (months.length === named.length) {
    for (const [at, month] of months.entries()) checkLink(month, months[at - 1], problems);
  }
  checkWritten(named, months, written, problems);
  const corrections = await readCorrections(folder, hashes, problems);
  if (corrections === undefined) return undefined;
  checkSettled(months, corrections, problems);
  return { months, corrections };
}

/** Reports a month that names another month before it, or another hash of it, than there is. */
function checkLink(
  { month, file, previous }: LinkedMonth,
  before: LinkedMonth | undefined,
  problems: Problems,
): void {
  if (previous?.month === before?.month && previous?.sha256 === before?.sha256) return;
  const params = { month, before: previous?.month ?? title('closed.none_before') };
  problems.report('closed-unlinked', { file }, { params });
}

/** Reports months that were written and are gone, or are others; those that the month after them misses are told by it. */
function checkWritten(
  named: readonly Month[],
  months: readonly LinkedMonth[],
  written: readonly WrittenFile[],
  problems: Problems,
): void {
  const files = new Set(named.map(closedFile));
  const there = new Map(months.map((each) => [each.file, each]));
  const missed = new Set(
    months.flatMap(({ previous }) => (previous ? closedFile(previous.month) : [])),
  );
  for (const { file, sha256 } of written) {
    const found = there.get(file);
    if (missed.has(file) || found?.sha256 === sha256) continue;
    const params = { list: WRITTEN_LISTS.months };
    if (!files.has(file)) problems.report('closed-lost', { file }, { params });
    else if (found !== undefined) {
      problems.report('closed-altered', { file }, { params: { month: found.month } });
    }
  }
}

/** Reports corrections that months have settled or rest on and that are gone, or are others. */
function checkSettled(
  months: readonly LinkedMonth[],
  corrections: readonly Correction[],
  problems: Problems,
): void {
  const there = new Map(corrections.map(({ file, sha256 }) => [file, sha256]));
  for (const { month, file, corrections: settled, rests_on: restsOn = [] } of months) {
    const gone = [...(settled?.files ?? []), ...restsOn].filter(
      (each) => there.get(each.file) !== each.sha256,
    );
    for (const { file: before } of gone) {
      problems.report('closed-unlinked', { file }, { params: { month, before } });
    }
  }
}

/** All that stands in the closed months, in order. Undefined, reported, when one of them cannot be read. */
export function readChain(
  folder: string,
  { months }: Ledger,
  problems: Problems,
): readonly ClosedMonth[] | undefined {
  const chain = months.flatMap(({ month }) => readClosed(folder, month, problems) ?? []);
  return chain.length === months.length ? chain : undefined;
}
