import { access, lstat, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { decodeText, firstBadLine, mixedLines } from '../lib/encoding.js';
import type { Language } from '../lib/language.js';
import { byCodePoints } from '../lib/order.js';
import { isSystemError } from '../lib/system-error.js';
import type { Problems } from '../words/problem.js';
import { reportUnreadable } from '../words/system-reasons.js';
import { readYaml } from '../words/yaml/read-yaml.js';
import { configFromYaml } from './config-from-yaml.js';
import { readRegular } from './regular-file.js';
import { shippedRules } from './shipped-rules.js';
import type { Shop } from './shop.js';
import type { SourceText } from './source-text.js';

export const CONFIG_FILE = 'kpi.yaml';
const RULES_FOLDER = 'rules';

/** Whether a folder is a shop folder: it has a kpi.yaml, be it one that cannot be read. */
export async function hasShop(folder: string): Promise<boolean> {
  return access(join(folder, CONFIG_FILE)).then(
    () => true,
    (error) => !isMissing(error),
  );
}

/**
 * Opens a shop folder: reads kpi.yaml and the texts of the shop's own rulebooks. `language` wins over
 * `lang` of kpi.yaml. Undefined, with the problem reported, when there is no kpi.yaml that can be read at all.
 */
export async function openShop(
  folder: string,
  problems: Problems,
  language?: Language,
): Promise<Shop | undefined> {
  const root = resolve(folder);
  const rulebooks = await readRulebooks(root, RULES_FOLDER, problems);
  const text = await readText(root, CONFIG_FILE, problems, async () => {
    const found = await misnamedConfig(root);
    if (found === undefined) {
      problems.report('missing-config', { file: CONFIG_FILE }, { params: { folder } });
    } else problems.report('misnamed-config', { file: found }, { params: { found } });
  });
  if (text === undefined) return undefined;
  const source = { file: CONFIG_FILE, text };
  return shopOf({ folder: root, source, rulebooks, shipped: shippedRules() }, problems, language);
}

/** A shop from the texts of its files. What is wrong with kpi.yaml is reported, and what it says there not known. */
export function shopOf(
  texts: Pick<Shop, 'folder' | 'source' | 'rulebooks' | 'shipped'>,
  problems: Problems,
  language?: Language,
): Shop {
  const yaml = readYaml(texts.source.text, texts.source.file, problems);
  const config = configFromYaml(yaml, problems);
  return { ...texts, name: config.shop, language: language ?? config.lang, config };
}

/** Windows hides the ending of names that it knows, and editors there add one. */
const MISNAMED_CONFIG = /^kpi\.(?:ya?ml(?:\.txt)?|txt)$/i;

async function misnamedConfig(root: string): Promise<string | undefined> {
  const names = await readdir(root).catch(() => []);
  return names.sort(byCodePoints).find((name) => MISNAMED_CONFIG.test(name));
}

/** The rulebooks of any folder, as if they were a shop's own. */
export async function openRules(
  folder: string,
  problems: Problems,
): Promise<readonly SourceText[] | undefined> {
  const path = resolve(folder);
  if (!(await isFolder(path))) {
    problems.report('missing-rules', { file: folder }, { params: { folder } });
    return undefined;
  }
  return readRulebooks(dirname(path), basename(path), problems);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function readRulebooks(
  root: string,
  folder: string,
  problems: Problems,
): Promise<readonly SourceText[] | undefined> {
  const found: SourceText[] = [];
  const files = await listYaml(root, folder, problems);
  let isWhole = files !== undefined;
  for (const file of files ?? []) {
    const text = await readText(root, file, problems);
    if (text === undefined) isWhole = false;
    // A file of comments, or one that the shell has just made to write a rulebook into, says nothing.
    else if (isBlank(text)) problems.report('empty-rulebook', { file });
    else found.push({ file, text });
  }
  return isWhole ? found : undefined;
}

function isBlank(yaml: string): boolean {
  return yaml.split('\n').every((line) => /^\s*(?:#.*)?$/.test(line));
}

/**
 * The YAML files below a folder, in order of path (code points); none when the shop has no such folder.
 * Undefined, with the problem reported, when it is there and cannot be read: nobody is paid without the
 * shop's own rules by mistake.
 */
async function listYaml(
  root: string,
  folder: string,
  problems: Problems,
): Promise<readonly string[] | undefined> {
  const found = await entriesOf(root, folder, problems);
  if (found === undefined) return undefined;
  const lists = await Promise.all(
    found.map(async (entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.name.startsWith('.')) return [];
      if (entry.isDirectory()) return listYaml(root, path, problems);
      if (/\.ya?ml\.txt$/i.test(entry.name)) {
        problems.report(
          'misnamed-rulebook',
          { file: path },
          { params: { name: path.slice(0, -4) } },
        );
      }
      return /\.ya?ml$/i.test(entry.name) ? [path] : [];
    }),
  );
  const read = lists.filter((list) => list !== undefined);
  return read.length < lists.length ? undefined : read.flat().sort(byCodePoints);
}

async function entriesOf(root: string, folder: string, problems: Problems) {
  const path = join(root, folder);
  try {
    // A link that leads nowhere is there all the same.
    await lstat(path);
  } catch (error) {
    if (isMissing(error)) return [];
    return reportUnreadable(error, folder, problems);
  }
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    return reportUnreadable(error, folder, problems);
  }
}

function isMissing(error: unknown): boolean {
  return isSystemError(error) && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/** More than any text that is read of a shop may have: kpi.yaml and rulebooks are held to fewer characters. */
const MOST_TEXT_BYTES = 16 * 1024 ** 2;

/**
 * A text file of the shop; undefined, with the problem reported, when it cannot be read or is no text.
 * `missing` reports one that is not there.
 */
async function readText(
  root: string,
  file: string,
  problems: Problems,
  missing?: () => Promise<void>,
): Promise<string | undefined> {
  const bytes = await readRegular(join(root, file), MOST_TEXT_BYTES).catch(
    async (error: unknown) => {
      if (missing === undefined || !isMissing(error))
        return reportUnreadable(error, file, problems);
      await missing();
      return undefined;
    },
  );
  if (bytes === undefined) return undefined;
  const decoded = decodeText(bytes);
  const mixed = decoded?.encoding === 'gb18030' ? mixedLines(bytes) : undefined;
  if (mixed !== undefined) {
    const { line, utf8, gb18030 } = mixed;
    problems.report('two-encodings', { file, line }, { params: { utf8, gb18030 } });
    return undefined;
  }
  if (decoded === undefined) {
    problems.report('bad-encoding', { file, line: firstBadLine(bytes, 'utf-8') });
  }
  return decoded?.text;
}
