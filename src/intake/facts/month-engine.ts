import { join } from 'node:path';
import { type Engine, openEngine } from '../../lib/engine.js';
import { temporaryFolder } from './temporary-folder.js';

/**
 * What the engine may keep in memory: a month of 12 million messages is hardly slower with it than without
 * a limit, and the whole program stays below 1.5 GB.
 */
const MEMORY_LIMIT = '1GB';

/**
 * Runs something on a private engine. What is more than `memoryLimit` (such as `512MB`) is spilled into a
 * folder of its own, which is gone afterwards, whatever happens; `folder` gives it to whoever has to write
 * files that live as long.
 */
export async function withEngine<T>(
  work: (engine: Engine, folder: () => Promise<string>) => Promise<T>,
  memoryLimit = MEMORY_LIMIT,
): Promise<T> {
  const folder = temporaryFolder();
  try {
    const engine = await openEngine({
      memoryLimit,
      temporaryFolder: join(await folder.path(), 'spill'),
    });
    try {
      return await work(engine, folder.path);
    } finally {
      engine.close();
    }
  } finally {
    await folder.remove();
  }
}
