import { constants } from 'node:fs';
import { access, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listedNames } from '../words/lists.js';
import { type Problem, problemOf } from '../words/problem.js';
import { title } from '../words/text.js';

/** A file that is to be written: a copy of another, or a text. `name` is relative to the folder, with `/`. */
type NewFile = { readonly name: string } & (
  | { readonly from: string; readonly content?: never }
  | { readonly content: string; readonly from?: never }
);

/** What came of writing new files: their names, or why there are none. */
export type WrittenFiles =
  | { readonly files: readonly string[] }
  | { readonly problems: readonly Problem[] };

/**
 * Writes files into a folder, all or none. Never overwrites: when any of them exists already, nothing is written.
 * Throws when the file system refuses, after removing what it wrote.
 */
export async function writeNewFiles(
  folder: string,
  files: readonly NewFile[],
): Promise<WrittenFiles> {
  const names = files.map(({ name }) => name);
  const present = await asyncFilter(names, (name) => exists(join(folder, name)));
  if (present.length > 0) return { problems: [fileExists(folder, present)] };
  const written: string[] = [];
  const made: string[] = [];
  try {
    for (const { name, from, content } of files) {
      const target = join(folder, name);
      const first = await mkdir(dirname(target), { recursive: true });
      if (first !== undefined) made.push(first);
      if (from !== undefined) await copyFile(from, target, constants.COPYFILE_EXCL);
      else await writeFile(target, content, { flag: 'wx' });
      written.push(target);
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    await Promise.all(made.map((each) => rm(each, { recursive: true, force: true })));
    throw error;
  }
  return { files: names };
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
