import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { INPUT_KINDS, type InputKind } from '../../catalogue/inputs.js';
import { likelyMonth, type Month, parseMonth } from '../../lib/month.js';
import { fitsPattern } from '../../lib/name-pattern.js';
import { byCodePoints } from '../../lib/order.js';
import { isSystemError } from '../../lib/system-error.js';
import type { SourceConfig } from '../../shop/config.js';
import { CONFIG_FILE } from '../../shop/open.js';
import type { Shop } from '../../shop/shop.js';
import type { Problems } from '../../words/problem.js';
import { reportUnreadable } from '../../words/system-reasons.js';
import { title } from '../../words/text.js';
import { kindByName } from '../files/kind-by-name.js';
import { isHidden, isLeftBehind, isUnfinished } from '../files/left-behind.js';
import { IDENTITY_FILES } from '../people/read-identities.js';
import { ROSTER_FILES } from '../people/read-roster.js';

/** A file of a month's folder that may be an input. */
export interface Candidate {
  readonly file: string;
  readonly path: string;
  /** The kind that its name or kpi.yaml says; undefined: its header must say it. */
  readonly kind: InputKind | undefined;
  /** The entry of kpi.yaml that names it. */
  readonly source: SourceConfig | undefined;
}

/**
 * The files of a month and of the folders in its folder, in order of path (code points), and the targets and items that
 * stand in the shop folder, each with the kind that
 * its name says; what is left out is reported, but for what systems and programs leave behind. Undefined, with the
 * problem reported, when the month has no folder (the months that are there are named) or it cannot be read.
 */
export async function listMonth(
  shop: Shop,
  month: Month,
  problems: Problems,
): Promise<readonly Candidate[] | undefined> {
  const entries = await entriesOf(shop, month, problems);
  if (entries === undefined) return undefined;
  const found = await filesBelow({ shop, folder: month, entries, problems });
  const ofMonth = found.sort(byCodePoints).filter((file) => mayBeInput(file, problems));
  const files = [...ofMonth, ...(await filesOfShop(shop))];
  reportIdleSources(shop, month, files, problems);
  return files.map((file) => ({ file, path: join(shop.folder, file), ...kindOf(file, shop) }));
}

/** What stands in the shop folder and is of any month: targets, items, and what the year came to where tax asks for it. */
export function kindsOfShop({ config }: Shop): readonly InputKind[] {
  return config.statutory === undefined
    ? ['targets', 'products']
    : ['targets', 'products', 'opening'];
}

async function filesOfShop(shop: Shop): Promise<readonly string[]> {
  const entries = await readdir(shop.folder, WITH_TYPES).catch(() => []);
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return names
    .filter((name) => !isLeftBehind(name) && !isHidden(name) && placeInShop(name) === undefined)
    .filter((name) => kindsOfShop(shop).some((kind) => kindOf(name, shop).kind === kind))
    .sort(byCodePoints);
}

/** A folder of a month, or one in it. */
interface Folder {
  readonly shop: Shop;
  /** Its path in the shop folder, with `/`. */
  readonly folder: string;
  readonly entries: readonly Dirent[];
  readonly problems: Problems;
}

/** The paths of the files in a folder and in those that are in it. */
async function filesBelow({ shop, folder, entries, problems }: Folder): Promise<string[]> {
  const files: string[] = [];
  for (const entry of entries) {
    const file = `${folder}/${entry.name}`;
    if (isLeftBehind(entry.name)) continue;
    if (isHidden(entry.name)) {
      problems.report('hidden-file', { file });
      continue;
    }
    if (isGarbled(entry.name)) problems.report('garbled-name', { file });
    else if (entry.isDirectory()) {
      const inner = await readdir(join(shop.folder, file), WITH_TYPES).catch((error: unknown) =>
        reportUnreadable(error, file, problems),
      );
      const below = inner && { shop, folder: file, entries: inner, problems };
      files.push(...(below === undefined ? [] : await filesBelow(below)));
    } else {
      const way = await wayOut(entry, join(shop.folder, file));
      if (way === undefined) files.push(file);
      else problems.report('cannot-read', { file }, { params: way });
    }
  }
  return files;
}

