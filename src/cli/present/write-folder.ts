import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onInterrupt } from '../../lib/interrupt.js';
import type { OutputFile } from '../../output/formats/data.js';
import { HIDDEN, ownPrefix, removeLeft } from '../../shop/temporary-names.js';
import type { Problem } from '../../words/problem.js';
import { cannotWrite } from './write-file.js';

/**
 * Writes files into a folder, all or none: into a new folder inside it, from which they then take the places of
 * the old ones. Gives the problem when that fails.
 */
export async function writeFolder(
  folder: string,
  files: readonly OutputFile[],
  mode: number | undefined,
): Promise<Problem | undefined> {
  let made: string | undefined;
  let forget = () => {};
  let temporary: string | undefined;
  try {
    made = await mkdir(folder, { recursive: true });
    removeLeft(folder, HIDDEN);
    const within = await mkdtemp(join(folder, ownPrefix(HIDDEN)));
    temporary = within;
    forget = onInterrupt(() => void rm(within, { recursive: true, force: true }));
    for (const { name, content } of files) {
      await writeFile(join(within, name), content, mode === undefined ? {} : { mode });
    }
    for (const { name } of files) await rename(join(within, name), join(folder, name));
    return undefined;
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    return cannotWrite(folder, error);
  } finally {
    if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
    forget();
  }
}
