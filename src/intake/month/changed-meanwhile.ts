import { stat } from 'node:fs/promises';
import { systemError } from '../../lib/system-error.js';
import type { Problems } from '../../words/problem.js';
import { reportUnreadable } from '../../words/system-reasons.js';
import type { Candidate } from './month-folder.js';

/** How each file stood, by its path: which file it is, its size, and when it was written last. */
export type FileStates = ReadonlyMap<string, string>;

type Found = Pick<Candidate, 'file' | 'path'>;

/** How the files stand now. */
export async function statesOf(files: readonly Found[]): Promise<FileStates> {
  return new Map(
    await Promise.all(files.map(async (file) => [file.path, await stateOf(file)] as const)),
  );
}

async function stateOf({ path }: Found): Promise<string> {
  return stat(path, { bigint: true }).then(
    ({ dev, ino, size, mtimeNs }) => `${dev} ${ino} ${size} ${mtimeNs}`,
    () => 'gone',
  );
}

/**
 * Reports files that are not as they were: they are read more than once, and what was counted of one that is written
 * meanwhile need not be what its hash was taken of.
 */
export async function reportChanged(
  before: FileStates,
  files: readonly Found[],
  problems: Problems,
): Promise<void> {
  const now = await statesOf(files);
  for (const { file, path } of files) {
    if (now.get(path) === before.get(path)) continue;
    reportUnreadable(systemError(CHANGED, path), file, problems);
  }
}

/** The code of the error that says of a file that it was written while it was read: the system has none for it. */
const CHANGED = 'ECHANGED';
