import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from '../lib/system-error.js';
import { readRegularSync } from '../shop/regular-file.js';
import type { Problems } from '../words/problem.js';
import { reportUnreadable } from '../words/system-reasons.js';
import { type SealedText, sha256Of } from './sealed-text.js';

/** The names in a folder of the shop; none when it is not there. Undefined, reported, when it cannot be read. */
export async function namesIn(
  shop: string,
  folder: string,
  problems: Problems,
): Promise<readonly string[] | undefined> {
  try {
    return await readdir(join(shop, folder));
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return [];
    return reportUnreadable(error, folder, problems);
  }
}

/**
 * Reads a sealed file of the shop, with the hash of the file. The content is undefined when the file is not as
 * it was written; all is undefined, with the problem reported, when it cannot be read.
 */
export function readSealed<Content>(
  shop: string,
  file: string,
  { read }: Pick<SealedText<Content>, 'read'>,
  problems: Problems,
): { readonly content: Content | undefined; readonly sha256: string } | undefined {
  try {
    const text = readRegularSync(join(shop, file));
    return { content: read(text), sha256: sha256Of(text) };
  } catch (error) {
    return reportUnreadable(error, file, problems);
  }
}
