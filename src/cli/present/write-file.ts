import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onInterrupt } from '../../lib/interrupt.js';
import type { Title } from '../../lib/language.js';
import { HIDDEN, ownPrefix, removeLeft } from '../../shop/temporary-names.js';
import { type Problem, problemOf } from '../../words/problem.js';
import { writingReason } from '../../words/system-reasons.js';
import { title } from '../../words/text.js';

/**
 * Writes a file whole or not at all: into a temporary file in the same folder, which then takes the
 * place of the old one, with its mode where none is given. Gives the problem when that fails; the old file is
 * then unchanged.
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  mode?: number,
): Promise<Problem | undefined> {
  try {
    const target = await realpath(file).catch(() => file);
    const old = await stat(target).catch(() => undefined);
    if (old !== undefined && !old.isFile()) return notWritten(file, title('write.not_a_file'));
    await replace(target, content, mode ?? old?.mode);
    return undefined;
  } catch (error) {
    return cannotWrite(file, error);
  }
}

async function replace(
  target: string,
  content: string | Uint8Array,
  mode: number | undefined,
): Promise<void> {
  const folder = dirname(target);
  removeLeft(folder, HIDDEN);
  const own = `${ownPrefix(HIDDEN)}${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(folder, own);
  const forget = onInterrupt(() => rmSync(temporary, { force: true }));
  try {
    // `wx`: never follow or overwrite what someone else may have put there.
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  } finally {
    forget();
  }
}

/** The problem of what the file system refuses. */
export function cannotWrite(file: string, error: unknown): Problem {
  return notWritten(file, writingReason(error));
}

function notWritten(file: string, reason: Title): Problem {
  return problemOf('cannot-write', { file }, { params: { reason } });
}
