import { access, lstat, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { decodeText, firstBadLine } from '../lib/encoding.js';
import type { Language } from '../lib/language.js';
import { byCodePoints } from '../lib/order.js';
import type { Problems } from '../lib/problem.js';
import { readYaml } from '../lib/yaml.js';
import { configFromYaml } from './config-from-yaml.js';
import type { Shop, SourceText } from './shop.js';

export const CONFIG_FILE = 'kpi.yaml';
const RULES_FOLDER = 'rules';

/** Whether a folder is a shop folder: it has a kpi.yaml. */
export async function hasShop(folder: string): Promise<boolean> {
  return access(join(folder, CONFIG_FILE)).then(
    () => true,
    () => false,
  );
}

/**
 * Opens a shop folder: reads kpi.yaml and the texts of the shop's own rulebooks. `language` wins over
 * `lang` of kpi.yaml. Undefined, with the problems reported, when kpi.yaml is missing or wrong.
 */
export async function openShop(
  folder: string,
  problems: Problems,
  language?: Language,
): Promise<Shop | undefined> {
  const root = resolve(folder);
  const rulebooks = await readRulebooks(root, problems);
  const text = await readText(root, CONFIG_FILE, problems, () =>
    problems.report('missing-config', { file: CONFIG_FILE }, { params: { folder } }),
  );
  if (text === undefined || rulebooks === undefined) return undefined;
  const yaml = readYaml(text, CONFIG_FILE, problems);
  const config = yaml && configFromYaml(yaml, problems);
  if (config === undefined) return undefined;
  return {
    folder: root,
    name: config.shop,
    language: language ?? config.lang,
    config,
    rulebooks,
  };
}

async function readRulebooks(
  root: string,
  problems: Problems,
): Promise<readonly SourceText[] | undefined> {
  const found: SourceText[] = [];
  let sound = true;
  for (const file of await listYaml(root, RULES_FOLDER)) {
    const text = await readText(root, file, problems, () => {});
    if (text === undefined) sound = false;
    else found.push({ file, text });
  }
  return sound ? found : undefined;
}

/**
 * The YAML files below a folder, in order of path (code points); none when the shop has no such folder. A
 * folder that is there and cannot be read throws: nobody is paid without the shop's own rules by mistake.
 */
async function listYaml(root: string, folder: string): Promise<readonly string[]> {
  const path = join(root, folder);
  const isThere = await lstat(path).then(() => true, isMissing);
  if (!isThere) return [];
  const entries = await readdir(path, { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) return [];
      if (entry.isDirectory()) return listYaml(root, path);
      return /\.ya?ml$/i.test(entry.name) ? [path] : [];
    }),
  );
  return lists.flat().sort(byCodePoints);
}

/** False, for an entry that is not there; throws any other error. */
function isMissing(error: NodeJS.ErrnoException): false {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
  throw error;
}

/** A text file of the shop; undefined when it is not there (`missing` is called) or not readable text. */
async function readText(
  root: string,
  file: string,
  problems: Problems,
  missing: () => void,
): Promise<string | undefined> {
  const bytes = await readFile(join(root, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
    return undefined;
  });
  if (bytes === undefined) {
    missing();
    return undefined;
  }
  const decoded = decodeText(bytes);
  if (decoded === undefined) {
    problems.report('bad-encoding', { file, line: firstBadLine(bytes, 'utf-8') });
  }
  return decoded?.text;
}
