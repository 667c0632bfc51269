import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problemOf } from '../words/problem.js';
import { type WrittenFiles, writeNewFiles } from './new-files.js';

/** The sample shop of the package, two folders up in the sources and in the built program. */
const STARTER = fileURLToPath(new URL('../../fixtures/starter', import.meta.url));

/** Writes a small, complete, working shop folder; see `writeNewFiles`. */
export async function writeStarter(folder: string, starter = STARTER): Promise<WrittenFiles> {
  const files = await filesIn(starter);
  if (files.length === 0) return { problems: [problemOf('no-starter', {})] };
  return writeNewFiles(
    folder,
    files.map((name) => ({ name, from: join(starter, name) })),
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
