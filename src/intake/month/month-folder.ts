import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { INPUT_KINDS, type InputKind } from '../../catalogue/inputs.js';
import { likelyMonth, type Month, parseMonth } from '../../lib/month.js';
import { byCodePoints } from '../../lib/order.js';
import { isSystemError } from '../../lib/system-error.js';
import type { SourceConfig } from '../../shop/config.js';
import type { Shop } from '../../shop/shop.js';
import type { Problems } from '../../words/problem.js';
import { reportUnreadable } from '../../words/system-reasons.js';
import { kindByName } from '../files/kind-by-name.js';

/** A file of a month's folder that may be an input. */
export interface Candidate {
  readonly file: string;
  readonly path: string;
  /** The kind that its name or kpi.yaml says; undefined: its header must say it. */
  readonly kind: InputKind | undefined;
  /** The entry of kpi.yaml that names it. */
  readonly source: SourceConfig | undefined;
}

const EXTENSIONS = /\.(csv|tsv|txt|xlsx|xls|zip|parquet)$/i;

/**
 * The files of a month, in order of name (code points), each with the kind that its name says.
 * A folder of such a name is among them, and cannot be read. Undefined, with the problem reported, when the
 * month has no folder (the months that are there are named) or it cannot be read.
 */
export async function listMonth(
  shop: Shop,
  month: Month,
  problems: Problems,
): Promise<readonly Candidate[] | undefined> {
  const entries = await entriesOf(shop, month, problems);
  if (entries === undefined) return undefined;
  const inputs = entries
    .filter((entry) => isInputName(entry.name))
    .map(({ name }) => name)
    .sort(byCodePoints);
  const names = inputs.filter((name) => !isGarbled(name));
  for (const name of inputs.filter(isGarbled)) {
    problems.report('garbled-name', { file: `${month}/${name}` });
  }
  reportIdleSources(shop, month, names, problems);
  return names.map((name) => ({
    file: `${month}/${name}`,
    path: join(shop.folder, month, name),
    ...kindOf(name, shop),
  }));
}

/** A name in GBK, as some archives leave it, comes with its bytes lost: no file can be opened by it. */
function isGarbled(name: string): boolean {
  return name.includes('\ufffd');
}

async function entriesOf(shop: Shop, month: Month, problems: Problems) {
  try {
    return await readdir(join(shop.folder, month), { withFileTypes: true });
  } catch (error) {
    const isMissing = isSystemError(error) && ['ENOENT', 'ENOTDIR'].includes(error.code ?? '');
    if (isMissing) {
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

/** Hidden files and the lock files that Excel leaves beside an open workbook are no inputs. */
export function isInputName(name: string): boolean {
  return !name.startsWith('.') && !name.startsWith('~$') && EXTENSIONS.test(name);
}

/** What a file's name, or the entry of kpi.yaml that names it, says it is. */
export function kindOf(name: string, shop: Shop): Pick<Candidate, 'kind' | 'source'> {
  for (const kind of INPUT_KINDS) {
    const source = shop.config.sources[kind];
    if (source !== undefined && globPattern(source.files).test(name)) return { kind, source };
  }
  return { kind: kindByName(name), source: undefined };
}

/** A file name pattern with `*` and `?`. */
function globPattern(glob: string): RegExp {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`, 'iu');
}

function reportIdleSources(
  shop: Shop,
  month: Month,
  names: readonly string[],
  problems: Problems,
): void {
  for (const source of Object.values(shop.config.sources)) {
    if (names.some((name) => globPattern(source.files).test(name))) continue;
    problems.report('source-without-file', source.place ?? { file: 'kpi.yaml' }, {
      params: { files: source.files, month },
    });
  }
}
