import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Month, parseMonth } from '../lib/month.js';
import { isSystemError } from '../lib/system-error.js';
import type { Problems } from '../words/problem.js';
import { reportUnreadable } from '../words/system-reasons.js';
import { sha256Of } from './sealed-file.js';
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
  try {
    const names = await readdir(join(folder, CLOSED_FOLDER));
    return names
      .map((name) =>
        name.endsWith('.json') ? parseMonth(name.slice(0, -'.json'.length)) : undefined,
      )
      .filter((month) => month !== undefined)
      .sort();
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return [];
    return reportUnreadable(error, CLOSED_FOLDER, problems);
  }
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
  const text = textOf(join(folder, file), file, problems);
  if (text === undefined) return undefined;
  const sealed = monthText.read(text);
  if (sealed?.month === month) return { month, sealed, sha256: sha256Of(text) };
  problems.report('closed-altered', { file }, { params: { month } });
  return undefined;
}

function textOf(path: string, file: string, problems: Problems): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return reportUnreadable(error, file, problems);
  }
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
  const chain: ClosedMonth[] = [];
  let sound = true;
  for (const month of months) {
    const closed = readClosed(folder, month, problems);
    if (closed === undefined) sound = false;
    else chain.push(closed);
  }
  if (!sound) return undefined;
  for (const [at, closed] of chain.entries()) {
    if (!isLinked(closed, chain[at - 1], problems)) sound = false;
  }
  return sound ? chain : undefined;
}

/** What stands for the month before the first. */
const NONE = { zh: '无', en: 'none' };

function isLinked(
  { month, sealed: { previous } }: ClosedMonth,
  before: ClosedMonth | undefined,
  problems: Problems,
): boolean {
  if (previous?.month === before?.month && previous?.sha256 === before?.sha256) return true;
  const params = { month, before: previous?.month ?? NONE };
  problems.report('closed-unlinked', { file: closedFile(month) }, { params });
  return false;
}
