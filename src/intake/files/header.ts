import type { Column } from '../../catalogue/columns.js';
import { groupBy } from '../../lib/group.js';
import type { Header, HeaderMatch, Reader } from './reader.js';

const UNIT = /^(.+)\(([^()]+)\)$/;

/** Cells that are compared as they are, as nearly all are. */
const PLAIN = /^[a-z_\d\u4e00-\u9fff]*$/;

/** A header cell as it is compared: width, case, inner space and a suffix `.1` make no difference. */
export function normaliseHeader(cell: string): string {
  if (PLAIN.test(cell)) return cell;
  return (
    cell
      .normalize('NFKC')
      .replaceAll('\0', '')
      .replaceAll('\u001a', '')
      .replace(/[\s\u00a0\u3000\ufeff]+/g, '')
      // Quotes are left where a byte-order mark stands before them.
      .replace(
        /^=?"(.*)"$|^'(.*)$/,
        (_, wrapped?: string, quoted?: string) => wrapped ?? quoted ?? '',
      )
      .replace(/(?<=\D)\.1$/, '')
      .toLowerCase()
  );
}

/** Reads a header row. */
export function headerOf(written: readonly string[]): Header {
  const whole = written.map(normaliseHeader);
  const parts = whole.map((name) => UNIT.exec(name));
  const names = whole.map((name, at) => parts[at]?.[1] ?? name);
  return {
    written: written.map((cell) => cell.replace(/\s+/g, ' ').trim()),
    names,
    units: parts.map((part) => part?.[2]),
    groups: written.map(() => undefined),
    places: placesOf(names.map(keyOf)),
  };
}

/** A header as it would be if one of its columns had no name. */
export function withoutName(header: Header, at: number): Header {
  const names = header.names.map((name, index) => (index === at ? '' : name));
  const written = header.written.map((cell, index) => (index === at ? '' : cell));
  return { ...header, written, names, places: placesOf(names.map(keyOf)) };
}

function placesOf(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
  return groupBy([...names.keys()], (at) => names[at] ?? '');
}

/**
 * Reads a header of two rows: a cell of the upper one names a group where the lower one has names below it,
 * else it is a name itself. How far a group reaches, its merged cells say (`spans`: from a column to its last
 * one); without them, as far as the cells after it are empty and have a name below.
 */
export function headerOfTwo(
  upper: readonly string[],
  lower: readonly string[],
  spans: ReadonlyMap<number, number>,
): Header {
  const width = Math.max(upper.length, lower.length);
  const below = Array.from({ length: width }, (_, at) => (lower[at] ?? '').trim());
  const above = groupsAbove(upper, below, spans);
  const header = headerOf(below.map((name, at) => (name === '' ? (upper[at] ?? '') : name)));
  const groups = headerOf(above.map((group) => group ?? '')).names.map((group, at) =>
    below[at] === '' || group === '' ? undefined : group,
  );
  return { ...header, groups, places: placesInGroups(header, groups) };
}

/** A name stands for itself, and together with its group: 天数 below 请假 is 请假天数. */
function placesInGroups({ names, places }: Header, groups: Header['groups']): Header['places'] {
  const whole = names.map((name, at) => keyOf(`${groups[at] ?? ''}${name}`));
  const grouped = [...placesOf(whole)].filter(([key]) => !places.has(key));
  return new Map([...places, ...grouped]);
}

function groupsAbove(
  upper: readonly string[],
  below: readonly string[],
  spans: ReadonlyMap<number, number>,
): readonly (string | undefined)[] {
  let group: string | undefined;
  let last = -1;
  return below.map((name, at) => {
    const own = (upper[at] ?? '').trim();
    if (own !== '') {
      group = own;
      last = spans.get(at) ?? (spans.size > 0 ? at : below.length);
    } else if (at > last || name === '') group = undefined;
    return group;
  });
}

/** Names of ids differ in underscores only when people write them: `Agent ID`, `agent_id`. */
function keyOf(normalised: string): string {
  return normalised.replaceAll('_', '');
}

/** A name that a reader knows, and what stands in brackets at its end. */
interface KnownName {
  readonly key: string;
  readonly bracket: string | undefined;
}

const knownNames = new Map<string, KnownName>();

/** The key of a name that a reader knows: there are few, and each is looked for in many rows. */
function knownName(name: string): KnownName {
  const known = knownNames.get(name) ?? readName(normaliseHeader(name));
  knownNames.set(name, known);
  return known;
}

