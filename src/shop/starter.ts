import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../lib/language.js';
import { problemOf } from '../words/problem.js';
import { type WrittenFiles, writeNewFiles } from './new-files.js';
import { CONFIG_FILE } from './open.js';

/** The sample shop of the package, two folders up in the sources and in the built program. */
const STARTER = fileURLToPath(new URL('../../fixtures/starter', import.meta.url));

/** Writes a small, complete, working shop folder that speaks the language; see `writeNewFiles`. */
export async function writeStarter(
  folder: string,
  language: Language,
  starter = STARTER,
): Promise<WrittenFiles> {
  const files = await filesIn(starter);
  if (files.length === 0) return { problems: [problemOf('no-starter', {})] };
  const config = await readFile(join(starter, CONFIG_FILE), 'utf8');
  const content = config.replace(/^lang: .*$/m, `lang: ${language}`);
  return writeNewFiles(
    folder,
    files.map((name) =>
      name === CONFIG_FILE ? { name, content } : { name, from: join(starter, name) },
    ),
  );
}

/** Every file below a folder, with `/` in its path; none when there is no such folder. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
