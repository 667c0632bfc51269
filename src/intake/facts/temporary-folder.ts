import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onInterrupt } from '../../lib/interrupt.js';
import { ownPrefix, removeLeft } from '../../shop/temporary-names.js';

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
  removeLeft(tmpdir());
  const path = mkdtempSync(join(tmpdir(), ownPrefix()));
  return { path, forget: onInterrupt(() => rmSync(path, PERSISTENT)) };
}
