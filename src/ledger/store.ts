import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onInterrupt } from '../lib/interrupt.js';
import { isSystemError } from '../lib/system-error.js';
import type { Disk } from './disk.js';
import { type Holder, lock } from './lock.js';

/** What came of work that writes into a folder of closed months. */
type Guarded<T> = { readonly done: T } | { readonly holder: Holder };

/**
 * Does work while no other run writes into the folder; else says who does. The folder is made if need be, and
 * is gone again when nothing was written into it.
 */
export async function guarded<T>(
  folder: string,
  disk: Disk,
  work: () => Promise<T>,
): Promise<Guarded<T>> {
  const isNew = await disk.mkdir(folder);
  try {
    return await underLock(folder, disk, work);
  } finally {
    if (isNew) await disk.removeEmpty(folder);
  }
}

async function underLock<T>(
  folder: string,
  disk: Disk,
  work: () => Promise<T>,
): Promise<Guarded<T>> {
  const locked = await lock(folder, disk);
  if ('holder' in locked) return locked;
  const forget = onInterrupt(() => removeRestsNow(folder));
  try {
    await removeRests(folder, disk);
    return { done: await work() };
  } finally {
    await locked.release();
    forget();
  }
}

const REST = /^\..*\.tmp$/;

/** Takes away what a run that died left behind. Only who holds the lock writes here, so nobody needs it. */
export async function removeRests(folder: string, disk: Disk): Promise<void> {
  const names = await disk.list(folder);
  for (const name of names.filter((each) => REST.test(each))) {
    await disk.remove(join(folder, name));
  }
}

/** As `removeRests`, at a signal. */
function removeRestsNow(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => REST.test(each))) {
    rmSync(join(folder, name), { force: true });
  }
}

/**
 * Writes a file whole or not at all, also when the machine stops on the way; false when there is one of that
 * name already, which stays as it is. To be called under the lock.
 */
export async function writeNew(
  folder: string,
  name: string,
  content: string,
  disk: Disk,
): Promise<boolean> {
  if ((await disk.list(folder)).includes(name)) return false;
  const temporary = join(folder, `.${name}.${disk.unique()}.tmp`);
  try {
    await disk.create(temporary, content);
    await disk.rename(temporary, join(folder, name));
  } catch (error) {
    await disk.remove(temporary).catch((failed: unknown) => {
      if (!isSystemError(failed)) throw failed;
    });
    throw error;
  }
  await disk.syncFolder(folder);
  return true;
}
