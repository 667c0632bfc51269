import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, ownIdentity, type ProcessIdentity } from './process-identity.js';

// Names of what a run writes for itself alone. They say which run that is, so that the next one can remove what one
// has left that was killed: there may be messages of buyers in it, or wages.

/** What begins the names of files that a folder does not show. */
export const HIDDEN = '.';

/** How the names of what this run writes for itself begin; `before` stands before all of it. */
export function ownPrefix(before = ''): string {
  const own = ownIdentity();
  return `${prefixOf(own, before)}${own.pid}-${own.started ?? ''}-`;
}

/** Removes from a folder what runs that are gone have left under names that begin with `before`. */
export function removeLeft(folder: string, before = ''): void {
  const own = ownIdentity();
  const prefix = prefixOf(own, before);
  for (const name of namesIn(folder)) {
    const [, pid, started = ''] = /^(\d+)-(\d*)-/.exec(name.slice(prefix.length)) ?? [];
    if (!name.startsWith(prefix) || pid === undefined) continue;
    if (isAlive({ ...own, pid: Number(pid), started: started || undefined })) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Somebody else's, or another run is at it.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // What is wrong with the folder whoever writes into it will be told.
    return [];
  }
}

/** Where numbers of processes mean the same ones, as a name of a file. */
function prefixOf({ host, space = '' }: ProcessIdentity, before: string): string {
  const numbers = `${host} ${space.split(' ')[1] ?? ''}`;
  const hash = createHash('sha256').update(numbers).digest('hex').slice(0, 8);
  return `${before}kpi-${hash}-`;
}
