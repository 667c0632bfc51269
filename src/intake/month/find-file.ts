import { readdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { byCodePoints } from '../../lib/order.js';
import { hasShop, openShop } from '../../shop/open.js';
import type { Agent, Shop } from '../../shop/shop.js';
import type { Problems } from '../../words/problem.js';
import { isLeftBehind } from '../files/left-behind.js';
import { readRoster } from '../people/read-roster.js';

/** The shop that files are looked at for. */
export interface InspectedShop {
  /** Undefined outside of a shop folder, or when its kpi.yaml cannot be used. */
  readonly shop: Shop | undefined;
  readonly roster: readonly Agent[] | undefined;
}

/** The folders in which a file lies, the nearest first: months have folders of their own. */
export function foldersAbove(path: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = dirname(resolve(path)); !folders.includes(folder); folder = dirname(folder)) {
    folders.push(folder);
  }
  return folders;
}

/** The shop of a folder, else that in whose folder, or month, the file lies; problems of its files. */
export async function openShopFor(
  folder: string,
  path: string,
  problems: Problems,
): Promise<InspectedShop> {
  for (const candidate of [folder, ...foldersAbove(path)]) {
    if (!(await hasShop(candidate))) continue;
    const shop = await openShop(candidate, problems);
    return { shop, roster: shop && (await readRoster(shop, problems)) };
  }
  return { shop: undefined, roster: undefined };
}

/** What a name leads to: a file, or a folder with the names in it. */
export type FoundFile =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly names: readonly string[] }
  /** A pipe or a device: it cannot be read twice. */
  | { readonly kind: 'other' };

/**
 * What is found under a name as it is, or from the shop folder; undefined when there is nothing. A file that
 * nobody may even look at is found: why it cannot be read is told when it is opened.
 */
export async function findFile(file: string, folder: string): Promise<FoundFile | undefined> {
  for (const path of [file, resolve(folder, file)]) {
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
    if (found instanceof Error) {
      if (found.code === 'ENOENT' || found.code === 'ENOTDIR') continue;
    } else if (found.isDirectory()) {
      const names = await readdir(path).catch(() => []);
      return {
        kind: 'folder',
        names: names.filter((name) => !isLeftBehind(name)).sort(byCodePoints),
      };
    } else if (!found.isFile()) return { kind: 'other' };
    return { kind: 'file', path };
  }
  return undefined;
}
