import { constants } from 'node:fs';
import { access, copyFile, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listedNames } from '../words/lists.js';
import { type Problem, problemOf } from '../words/problem.js';
import { title } from '../words/text.js';

/** The sample shop of the package, two folders up in the sources and in the built program. */
const STARTER = fileURLToPath(new URL('../../fixtures/starter', import.meta.url));

/** What came of writing a sample shop: the files, relative to its folder, or why there are none. */
export type Started =
  | { readonly files: readonly string[] }
  | { readonly problems: readonly Problem[] };

/**
 * Writes a small, complete, working shop folder. Never overwrites: when any of its files exists
 * already, nothing is written. Throws when the file system refuses, after removing what it wrote.
 */
export async function writeStarter(folder: string, starter = STARTER): Promise<Started> {
  const files = await filesIn(starter);
  if (files.length === 0) return { problems: [problemOf('no-starter', {})] };
  const present = await asyncFilter(files, (file) => exists(join(folder, file)));
  if (present.length > 0) {
    return { problems: [fileExists(folder, present)] };
  }
  const written: string[] = [];
  const made: string[] = [];
  try {
    for (const file of files) {
      const target = join(folder, file);
      const first = await mkdir(dirname(target), { recursive: true });
      if (first !== undefined) made.push(first);
      await copyFile(join(starter, file), target, constants.COPYFILE_EXCL);
      written.push(target);
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    await Promise.all(made.map((each) => rm(each, { recursive: true, force: true })));
    throw error;
  }
  return { files };
}

/** Names that are said of the files that are there. */
const MOST_NAMES = 3;

/** One problem, however many files there are: what is wrong is the folder. */
function fileExists(folder: string, present: readonly string[]): Problem {
  const shown = present.slice(0, MOST_NAMES);
  const names = listedNames(shown);
  const files =
    shown.length === present.length
      ? names
      : title('names.files-and-more', { names, all: present.length });
  return problemOf('file-exists', { file: folder }, { params: { files } });
}

/** Every file below a folder, with `/` in its path; none when there is no such folder. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function asyncFilter<T>(
  items: readonly T[],
  keep: (item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = await Promise.all(items.map(keep));
  return items.filter((_, index) => kept[index]);
}
