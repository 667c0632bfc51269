import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kpi } from './program.js';
import { type ShopFiles, writeShop } from './shop.js';

/** What closing leaves below closed/, by the shop and its months: the same bytes each time, so it is done once. */
const sealed = new Map<string, Promise<ShopFiles>>();

/** Writes a shop of which months have been closed, one after the other; gives the folder. */
export async function closedShop(files: ShopFiles, ...months: readonly string[]): Promise<string> {
  return writeShop({ ...files, ...(await sealedOf(files, months)) });
}

async function sealedOf(files: ShopFiles, months: readonly string[]): Promise<ShopFiles> {
  if (months.length === 0) return {};
  const key = JSON.stringify([files, months]);
  const found = sealed.get(key) ?? seal(files, months);
  sealed.set(key, found);
  return found;
}

async function seal(files: ShopFiles, months: readonly string[]): Promise<ShopFiles> {
  const shop = await closedShop(files, ...months.slice(0, -1));
  await close(shop, ...months.slice(-1));
  const names = readdirSync(join(shop, 'closed')).map((name) => `closed/${name}`);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(shop, name))]));
}

/** Closes months one after the other; fails when the program does. */
export async function close(shop: string, ...months: readonly string[]): Promise<void> {
  for (const month of months) {
    const run = await kpi(['close', '--month', month], { cwd: shop });
    if (run.code !== 0) throw new Error(`${month}: ${run.err}`);
  }
}
