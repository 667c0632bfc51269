import { createHash } from 'node:crypto';
import { constants, createReadStream, rmSync } from 'node:fs';
import {
  access,
  copyFile,
  link,
  mkdir,
  mkdtemp,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onInterrupt } from '../lib/interrupt.js';
import { isSystemError } from '../lib/system-error.js';
import { listedNames } from '../words/lists.js';
import { type Problem, problemOf } from '../words/problem.js';
import { title } from '../words/text.js';
import { HIDDEN, ownPrefix, removeLeft } from './temporary-names.js';

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
 * Writes files into a folder, all or none, each whole. Never overwrites: when any of them exists already, nothing is
 * written; but what a run that was killed has begun is carried on, which is some of the files with just this content.
 * Throws when the file system refuses, after removing what it wrote.
 */
export async function writeNewFiles(
  folder: string,
  files: readonly NewFile[],
): Promise<WrittenFiles> {
  const names = files.map(({ name }) => name);
  const present = await asyncFilter(files, ({ name }) => exists(join(folder, name)));
  const same = await asyncFilter(present, (file) => isThere(folder, file));
  if (present.length > same.length || (present.length > 0 && present.length === files.length)) {
    return {
      problems: [
        fileExists(
          folder,
          present.map(({ name }) => name),
        ),
      ],
    };
  }
  const made: string[] = [];
  try {
    await writeMissing(
      folder,
      files.filter((file) => !present.includes(file)),
      made,
    );
  } catch (error) {
    for (const path of made.reverse()) await rm(path, { recursive: true, force: true });
    throw error;
  }
  return { files: names };
}

/** Writes files beside their places and then gives them their names; `made` gets what has been made. */
async function writeMissing(
  folder: string,
  files: readonly NewFile[],
  made: string[],
): Promise<void> {
  const makeFolder = async (path: string) => {
    const first = await mkdir(path, { recursive: true });
    if (first !== undefined) made.push(first);
  };
  await makeFolder(folder);
  removeLeft(folder, HIDDEN);
  const within = await mkdtemp(join(folder, ownPrefix(HIDDEN)));
  const forget = onInterrupt(() => rmSync(within, { recursive: true, force: true }));
  try {
    for (const [at, { name, from, content }] of files.entries()) {
      const target = join(folder, name);
      const temporary = join(within, String(at));
      if (from !== undefined) await copyFile(from, temporary);
      else await writeFile(temporary, content);
      await makeFolder(dirname(target));
      await moveNew(temporary, target);
      made.push(target);
    }
  } finally {
    await rm(within, { recursive: true, force: true });
    forget();
  }
}

/** Gives a file its name, which must not be there; where the disk knows no second names, another file its content. */
async function moveNew(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (isSystemError(error) && error.code === 'EEXIST') throw error;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

/** Whether a file is there with just the content that it is to have. */
export async function isThere(folder: string, { name, from, content }: NewFile): Promise<boolean> {
  const target = join(folder, name);
  if (from !== undefined) return sameBytes(target, from);
  const there = await readFile(target).catch(() => undefined);
  return there?.equals(Buffer.from(content)) === true;
}

/** Whether two files hold the same; exports may be larger than memory. */
async function sameBytes(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all(
    [one, other].map((file) => stat(file).catch(() => undefined)),
  );
  if (first === undefined || first.size !== second?.size) return false;
  const [here, there] = await Promise.all([one, other].map(hashOf));
  return here === there;
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
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
