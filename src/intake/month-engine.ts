import { join } from 'node:path';
import { type Engine, openEngine } from '../lib/engine.js';
import { temporaryFolder } from './temporary-folder.js';

/**
 * Runs something on a private engine. What does not fit into memory is spilled into a folder of its own,
 * which is gone afterwards, whatever happens.
 */
export async function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const folder = temporaryFolder();
  try {
    const engine = await openEngine({ temporaryFolder: join(await folder.path(), 'spill') });
    try {
      return await work(engine);
    } finally {
      engine.close();
    }
  } finally {
    await folder.remove();
  }
}
