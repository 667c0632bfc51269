import { randomBytes } from 'node:crypto';
import {
  constants,
  copyFile,
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  rename,
  rmdir,
  unlink,
} from 'node:fs/promises';
import { isSystemError } from '../lib/system-error.js';
import { readRegular } from '../shop/regular-file.js';

/** The operations on the disk by which a month is closed. Tests put one in that fails or dies at any of them. */
export interface Disk {
  /** Makes a folder; false when it is there already. */
  mkdir(path: string): Promise<boolean>;
  /** Takes a folder away that has nothing in it; any other stays. */
  removeEmpty(path: string): Promise<void>;
  list(path: string): Promise<readonly string[]>;
  read(path: string): Promise<string>;
  /** Writes a file that must not be there, and waits until the disk has it. */
  create(path: string, content: string, mode?: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name, which must not be there; where the disk knows no second names, its content. */
  link(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Waits until the disk has the names in a folder. */
  syncFolder(path: string): Promise<void>;
  /** A name that no other run has. */
  unique(): string;
}

/** What is said by disks of cameras and sticks, and by some of the network. */
const NO_LINKS: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

export const DISK: Disk = {
  mkdir: async (path) => (await mkdir(path, { recursive: true })) !== undefined,
  removeEmpty: (path) =>
    rmdir(path).catch((error: unknown) => {
      if (!isSystemError(error)) throw error;
    }),
  list: (path) => readdir(path),
  read: async (path) => (await readRegular(path)).toString('utf8'),
  create: async (path, content, mode) => {
    const handle = await open(path, 'wx', mode);
    await closing(handle, async () => {
      await handle.writeFile(content);
      await handle.sync();
    });
  },
  rename,
  link: (from, to) =>
    link(from, to).catch((error: unknown) => {
      if (!isSystemError(error) || !NO_LINKS.includes(error.code)) throw error;
      return copyFile(from, to, constants.COPYFILE_EXCL);
    }),
  remove: unlink,
  syncFolder: async (path) => {
    // Windows cannot open folders, and needs no such waiting.
    const handle = await open(path, 'r').catch(() => undefined);
    if (handle !== undefined) await closing(handle, () => handle.sync());
  },
  unique: () => randomBytes(6).toString('hex'),
};

async function closing(handle: FileHandle, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } finally {
    await handle.close();
  }
}
