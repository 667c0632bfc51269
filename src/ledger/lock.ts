import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onInterrupt } from '../lib/interrupt.js';
import { isSystemError } from '../lib/system-error.js';
import { isAlive, ownIdentity, type ProcessIdentity } from '../shop/process-identity.js';
import type { Disk } from './disk.js';

/** The file that says who is writing into a folder of closed months. */
const LOCK_FILE = '.lock';

/** Who holds a lock. */
export type Holder = ProcessIdentity;

/** What came of trying to get the lock. */
type Locked = { readonly release: () => Promise<void> } | { readonly holder: Holder };

/**
 * Takes the lock of a folder, or says who holds it. A run that has died leaves its lock behind: on the same
 * machine that can be told, and the lock is taken over. Of several runs that take it over one gets it. A run that is
 * interrupted leaves none.
 */
export async function lock(folder: string, disk: Disk): Promise<Locked> {
  const path = join(folder, LOCK_FILE);
  const own = JSON.stringify(ownIdentity());
  const forget = onInterrupt(() => removeOwn(path, own));
  const holder = await holderOrUs(path, own, disk).catch((error: unknown) => {
    forget();
    throw error;
  });
  if (holder !== 'us') {
    forget();
    return { holder };
  }
  const release = async () => {
    await disk.remove(path);
    forget();
  };
  return { release };
}

/** At a signal there is no time for promises. */
function removeOwn(path: string, own: string): void {
  if (readFileSync(path, 'utf8') === own) rmSync(path);
}

const MOST_ATTEMPTS = 10;
/** A lock that cannot be read yet is being written; one that never can be was left by a run that died there. */
const BEING_WRITTEN = 5;
const NOBODY_KNOWN: Holder = { host: '?', pid: 0 };

async function holderOrUs(path: string, own: string, disk: Disk): Promise<Holder | 'us'> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    if (await creates(path, own, disk)) return 'us';
    const found = await textOf(path, disk);
    if (found === undefined) continue;
    const holder = holderIn(found);
    if (holder !== undefined && isAlive(holder)) return holder;
    if (holder === undefined && attempt < BEING_WRITTEN) await soon();
    else await takeAway(path, found, disk);
  }
  return NOBODY_KNOWN;
}

/** Writes the lock beside its place and then gives it its name: whoever sees it sees all of it. */
async function creates(path: string, content: string, disk: Disk): Promise<boolean> {
  const temporary = `${path}.${disk.unique()}.tmp`;
  try {
    await disk.create(temporary, content);
    await disk.link(temporary, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // Another run that wrote nothing has taken the folder away.
    if (!isCode(error, 'ENOENT')) throw error;
    await disk.mkdir(dirname(path));
    return false;
  } finally {
    await removeIfThere(temporary, disk);
  }
}

async function removeIfThere(path: string, disk: Disk): Promise<void> {
  await disk.remove(path).catch((error: unknown) => {
    if (!isSystemError(error)) throw error;
  });
}

/** Undefined: the lock is gone by now. */
async function textOf(path: string, disk: Disk): Promise<string | undefined> {
  try {
    return await disk.read(path);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function holderIn(text: string): Holder | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return isHolder(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isHolder(value: unknown): value is Holder {
  return (
    typeof value === 'object' &&
    value !== null &&
    'host' in value &&
    typeof value.host === 'string' &&
    'pid' in value &&
    Number.isInteger(value.pid)
  );
}

/** Moves a dead lock out of the way. One that has come into its place meanwhile is put back. */
async function takeAway(path: string, dead: string, disk: Disk): Promise<void> {
  const aside = `${path}.${disk.unique()}.tmp`;
  try {
    await disk.rename(path, aside);
    if ((await disk.read(aside)) !== dead) await disk.link(aside, path);
    await disk.remove(aside);
  } catch (error) {
    if (!isCode(error, 'ENOENT') && !isCode(error, 'EEXIST')) throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return isSystemError(error) && error.code === code;
}

const PAUSE_MS = 50;

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