function readName(normalised: string): KnownName {
  const [, bare = normalised, bracket] = UNIT.exec(normalised) ?? [];
  return { key: keyOf(bare), bracket };
}

/**
 * All positions of one header. What it has in brackets must be a unit of the column, or stand in brackets in
 * the name that is looked for: `回复率(8-23点)` is another column than `回复率`.
 */
function positionsOf(header: Header, name: string, units: readonly string[]): readonly number[] {
  const { key, bracket } = knownName(name);
  const found = header.places.get(key) ?? [];
  return found.filter((at) => {
    const unit = header.units[at];
    return (
      unit === bracket || (bracket === undefined && unit !== undefined && units.includes(unit))
    );
  });
}

function unitsOf({ unit, units = [] }: Column): readonly string[] {
  return unit === undefined ? units : [unit, ...units];
}

/** The names of a column, those that are its own first. */
function namesOf(column: Column): readonly (readonly string[])[] {
  return [[column.id, column.zh], ...(column.aliases ?? []).map((alias) => [alias])];
}

const namesKnown = new WeakMap<readonly Reader[], ReadonlySet<string>>();

/** How many names of a row any of the readers knows: a row of data has none, and is soon passed over. */
export function countKnownNames({ places }: Header, readers: readonly Reader[]): number {
  const known = namesOfAll(readers);
  return [...places.keys()].filter((name) => known.has(name)).length;
}

/** How many names of a row are a name that any of the readers knows, or a part of one as 会员 is of 买家会员名. */
export function countPartsOfNames({ places }: Header, readers: readonly Reader[]): number {
  const known = [...namesOfAll(readers)];
  const names = [...places.keys()].filter((name) => name.length > 1);
  return names.filter((name) => known.some((each) => each.includes(name))).length;
}

function namesOfAll(readers: readonly Reader[]): ReadonlySet<string> {
  const before = namesKnown.get(readers);
  if (before !== undefined) return before;
  const columns = readers.flatMap((reader) => reader.columns);
  const names = columns.flatMap((column) => namesOf(column).flat());
  const known = new Set(names.map((name) => knownName(name).key));
  namesKnown.set(readers, known);
  return known;
}

/** Finds a reader's columns in a header. `mapped` names headers outright, by canonical column. */
export function matchHeader(
  reader: Reader,
  header: Header,
  mapped: Readonly<Record<string, string>> = {},
): HeaderMatch {
  const positions = new Map<string, number>();
  const repeated: (readonly number[])[] = [];
  for (const column of reader.columns) {
    const found = findColumn(header, column, mapped[column.id]);
    const last = found.at(-1);
    if (last === undefined) continue;
    positions.set(column.id, last);
    if (found.length > 1) repeated.push(found);
  }
  return {
    reader,
    header,
    positions,
    columnGroups: columnGroupsIn(reader, header, positions),
    above: [],
    missing: reader.columns.filter(({ id, required }) => required && !positions.has(id)),
    repeated,
  };
}

/** Where the columns of a reader's series are, by the id of the series. A column that has a meaning of its own is none. */
function columnGroupsIn(
  { columnGroups = [] }: Reader,
  header: Header,
  positions: ReadonlyMap<string, number>,
): ReadonlyMap<string, readonly number[]> {
  const taken = new Set(positions.values());
  const free = header.names.map((_, at) => at).filter((at) => !taken.has(at));
  const labelAt = (at: number) => ({
    name: header.names[at] ?? '',
    unit: header.units[at],
    group: header.groups[at],
  });
  return new Map(
    columnGroups.map(({ id, includes }) => [id, free.filter((at) => includes(labelAt(at)))]),
  );
}

/** Where a column is, in order: more than one place when its header is repeated. */
function findColumn(header: Header, column: Column, mapped: string | undefined): readonly number[] {
  if (mapped === undefined) return columnsCalled(header, column);
  const wanted = normaliseHeader(mapped);
  return indicesWhere(header.written, (written) => normaliseHeader(written) === wanted);
}

/** Where a header has one of the names of a column, in order. */
export function columnsCalled(header: Header, column: Column): readonly number[] {
  for (const names of namesOf(column)) {
    const found = new Set(names.flatMap((name) => positionsOf(header, name, unitsOf(column))));
    if (found.size > 0) return [...found].sort((a, b) => a - b);
  }
  return [];
}

function indicesWhere(texts: readonly string[], test: (text: string) => boolean): number[] {
  return texts.flatMap((text, at) => (test(text) ? [at] : []));
}
