import { type Month, parseMonth } from '../lib/month.js';
import { byCodePoints } from '../lib/order.js';
import type { Problems } from '../words/problem.js';
import { CLOSED_FOLDER } from './closed-folder.js';
import { correctionText, type SealedCorrection } from './sealed-correction.js';
import { namesIn, readSealed } from './sealed-folder.js';
import { WRITTEN_LISTS, type WrittenFile, writtenFiles } from './written-list.js';

/** Where corrections of closed months lie, in the shop folder. */
export const CORRECTIONS_FOLDER = `${CLOSED_FOLDER}/corrections`;

/** The name of the file of a month's first, second, … correction. */
export function correctionName(month: Month, number: number): string {
  return `${month}-${number}.json`;
}

/** The same with its folder, relative to the shop folder. */
export function correctionFile(month: Month, number: number): string {
  return `${CORRECTIONS_FOLDER}/${correctionName(month, number)}`;
}

/** A correction's file. */
export interface Correction extends SealedCorrection {
  readonly file: string;
  /** The hash of the file. */
  readonly sha256: string;
  /** The public key of whoever has signed it. */
  readonly signedBy?: string | undefined;
}

/**
 * Reads all corrections, by month and number; none when the folder is not there. Undefined, with the problem
 * reported, when any of them is not as it was written, does not follow the one before it, or corrects
 * another month than the closed one that is there, or when one that was written is gone. `closed` are the hashes of
 * the closed months; a month of which more is wrong, and has been reported, has none.
 */
export async function readCorrections(
  folder: string,
  closed: ReadonlyMap<Month, string | undefined>,
  problems: Problems,
): Promise<readonly Correction[] | undefined> {
  const names = await namesIn(folder, CORRECTIONS_FOLDER, problems);
  const written = writtenFiles(folder, 'corrections', problems);
  if (names === undefined || written === undefined) return undefined;
  const named = correctionsNamed(names);
  const corrections = named.flatMap((each) => readCorrection(folder, each, problems) ?? []);
  if (corrections.length < named.length) return undefined;
  const linked = corrections.filter((each, at) => {
    const before = corrections[at - 1];
    return isNext(each, before?.month === each.month ? before : undefined, closed, problems);
  });
  const areThere = areAllThere(corrections, written, problems);
  return areThere && linked.length === corrections.length ? corrections : undefined;
}

/** Whether every correction that was written is there, and is that one; what is not is reported. */
function areAllThere(
  corrections: readonly Correction[],
  written: readonly WrittenFile[],
  problems: Problems,
): boolean {
  const there = new Map(corrections.map((each) => [each.file, each]));
  const missed = written.filter(({ file, sha256 }) => there.get(file)?.sha256 !== sha256);
  for (const { file } of missed) {
    const found = there.get(file);
    if (found === undefined) {
      problems.report('correction-lost', { file }, { params: { list: WRITTEN_LISTS.corrections } });
    } else problems.report('correction-altered', { file }, { params: { month: found.month } });
  }
  return missed.length === 0;
}

const NAME = /^(\d{4}-\d{2})-([1-9]\d{0,5})\.json$/;

interface Named {
  readonly month: Month;
  readonly number: number;
}

function correctionsNamed(names: readonly string[]): readonly Named[] {
  return names
    .flatMap((name): readonly Named[] => {
      const [, text = '', number = ''] = NAME.exec(name) ?? [];
      const month = parseMonth(text);
      return month === undefined ? [] : [{ month, number: Number(number) }];
    })
    .sort((a, b) => byCodePoints(a.month, b.month) || a.number - b.number);
}

function readCorrection(
  folder: string,
  { month, number }: Named,
  problems: Problems,
): Correction | undefined {
  const file = correctionFile(month, number);
  const found = readSealed(folder, file, correctionText, problems);
  if (found === undefined) return undefined;
  const { content, ...read } = found;
  if (content?.month === month && content.number === number) return { ...content, ...read, file };
  problems.report('correction-altered', { file }, { params: { month } });
  return undefined;
}

function isNext(
  { month, number, file, previous, sealed }: Correction,
  before: Correction | undefined,
  closed: ReadonlyMap<Month, string | undefined>,
  problems: Problems,
): boolean {
  const follows = number === (before?.number ?? 0) + 1 && previous === before?.sha256;
  const isOfMonth = closed.has(month) && (closed.get(month) ?? sealed) === sealed;
  if (follows && isOfMonth) return true;
  problems.report('correction-unlinked', { file }, { params: { month } });
  return false;
}
