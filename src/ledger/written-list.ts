import { join } from 'node:path';
import { isSystemError } from '../lib/system-error.js';
import { readRegularSync } from '../shop/regular-file.js';
import type { Problems } from '../words/problem.js';
import { reportUnreadable } from '../words/system-reasons.js';
import { CLOSED_FOLDER } from './closed-folder.js';
import type { Disk } from './disk.js';

// What was ever written into the closed folder, a line each with its hash, as `sha256sum -c` reads them. Nothing
// else says of the last closed month, or of a correction that no month has settled yet, that it was there.

/** The lists, in the shop folder. */
export const WRITTEN_LISTS = {
  months: `${CLOSED_FOLDER}/months.sha256`,
  corrections: `${CLOSED_FOLDER}/corrections.sha256`,
} as const;

type ListName = keyof typeof WRITTEN_LISTS;

/** A file in the shop folder, with its hash. */
export interface WrittenFile {
  readonly file: string;
  readonly sha256: string;
}

/** The files that were written; none where nothing was. Undefined, reported, when that cannot be read. */
export function writtenFiles(
  folder: string,
  name: ListName,
  problems: Problems,
): readonly WrittenFile[] | undefined {
  const list = WRITTEN_LISTS[name];
  try {
    return filesIn(readRegularSync(join(folder, list)));
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return [];
    return reportUnreadable(error, list, problems);
  }
}

const LINE = /^([0-9a-f]{64}) [ *](\S+\.json)\r?$/;

function filesIn(text: string): readonly WrittenFile[] {
  return text.split('\n').flatMap((line) => {
    const [, sha256, file] = LINE.exec(line) ?? [];
    return sha256 === undefined ? [] : [{ file: `${CLOSED_FOLDER}/${file}`, sha256 }];
  });
}

/** Writes the list of all that there are. To be called under the lock. */
export async function writeList(
  folder: string,
  name: ListName,
  all: readonly WrittenFile[],
  disk: Disk,
): Promise<void> {
  const lines = all.map(
    ({ file, sha256 }) => `${sha256}  ${file.slice(CLOSED_FOLDER.length + 1)}\n`,
  );
  const temporary = join(folder, CLOSED_FOLDER, `.${name}.${disk.unique()}.tmp`);
  await disk.create(temporary, lines.join(''));
  await disk.rename(temporary, join(folder, WRITTEN_LISTS[name]));
  await disk.syncFolder(join(folder, CLOSED_FOLDER));
}
