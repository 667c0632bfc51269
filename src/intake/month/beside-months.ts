import { type Dirent, promises } from 'node:fs';
import { join } from 'node:path';
import { METRICS } from '../../catalogue/metrics/metrics.js';
import { likelyMonth, type Month } from '../../lib/month.js';
import { byCodePoints } from '../../lib/order.js';
import type { Shop } from '../../shop/shop.js';
import { listedTitles } from '../../words/lists.js';
import { collectProblems, type Problems } from '../../words/problem.js';
import { title } from '../../words/text.js';
import { kindByName } from '../files/kind-by-name.js';
import { isHidden, isLeftBehind } from '../files/left-behind.js';
import { lookInto } from '../files/open-table.js';
import type { OpeningOptions, Part } from '../files/opening.js';
import type { Reader } from '../files/reader.js';
import { READERS } from '../readers/index.js';
import { kindsOfShop, SHOP_FILES } from './month-folder.js';

/** What is looked at beside the folder of a month. */
interface Beside extends OpeningOptions {
  readonly shop: Shop;
  readonly month: Month;
  readonly problems: Problems;
}

/**
 * Tells of what is meant for a month and stands where nobody reads it: exports in the shop folder itself, and files in a
 * folder beside the month's whose name says the same month.
 */
export async function reportBesideMonths(beside: Beside): Promise<void> {
  const entries = await entriesIn(beside.shop.folder);
  for (const entry of entries) {
    if (isLeftBehind(entry.name) || isHidden(entry.name)) continue;
    if (entry.isDirectory()) await reportFolder(entry.name, beside);
    else if (entry.isFile()) await reportFile(entry.name, beside);
  }
}

async function entriesIn(folder: string): Promise<readonly Dirent[]> {
  const entries = await promises.readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.sort((a, b) => byCodePoints(a.name, b.name));
}

async function reportFolder(name: string, { shop, month, problems }: Beside): Promise<void> {
  if (name === month || !meansMonth(name, month)) return;
  const files = await filesBelow(join(shop.folder, name));
  if (files > 0)
    problems.report('folder-beside-month', { file: name }, { params: { month, files } });
}

/** Whether the name of a folder says a month: `2026年10月`, `10月`, `2026-10 订单`. */
function meansMonth(name: string, month: Month): boolean {
  const written = name.normalize('NFKC').trim();
  const [, alone] = /^(\d{1,2}) ?月份?$/.exec(written) ?? [];
  return (
    likelyMonth(written.replace(/份$/, '')) === month ||
    alone?.padStart(2, '0') === month.slice(5) ||
    (written.startsWith(month) && /^[^-\d]/.test(written.slice(month.length)))
  );
}

async function filesBelow(folder: string): Promise<number> {
  let files = 0;
  for (const entry of await entriesIn(folder)) {
    if (isLeftBehind(entry.name)) continue;
    files += entry.isDirectory() ? await filesBelow(join(folder, entry.name)) : 1;
  }
  return files;
}

async function reportFile(file: string, beside: Beside): Promise<void> {
  const { shop, month, problems } = beside;
  const named = kindByName(file);
  if (SHOP_FILES.includes(file) || /\.ya?ml$/i.test(file)) return;
  if (named !== undefined && kindsOfShop(shop).includes(named)) return;
  const input = { file, path: join(shop.folder, file), kind: undefined, source: undefined };
  const parts = await lookInto(input, READERS, collectProblems(), beside).then(
    (opening) => opening.parts,
    () => [],
  );
  if (parts.some((part) => isOfMetrics(part) || isNoInput(part))) return;
  const seen = new Set(parts.flatMap(kindsOf));
  if (seen.size === 0 && named !== undefined && isOfData(file)) seen.add(named);
  if (seen.size === 0) return;
  const titles = [...seen].map((kind) => title(`inspect.kind.${kind}`));
  const what = listedTitles('names', titles);
  problems.report('file-beside-month', { file }, { params: { what, month } });
}

/** What a part is by its header, be it one of several kinds. */
function kindsOf({ table, found }: Part): readonly Reader['kind'][] {
  if (table !== undefined) return [table.match.reader.kind];
  return found.every(({ recognised }) => recognised)
    ? found.map(({ match }) => match.reader.kind)
    : [];
}

/** True for what is known and read nowhere, as the form of wages that `kpi export tax` writes. */
function isNoInput({ table, found }: Part): boolean {
  const matches = table === undefined ? found.map(({ match }) => match) : [table.match];
  return matches.length > 0 && matches.every(({ reader }) => reader.notRead !== undefined);
}

/** Endings under which tables are kept; whatever else is called after them is something to look at. */
function isOfData(file: string): boolean {
  return /\.(?:csv|tsv|txt|xls[xmb]?|et|ods|parquet|zip|rar|7z|gz)$|^[^.]*$/i.test(file);
}

const METRIC_NAMES = new Set(METRICS.flatMap(({ id, title: { zh, en } }) => [id, zh, en]));
/** No export has so many of the program's own metrics. */
const MOST_METRICS = 20;

/** True for what `kpi metrics` has written: it stands where somebody put it. */
function isOfMetrics({ found }: Part): boolean {
  const written = found.flatMap(({ match }) => match.header.written);
  return new Set(written.filter((name) => METRIC_NAMES.has(name))).size > MOST_METRICS;
}
