import { type Month, parseMonth } from '../lib/month.js';
import type { Problems } from '../words/problem.js';
import { title } from '../words/text.js';
import { namesIn, readSealed } from './sealed-folder.js';
import { monthText, type SealedMonth } from './sealed-month.js';

/** Where closed months lie, in the shop folder. */
export const CLOSED_FOLDER = 'closed';

/** The file of a closed month, relative to the shop folder. */
export function closedFile(month: Month): string {
  return `${CLOSED_FOLDER}/${month}.json`;
}

/** A closed month's file. */
export interface ClosedMonth {
  readonly month: Month;
  readonly sealed: SealedMonth;
  /** The hash of the file. */
  readonly sha256: string;
}

/** The months that a shop has closed, in order; empty when the folder is not there. */
export async function closedMonths(
  folder: string,
  problems: Problems,
): Promise<readonly Month[] | undefined> {
  const names = await namesIn(folder, CLOSED_FOLDER, problems);
  return names
    ?.flatMap((name) => (name.endsWith('.json') ? (parseMonth(name.slice(0, -5)) ?? []) : []))
    .sort();
}

/**
 * Reads a closed month. Undefined, with the problem reported, when its file is not there, cannot be read, or
 * is not as it was written.
 */
export function readClosed(
  folder: string,
  month: Month,
  problems: Problems,
): ClosedMonth | undefined {
  const file = closedFile(month);
  const found = readSealed(folder, file, monthText, problems);
  if (found === undefined) return undefined;
  const { content: sealed, sha256 } = found;
  if (sealed?.month === month) return { month, sealed, sha256 };
  problems.report('closed-altered', { file }, { params: { month } });
  return undefined;
}

/**
 * Reads the whole chain, in order. What is wrong with any link is reported: an altered file, one that names
 * another month before it or another hash of it than there is.
 */
export async function readChain(
  folder: string,
  problems: Problems,
): Promise<readonly ClosedMonth[] | undefined> {
  const months = await closedMonths(folder, problems);
  if (months === undefined) return undefined;
  const chain = months.flatMap((month) => readClosed(folder, month, problems) ?? []);
  if (chain.length < months.length) return undefined;
  const linked = chain.filter((closed, at) => isLinked(closed, chain[at - 1], problems));
  return linked.length < chain.length ? undefined : chain;
}

function isLinked(
  { month, sealed: { previous } }: ClosedMonth,
  before: ClosedMonth | undefined,
  problems: Problems,
): boolean {
  if (previous?.month === before?.month && previous?.sha256 === before?.sha256) return true;
  const params = { month, before: previous?.month ?? title('closed.none_before') };
  problems.report('closed-unlinked', { file: closedFile(month) }, { params });
  return false;
}
