import { posix } from 'node:path';
import { groupBy } from '../../src/lib/group.js';
import { roomOf, type SourceFile, subRoomOf } from './imports.js';
import {
  LIBRARY,
  MAY_READ,
  NAMED_AFTER_SUBJECTS,
  READS_OWN_TEXTS,
  ROOMS,
  STARTED,
  SUB_ROOMS,
  USED_OUTSIDE,
} from './layout.js';

/** The imports that the layout does not allow, each as `from → to`. */
export function forbiddenImports(sources: readonly SourceFile[]): readonly string[] {
  return importsOf(sources)
    .filter(([from, to]) => !isAllowed(from, to))
    .map(([from, to]) => `${from} → ${to}`);
}

function isAllowed(from: string, to: string): boolean {
  const [above, below] = [roomOf(from), roomOf(to)];
  return above === below ? isAllowedWithin(above, from, to) : isAllowedBetween(above, below);
}

function isAllowedBetween(above: string, below: string): boolean {
  const room = ROOMS.find(({ name }) => name === above);
  if (room === undefined || room.not?.includes(below) === true) return false;
  if (below === 'output' && !['library', 'cli'].includes(above)) return false;
  const names = ROOMS.map(({ name }) => name);
  return names.indexOf(below) > names.indexOf(above);
}

function isAllowedWithin(room: string, from: string, to: string): boolean {
  const [above, below] = [subRoomOf(from), subRoomOf(to)];
  if (above === below) return true;
  const floors = SUB_ROOMS[room] ?? [];
  const floorOf = (subRoom: string) => floors.findIndex((floor) => floor.includes(subRoom));
  return floorOf(above) >= 0 && floorOf(above) < floorOf(below);
}

/** The files that import each other in a circle, types included: one line a circle. */
export function circles(sources: readonly SourceFile[]): readonly string[] {
  const importsOfFile = new Map(sources.map(({ path, imports }) => [path, imports]));
  const found: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (path: string, way: readonly string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...way.slice(way.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const next of importsOfFile.get(path) ?? []) visit(next, [...way, path]);
    state.set(path, 'done');
  };
  for (const { path } of sources) visit(path, []);
  return found;
}

const READING = /^node:(?:fs|fs\/promises|child_process|http|https|net)$/;

/** The files that import what reads files, in rooms that may not. */
export function readingFiles(sources: readonly SourceFile[]): readonly string[] {
  return sources
    .filter(({ modules }) => modules.some((name) => READING.test(name)))
    .map(({ path }) => path)
    .filter((path) => !MAY_READ.includes(roomOf(path)) && !READS_OWN_TEXTS.includes(path));
}

/** The names that more than one file exports, each with the files: a reader takes them for one thing. */
export function sharedNames(sources: readonly SourceFile[]): readonly string[] {
  const own = sources.filter(({ path }) => path !== LIBRARY);
  const exported = own.flatMap(({ path, exports }) => exports.map((name) => ({ name, path })));
  return [...groupBy(exported, ({ name }) => name)]
    .filter(([, files]) => files.length > 1)
    .map(([name, files]) => `${name}: ${files.map(({ path }) => path).join(', ')}`);
}

/**
 * The names that files of different folders have, each with the files: a reader takes them for one thing. Files
 * beside each other may share one, as the SQL that a file runs; so may those that only list their folder.
 */
export function sharedFileNames(paths: readonly string[]): readonly string[] {
  const subjects = paths.filter((path) => !NAMED_AFTER_SUBJECTS.includes(posix.dirname(path)));
  return [...groupBy(subjects, nameOf)]
    .filter(([name, files]) => name !== 'index' && new Set(files.map(posix.dirname)).size > 1)
    .map(([name, files]) => `${name}: ${files.join(', ')}`);
}

/** The name of a file without its folders and endings. */
function nameOf(path: string): string {
  return posix.basename(path).replace(/\..*$/, '');
}

/**
 * The exports of `src/` that no other file there uses, each as `path name`, unless one of `others` (tests,
 * scripts, benchmarks: files beside `src/`) does and the layout says why it may.
 */
export function unusedExports(
  sources: readonly SourceFile[],
  others: readonly SourceFile[],
): readonly string[] {
  const inside = new Set(sources.flatMap(({ uses }) => uses));
  const outside = new Set(others.flatMap(({ uses }) => uses.map((use) => use.replace(SRC, ''))));
  const own = sources.filter(({ path }) => path !== LIBRARY);
  return own.flatMap(({ path, exports }) =>
    exports
      .filter((name) => !inside.has(`${path} ${name}`) && !inside.has(`${path} *`))
      .map((name) => `${path} ${name}`)
      .filter((use) => use !== STARTED && !(Object.hasOwn(USED_OUTSIDE, use) && outside.has(use))),
  );
}

/** How a file of `test/` names one of `src/`. */
const SRC = /^\.\.\/src\//;

/** Every import as the path of the file and the path of what it imports. */
export function importsOf(sources: readonly SourceFile[]): readonly (readonly [string, string])[] {
  return sources.flatMap(({ path, imports }) => imports.map((to) => [path, to] as const));
}
