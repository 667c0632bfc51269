import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, openEngine } from '../../lib/engine.js';
import { temporaryFolder } from './temporary-folder.js';

/**
 * Megabytes that the engine may keep in memory: a month of 12 million messages is hardly slower with it than without
 * a limit, and the whole program stays below 1.5 GB.
 */
export const DEFAULT_MEMORY = 1000;

/**
 * Runs something on a private engine. What is more than `memory` megabytes is spilled into a
 * folder of its own, which is gone afterwards, whatever happens; `folder` gives it to whoever has to write
 * files that live as long.
 */
export async function withEngine<T>(
  work: (engine: Engine, folder: () => Promise<string>) => Promise<T>,
  memory = DEFAULT_MEMORY,
): Promise<T> {
  const folder = temporaryFolder();
  try {
    const spill = join(await folder.path(), 'spill');
    const engine = await openEngine({
      memoryLimit: `${memory}MB`,
      temporaryFolder: spill,
      hasSpilled: () => existsSync(spill),
    });
    try {
      return await work(engine, folder.path);
    } finally {
      await engine.close();
    }
  } finally {
    await folder.remove();
  }
}
