import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseMonth } from '../../lib/month.js';
import { openShop } from '../../shop/open.js';
import type { Shop } from '../../shop/shop.js';
import { collectProblems } from '../../words/problem.js';
import { openTables } from '../files/open-table.js';
import { READERS } from '../readers/index.js';
import { kindOf, kindsOfShop, SHOP_FILES } from './month-folder.js';

/**
 * Whether a file is one that a shop is read from, of whatever month and under whatever name: the system is asked whether
 * two names are one file. What lies in the folder of a month and is no input, such as a table that was written there,
 * is none.
 */
export async function isShopInput(folder: string, path: string): Promise<boolean> {
  const wanted = await stat(path).catch(() => undefined);
  if (wanted === undefined) return false;
  const shop = await openShop(folder, collectProblems());
  for (const file of await filesOf(folder)) {
    const found = await stat(join(folder, file)).catch(() => undefined);
    if (found === undefined || !isSameFile(found, wanted)) continue;
    if (await isRead(file, folder, shop)) return true;
  }
  return false;
}

function isSameFile(one: Stats, other: Stats): boolean {
  return one.ino === other.ino && one.dev === other.dev;
}

/** Folders of a shop that belong to no month, and what is read of them. */
const READ_OF: Readonly<Record<string, RegExp>> = { rules: /\.ya?ml$/i, closed: /./ };

/** What stands in the shop folder, in the folders of its months, and among its rules and closed months. */
async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder).catch(() => []);
  const inner = entries.filter(
    (name) => parseMonth(name) !== undefined || READ_OF[name] !== undefined,
  );
  const below = inner.map(async (name) => {
    const names = await readdir(join(folder, name), { recursive: true }).catch(() => []);
    return names.map((each) => `${name}/${each.replaceAll('\\', '/')}`);
  });
  return [...entries, ...(await Promise.all(below)).flat()];
}

async function isRead(file: string, folder: string, shop: Shop | undefined): Promise<boolean> {
  const [top = ''] = file.split('/');
  if (file === top) return isReadOfAnyMonth(file, shop);
  const read = READ_OF[top];
  if (read !== undefined) return read.test(file);
  const { kind, source } = shop === undefined ? NOT_NAMED : kindOf(file, shop);
  if (kind !== undefined) return true;
  const input = { file, path: join(folder, file), kind, source };
  const found = collectProblems();
  const { tables, incomplete } = await openTables(input, READERS, found);
  // What is not looked into here may be an input: an archive, or Parquet.
  const isUnopened = found.all.some(({ code }) => code === 'unsupported-format');
  return tables.length > 0 || incomplete.length > 0 || isUnopened;
}

const NOT_NAMED = { kind: undefined, source: undefined };

function isReadOfAnyMonth(name: string, shop: Shop | undefined): boolean {
  if (SHOP_FILES.includes(name)) return true;
  if (shop === undefined) return false;
  const { kind } = kindOf(name, shop);
  return kind !== undefined && kindsOfShop(shop).includes(kind);
}
