import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { byCodePoints } from '../../lib/order.js';
import { CONFIG_FILE } from '../../shop/open.js';
import { usageError } from '../flags/usage.js';

/** The folders that patterns such as `clients/*` name. */
interface NamedFolders {
  /** Those of shops, in the order of their names. */
  readonly shops: readonly string[];
  /** Those without a kpi.yaml. */
  readonly others: readonly string[];
}

/** Finds the shops that patterns name; wrong use when there is none. */
export async function foldersOfShops(patterns: readonly string[]): Promise<NamedFolders> {
  const found = await glob(patterns.map(withSlashes), {
    onlyDirectories: true,
    expandDirectories: false,
  });
  const folders = found.map((folder) => folder.replace(/\/$/, '')).sort(byCodePoints);
  const isShop = (folder: string) => existsSync(join(folder, CONFIG_FILE));
  const shops = folders.filter(isShop);
  if (shops.length === 0) throw usageError('usage.no_shops', { given: patterns.join(' ') });
  return { shops, others: folders.filter((folder) => !isShop(folder)) };
}

/** A path of Windows as a pattern. */
function withSlashes(pattern: string): string {
  return process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern;
}
