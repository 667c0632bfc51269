import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { suggest } from '../../lib/suggest.js';
import { isSystemError } from '../../lib/system-error.js';
import type { CommonFlags } from './flags.js';
import { usageError } from './usage.js';

/** Refuses a shop folder that is not there, or is none, by the name that it was given. */
export async function checkShopFolder({ shop: folder }: CommonFlags): Promise<void> {
  const found = await stat(folder).catch((error: Error) => error);
  if (found instanceof Error) {
    if (isMissing(found)) throw usageError('usage.no_folder', { folder }, await alike(folder));
    // What nobody may look at is told when it is read.
    return;
  }
  if (found.isDirectory()) return;
  throw usageError('usage.not_a_folder', { folder }, `-C ${dirname(folder)}`);
}

function isMissing(error: Error): boolean {
  return isSystemError(error) && ['ENOENT', 'ENOTDIR'].includes(error.code ?? '');
}

/** The folder beside it whose name is most like the one that was given. */
async function alike(folder: string): Promise<string | undefined> {
  const path = resolve(folder);
  const entries = await readdir(dirname(path), { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return suggest(basename(path), folders);
}
