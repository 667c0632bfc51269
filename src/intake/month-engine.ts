import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '../lib/engine.js';

/**
 * Runs something on a private engine. What does not fit into memory is spilled into a folder of its own,
 * which is gone afterwards, whatever happens.
 */
export async function withEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kpi-'));
  try {
    const engine = await openEngine({ temporaryFolder: join(folder, 'spill') });
    try {
      return await work(engine);
    } finally {
      engine.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
