import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { systemError } from '../lib/system-error.js';

/** Without waiting for whoever writes into a pipe; Windows has no such pipes. */
const AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The code of the error that says of a pipe or a device that it is no file: the system has none for it. */
const NO_FILE = 'ENOFILE';

/**
 * Opens a file for reading. Throws what the system says of one that cannot be read, and an error of the same form for
 * a folder, and for a pipe or a device, which may have no end.
 */
export async function openRegular(path: string): Promise<FileHandle> {
  const handle = await open(path, AT_ONCE);
  try {
    refuseOthers(await handle.stat(), path);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** The code of the error that says of a file that it has more bytes than were asked for. */
const TOO_LARGE = 'EFBIG';

/** The bytes of a file; throws as `openRegular` does, and so of a file that has more than `most`. */
export async function readRegular(path: string, most = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const handle = await openRegular(path);
  try {
    if ((await handle.stat()).size > most) throw systemError(TOO_LARGE, path);
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** The text of a small file in UTF-8; throws as `openRegular` does. */
export function readRegularSync(path: string): string {
  const descriptor = openSync(path, AT_ONCE);
  try {
    refuseOthers(fstatSync(descriptor), path);
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

function refuseOthers(found: Stats, path: string): void {
  if (found.isFile()) return;
  throw systemError(found.isDirectory() ? 'EISDIR' : NO_FILE, path);
}
