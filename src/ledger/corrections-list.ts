import { join } from 'node:path';
import { isSystemError } from '../lib/system-error.js';
import { readRegularSync } from '../shop/regular-file.js';
import type { Problems } from '../words/problem.js';
import { reportUnreadable } from '../words/system-reasons.js';
import { CLOSED_FOLDER } from './closed-folder.js';
import type { Disk } from './disk.js';

// The corrections that were ever written, a line each with its hash, as `sha256sum -c` reads them. Nothing else
// says of one that no month has settled yet that it was there.

/** The list, in the shop folder. */
const CORRECTIONS_LIST = `${CLOSED_FOLDER}/corrections.sha256`;

/** The file of a correction, in the shop folder, with its hash. */
interface Listed {
  readonly file: string;
  readonly sha256: string;
}

/** Reports the corrections that were written and are gone; false when there are any, or it cannot be told. */
export function areCorrectionsThere(
  folder: string,
  there: readonly Listed[],
  problems: Problems,
): boolean {
  const text = listIn(folder, problems);
  const files = new Set(there.map(({ file }) => file));
  const lost = text === undefined ? [] : listed(text).filter((file) => !files.has(file));
  for (const file of lost) {
    problems.report('correction-lost', { file }, { params: { list: CORRECTIONS_LIST } });
  }
  return text !== undefined && lost.length === 0;
}

function listIn(folder: string, problems: Problems): string | undefined {
  try {
    return readRegularSync(join(folder, CORRECTIONS_LIST));
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return '';
    return reportUnreadable(error, CORRECTIONS_LIST, problems);
  }
}

const LINE = /^[0-9a-f]{64} [ *](corrections\/\S+\.json)\r?$/;

function listed(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [, file] = LINE.exec(line) ?? [];
    return file === undefined ? [] : [`${CLOSED_FOLDER}/${file}`];
  });
}

/** Writes the list of all corrections. To be called under the lock. */
export async function writeCorrectionsList(
  folder: string,
  all: readonly Listed[],
  disk: Disk,
): Promise<void> {
  const lines = all.map(
    ({ file, sha256 }) => `${sha256}  ${file.slice(CLOSED_FOLDER.length + 1)}\n`,
  );
  const target = join(folder, CORRECTIONS_LIST);
  const temporary = join(folder, CLOSED_FOLDER, `.corrections.${disk.unique()}.tmp`);
  await disk.create(temporary, lines.join(''));
  await disk.rename(temporary, target);
  await disk.syncFolder(join(folder, CLOSED_FOLDER));
}
