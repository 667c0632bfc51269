import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for temporary files: made when it is first asked for, removed by whoever asked for it. */
export interface TemporaryFolder {
  path(): Promise<string>;
  remove(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A temporary folder that does not outlive the run, not even one that is interrupted. */
export function temporaryFolder(): TemporaryFolder {
  let made: Promise<string> | undefined;
  let path: string | undefined;
  const interrupted = (signal: NodeJS.Signals): void => {
    if (path !== undefined) rmSync(path, { recursive: true, force: true });
    process.kill(process.pid, signal);
  };
  return {
    path() {
      made ??= mkdtemp(join(tmpdir(), 'kpi-')).then((folder) => {
        path = folder;
        for (const signal of SIGNALS) process.once(signal, interrupted);
        return folder;
      });
      return made;
    },
    async remove() {
      for (const signal of SIGNALS) process.off(signal, interrupted);
      if (made !== undefined) await rm(await made, { recursive: true, force: true });
    },
  };
}