/**
 * Why something is no file, and what to do: a pipe or a device, which has no end or none that could be read twice,
 * a link to one, or to a folder. A link that leads nowhere is told when it is opened.
 */
async function wayOut(entry: Dirent, path: string) {
  if (entry.isFile()) return undefined;
  const target = entry.isSymbolicLink() ? await stat(path).catch(() => undefined) : entry;
  if (target === undefined || target.isFile()) return undefined;
  return target.isDirectory()
    ? { reason: title('read.link_to_folder'), remedy: title('read.copy_folder') }
    : { reason: title('read.special'), remedy: title('read.take_away') };
}

/** False, with the problem reported, for what its name says is no input of a month. */
function mayBeInput(file: string, problems: Problems): boolean {
  const name = basename(file);
  const place = placeInShop(name);
  if (isUnfinished(name)) problems.report('unfinished-download', { file });
  else if (place !== undefined) problems.report('misplaced-file', { file }, { params: { place } });
  return !isUnfinished(name) && place === undefined;
}

/** What is read of the shop folder itself, whatever the month. */
export const SHOP_FILES = [CONFIG_FILE, ...ROSTER_FILES, ...IDENTITY_FILES];

/** Where in the shop folder a file of this name is read; undefined for one that belongs to a month. */
function placeInShop(name: string): string | undefined {
  if (SHOP_FILES.includes(name)) return name;
  return /\.ya?ml$/i.test(name) ? `rules/${name}` : undefined;
}

/** A name in GBK, as some archives leave it, comes with its bytes lost: no file can be opened by it. */
function isGarbled(name: string): boolean {
  return name.includes('\ufffd');
}

const WITH_TYPES = { withFileTypes: true } as const;

async function entriesOf(shop: Shop, month: Month, problems: Problems) {
  try {
    return await readdir(join(shop.folder, month), WITH_TYPES);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') {
      await reportMissing(shop.folder, month, problems);
      return undefined;
    }
    return reportUnreadable(error, month, problems);
  }
}

/** Says which months there are, or which folder is most likely meant for this one. */
async function reportMissing(shop: string, month: Month, problems: Problems): Promise<void> {
  const folders = await foldersIn(shop);
  const meant = folders.sort(byCodePoints).find((name) => likelyMonth(name) === month);
  if (meant !== undefined) {
    problems.report('misnamed-month', { file: month }, { params: { month, folder: meant } });
    return;
  }
  const months = shown(monthsAmong(folders));
  problems.report('missing-month', { file: month }, { params: { month, months } });
}

/** Months of which a shop has a folder, in order. */
export async function listMonths(shop: string): Promise<readonly Month[]> {
  return monthsAmong(await foldersIn(shop)).sort();
}

async function foldersIn(shop: string): Promise<string[]> {
  const entries = await readdir(shop, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function monthsAmong(folders: readonly string[]): Month[] {
  return folders.map(parseMonth).filter((each) => each !== undefined);
}

function shown(months: readonly Month[]) {
  const list = months.join(', ');
  return list === '' ? { zh: '一个也没有', en: 'none' } : list;
}

/** What a file's name, or the entry of kpi.yaml that names it, says it is. */
export function kindOf(file: string, shop: Shop): Pick<Candidate, 'kind' | 'source'> {
  for (const kind of INPUT_KINDS) {
    const source = shop.config.sources[kind];
    if (source !== undefined && isNamed(file, source)) return { kind, source };
  }
  return { kind: kindByName(basename(file)), source: undefined };
}

/** True for a file whose name, or path in the folder of the month, is what kpi.yaml names. */
function isNamed(file: string, { files }: SourceConfig): boolean {
  const inFolder = file.slice(file.indexOf('/') + 1);
  return [basename(file), inFolder].some((name) => fitsPattern(name, files));
}

function reportIdleSources(
  shop: Shop,
  month: Month,
  files: readonly string[],
  problems: Problems,
): void {
  for (const source of Object.values(shop.config.sources)) {
    if (files.some((file) => isNamed(file, source))) continue;
    problems.report('source-without-file', source.place ?? { file: 'kpi.yaml' }, {
      params: { files: source.files, month },
    });
  }
}
