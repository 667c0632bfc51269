import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onInterrupt } from '../../lib/interrupt.js';
import { isAlive, ownIdentity, type ProcessIdentity } from '../../shop/process-identity.js';

/** A folder for temporary files: made when it is first asked for, removed by whoever asked for it. */
interface TemporaryFolder {
  path(): Promise<string>;
  remove(): Promise<void>;
}

/** A temporary folder that does not outlive the run, not even one that is interrupted. */
export function temporaryFolder(): TemporaryFolder {
  let made: { readonly path: string; readonly forget: () => void } | undefined;
  return {
    async path() {
      made ??= make();
      return made.path;
    },
    async remove() {
      if (made === undefined) return;
      await rm(made.path, { recursive: true, force: true });
      made.forget();
    },
  };
}

/** The engine's threads may still write while the folder goes. */
const PERSISTENT = { recursive: true, force: true, maxRetries: 5, retryDelay: 20 } as const;

/** In one step, so that no signal comes between the folder and the promise to remove it. */
function make() {
  removeLeft();
  const own = ownIdentity();
  const path = mkdtempSync(join(tmpdir(), `${prefixOf(own)}${own.pid}-${own.started ?? ''}-`));
  return { path, forget: onInterrupt(() => rmSync(path, PERSISTENT)) };
}

/** Where numbers of processes mean the same ones, as a name of a file. */
function prefixOf({ host, space = '' }: ProcessIdentity): string {
  const numbers = `${host} ${space.split(' ')[1] ?? ''}`;
  return `kpi-${createHash('sha256').update(numbers).digest('hex').slice(0, 8)}-`;
}

/** Removes what runs have left that were killed: it has messages of buyers in it. */
function removeLeft(): void {
  const own = ownIdentity();
  const prefix = prefixOf(own);
  for (const name of readdirSync(tmpdir())) {
    const [, pid, started = ''] = /^(\d+)-(\d*)-/.exec(name.slice(prefix.length)) ?? [];
    if (!name.startsWith(prefix) || pid === undefined) continue;
    if (isAlive({ ...own, pid: Number(pid), started: started || undefined })) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Somebody else's, or another run is at it.
    }
  }
}
