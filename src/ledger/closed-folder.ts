import { type Month, parseMonth } from '../lib/month.js';
import type { Problems } from '../words/problem.js';
import { namesIn, readSealed } from './sealed-folder.js';
import { linksText, type MonthLinks, monthText, type SealedMonth } from './sealed-month.js';
import type { SealedText } from './sealed-text.js';

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
  /** The public key of whoever has signed it. */
  readonly signedBy?: string | undefined;
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
  const found = readMonth(folder, month, monthText, problems);
  if (found === undefined) return undefined;
  const { content: sealed, sha256, signedBy } = found;
  return { month, sealed, sha256, signedBy };
}

/** A closed month's file, and what ties it to others. */
export interface LinkedMonth extends MonthLinks {
  readonly file: string;
  /** The hash of the file. */
  readonly sha256: string;
  readonly signedBy: string | undefined;
}

/** As `readClosed`, of what ties the month to other files. */
export function readLinked(
  folder: string,
  month: Month,
  problems: Problems,
): LinkedMonth | undefined {
  const found = readMonth(folder, month, linksText, problems);
  if (found === undefined) return undefined;
  const { content, ...read } = found;
  return { ...content, ...read, file: closedFile(month) };
}

function readMonth<Content extends { readonly month: Month }>(
  folder: string,
  month: Month,
  text: Pick<SealedText<Content>, 'read'>,
  problems: Problems,
):
  | { readonly content: Content; readonly sha256: string; readonly signedBy: string | undefined }
  | undefined {
  const file = closedFile(month);
  const found = readSealed(folder, file, text, problems);
  if (found === undefined) return undefined;
  const { content } = found;
  if (content?.month === month) return { ...found, content };
  problems.report('closed-altered', { file }, { params: { month } });
  return undefined;
}
