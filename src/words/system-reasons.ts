import { sameInAll, type Title } from '../lib/language.js';
import { isSystemError } from '../lib/system-error.js';
import type { Problems } from './problem.js';
import { type PlainTextKey, title } from './text.js';

const WRITING: Readonly<Record<string, PlainTextKey>> = {
  ENOENT: 'write.no_folder',
  ENOTDIR: 'write.no_folder',
  EACCES: 'write.no_permission',
  EPERM: 'write.no_permission',
  EROFS: 'write.no_permission',
  EBADF: 'write.closed',
  ENOSPC: 'write.no_space',
  EDQUOT: 'write.no_space',
};

/** What the system's error means for whoever writes, in words. */
export function writingReason(error: unknown): Title {
  return inWords(isSystemError(error) ? WRITING[error.code ?? ''] : undefined, error);
}

/** Why something cannot be read, and what to do about it. */
const READING: Readonly<Record<string, readonly [reason: PlainTextKey, remedy: PlainTextKey]>> = {
  EACCES: ['read.no_permission', 'read.get_permission'],
  EPERM: ['read.no_permission', 'read.get_permission'],
  EISDIR: ['read.folder', 'read.take_out'],
  EFBIG: ['read.too_large', 'read.split'],
  ENOFILE: ['read.special', 'read.take_away'],
  ENOENT: ['read.gone', 'read.put_back'],
  ENOTDIR: ['read.no_folder', 'read.make_folder'],
  ELOOP: ['read.gone', 'read.put_back'],
  EIO: ['read.broken', 'read.copy_again'],
  ECHANGED: ['read.changed', 'read.read_again'],
};

/** Of whoever writes, such as a temporary file beside what is read. */
const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT'];

/** Reports that a file or folder cannot be read, and gives nothing; throws what is no error of reading. */
export function reportUnreadable(error: unknown, file: string, problems: Problems): undefined {
  if (!isSystemError(error) || FULL.includes(error.code)) throw error;
  const [reason, remedy = 'read.copy_again'] = READING[error.code ?? ''] ?? [];
  const params = { reason: inWords(reason, error), remedy: title(remedy) };
  problems.report('cannot-read', { file }, { params });
  return undefined;
}

/** A reason in words; the system's own code where there are none. */
function inWords(key: PlainTextKey | undefined, error: unknown): Title {
  if (key !== undefined) return title(key);
  return sameInAll(isSystemError(error) ? String(error.code) : String(error));
}
