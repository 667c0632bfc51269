import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from '../lib/system-error.js';
import { readRegularSync } from '../shop/regular-file.js';
import type { Problems } from '../words/problem.js';
import { reportUnreadable } from '../words/system-reasons.js';
import { type SealedText, sha256Of, signatureIn } from './sealed-text.js';

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

/** A sealed file that was read. */
interface SealedFile<Content> {
  /** Undefined when the file is not as it was written. */
  readonly content: Content | undefined;
  /** The hash of the file. */
  readonly sha256: string;
  /** The public key of whoever has signed it. */
  readonly signedBy: string | undefined;
}

/**
 * Reads a sealed file of the shop. Undefined, with the problem reported, when it cannot be read, or when its
 * signature is gone or is of something else.
 */
export function readSealed<Content>(
  shop: string,
  file: string,
  { read }: Pick<SealedText<Content>, 'read'>,
  problems: Problems,
): SealedFile<Content> | undefined {
  const text = textIn(shop, file, problems);
  if (text === undefined) return undefined;
  const signature = signatureIn(text);
  if (signature.kind === 'lost' || signature.kind === 'wrong') {
    problems.report(`signature-${signature.kind}`, { file });
    return undefined;
  }
  const signedBy = signature.kind === 'good' ? signature.publicKey : undefined;
  return { content: read(text), sha256: sha256Of(text), signedBy };
}

function textIn(shop: string, file: string, problems: Problems): string | undefined {
  try {
    return readRegularSync(join(shop, file));
  } catch (error) {
    return reportUnreadable(error, file, problems);
  }
}
