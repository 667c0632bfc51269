import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { isSystemError } from '../lib/system-error.js';
import type { Disk } from './disk.js';

/** The file that says who is writing into a folder of closed months. */
const LOCK_FILE = '.lock';

/** Who holds a lock. */
export interface Holder {
  readonly host: string;
  readonly pid: number;
}

/** What came of trying to get the lock. */
type Locked = { readonly release: () => Promise<void> } | { readonly holder: Holder };

/**
 * Takes the lock of a folder, or says who holds it. A run that has died leaves its lock behind: on the same
 * machine that can be told, and the lock is taken over. Of several runs that take it over one gets it.
 */
export async function lock(folder: string, disk: Disk): Promise<Locked> {
  const path = join(folder, LOCK_FILE);
  const own: Holder = { host: hostname(), pid: process.pid };
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    if (await creates(path, JSON.stringify(own), disk)) {
      return { release: () => disk.remove(path) };
    }
    const holder = await holderOf(path, disk);
    if (holder !== undefined && holder !== 'unreadable' && isAlive(holder)) return { holder };
    if (holder === 'unreadable' && attempt < BEING_WRITTEN) await soon();
    else if (holder !== undefined) await takeAway(path, disk);
  }
  return { holder: NOBODY_KNOWN };
}

const MOST_ATTEMPTS = 10;
/** A lock that cannot be read yet is being written; one that never can be was left by a run that died there. */
const BEING_WRITTEN = 5;
const NOBODY_KNOWN: Holder = { host: '?', pid: 0 };

async function creates(path: string, content: string, disk: Disk): Promise<boolean> {
  try {
    await disk.create(path, content);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') return false;
    // Another run that wrote nothing has taken the folder away.
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
    await disk.mkdir(dirname(path));
    return false;
  }
}

/** Undefined: the lock is gone by now. It is unreadable for the moment in which it is being written. */
async function holderOf(path: string, disk: Disk): Promise<Holder | 'unreadable' | undefined> {
  try {
    const found: unknown = JSON.parse(await disk.read(path));
    return isHolder(found) ? found : 'unreadable';
  } catch (error) {
    if (error instanceof SyntaxError) return 'unreadable';
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    throw error;
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

/** Of another machine it cannot be told whether the run goes on: it is taken to. */
function isAlive({ host, pid }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isSystemError(error) && error.code === 'EPERM';
  }
}

/** Moves a dead lock out of the way: of several runs only one can. */
async function takeAway(path: string, disk: Disk): Promise<void> {
  const aside = `${path}.${disk.unique()}.dead`;
  try {
    await disk.rename(path, aside);
    await disk.remove(aside);
  } catch (error) {
    if (!isSystemError(error) || error.code !== 'ENOENT') throw error;
  }
}

const PAUSE_MS = 50;

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}
