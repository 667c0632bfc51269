import { distance } from 'fastest-levenshtein';
import type { Column } from '../../catalogue/columns.js';
import { suggest } from '../../lib/suggest.js';
import { columnsCalled, countKnownNames, headerOf } from './header.js';
import type { HeaderMatch, Reader } from './reader.js';

/**
 * The header, as written, under which a file may have a column that was not found in it: one that another reader of
 * the kind knows as that column, else one that is spelt alike. Only columns that nobody reads are looked at.
 */
export function nearestHeader(
  match: HeaderMatch,
  column: Column,
  readers: readonly Reader[],
): string | undefined {
  const unread = unreadHeaders(match);
  const others = readers
    .filter(({ kind }) => kind === match.reader.kind)
    .flatMap(({ columns }) => columns.filter(({ id }) => id === column.id));
  const known = unread.find((written) =>
    others.some((other) => columnsCalled(headerOf([written]), other).length > 0),
  );
  if (known !== undefined) return known;
  const names = [column.zh, column.id, ...(column.aliases ?? [])];
  return names.map((name) => suggest(name, unread)).find((found) => found !== undefined);
}

/** A header that nobody reads, and the column for which it was probably meant. */
interface MisspeltHeader {
  readonly written: string;
  readonly column: Column;
}

/** Of shorter names one letter makes another word: 天数 and 次数. */
const TELLING_LENGTH = 3;

/**
 * The headers that nobody knows and that are one letter off a column which the file may have and has not: without
 * a word its figures would be none.
 */
export function misspeltHeaders(
  match: HeaderMatch,
  readers: readonly Reader[],
): readonly MisspeltHeader[] {
  const { reader, positions } = match;
  const absent = reader.columns.filter(({ id, required }) => !required && !positions.has(id));
  const strange = unreadHeaders(match).filter(
    (written) => countKnownNames(headerOf([written]), readers) === 0,
  );
  return absent.flatMap((column) => {
    const names = [column.zh, column.id].filter(({ length }) => length >= TELLING_LENGTH);
    const written = strange.find((text) => names.some((name) => distance(text, name) === 1));
    return written === undefined ? [] : [{ written, column }];
  });
}

function unreadHeaders({ header, positions, columnGroups }: HeaderMatch): readonly string[] {
  const read = new Set([...positions.values(), ...[...columnGroups.values()].flat()]);
  return header.written.filter((written, at) => written !== '' && !read.has(at));
}
