import { type CsvRecord, DELIMITERS, type Delimiter, parseCsv } from './csv-records.js';
import {
  countKnownNames,
  countPartsOfNames,
  headerOf,
  headerOfTwo,
  matchHeader,
} from './header.js';
import { CANONICAL, type Header, type HeaderMatch, type Reader } from './reader.js';
import type { Preamble } from './repeated-header.js';
import { hasValues as hasFigures, isRowOfData, isTitle, type Surroundings } from './row-of-data.js';
import type { Merge } from './sheet.js';
import { keyPlaces } from './total-rows.js';

/** A header, held against a reader. */
export interface FoundHeader {
  readonly match: HeaderMatch;
  /** True when the file is surely what the reader reads. */
  readonly recognised: boolean;
  /** Two rows that look like one header together, and are not surely one. */
  readonly split?: SplitHeader;
}

/** The rows of a header, with a column that only the one names and one that only the other does. */
interface SplitHeader {
  readonly upper: number;
  readonly lower: number;
  readonly above: string;
  readonly below: string;
}

/** A header that was found among the rows of a file's beginning. */
export interface FoundRow extends FoundHeader {
  readonly line: number;
  /** Physical lines up to and with the header. */
  readonly lines: number;
  readonly preamble: Preamble;
}

/** A header that was found in a text's beginning. */
export interface FoundLine extends FoundRow {
  readonly delimiter: Delimiter;
}

/** Title rows above a header; more than so many and it is no header's file. */
export const ROWS_SEARCHED = 30;

/**
 * Finds the header in the beginning of a file, whatever stands above it and whatever separates its
 * cells: the first row that a reader recognises, with the reader that knows most of its columns. When
 * none is recognised, the row that comes nearest, so that what it lacks can be said.
 */
export function findHeaders(
  sample: string,
  readers: readonly Reader[],
  mapped: Readonly<Record<string, string>> = {},
): readonly FoundLine[] {
  // What a sign that is not there splits is what the first one leaves whole.
  const delimiters = DELIMITERS.filter((each, at) => at === 0 || sample.includes(each));
  return bestRows(
    delimiters.flatMap((delimiter) => {
      const { records } = parseCsv(sample, delimiter, ROWS_SEARCHED);
      const found = candidatesAmong({ records, merges: [], endOf: lastLine }, readers, mapped);
      return found.map((each) => ({ ...each, delimiter }));
    }),
  );
}

/** As `findHeaders`, among rows whose cells are known. `merges`: cells that are merged. */
export function findHeaderRows(
  records: readonly CsvRecord[],
  merges: readonly Merge[],
  readers: readonly Reader[],
  mapped: Readonly<Record<string, string>> = {},
): readonly FoundRow[] {
  const rows = { records: records.slice(0, ROWS_SEARCHED), merges, endOf: lineOf };
  return bestRows(candidatesAmong(rows, readers, mapped));
}

/** The first row of a text that nobody recognises, split by what splits it into most cells. */
export function likelyHeader(sample: string): {
  readonly delimiter: Delimiter | undefined;
  readonly cells: readonly string[];
} {
  const rows = DELIMITERS.map((delimiter) => ({
    delimiter,
    cells: parseCsv(sample, delimiter, 1).records[0]?.cells ?? [],
  }));
  const most = Math.max(...rows.map(({ cells }) => cells.length));
  const best = rows.find(({ cells }) => cells.length === most);
  return most > 1 && best !== undefined ? best : { delimiter: undefined, cells: [] };
}

/** As `findHeaders`, of a file whose columns are known by name. */
export function headersIn(
  names: readonly string[],
  readers: readonly Reader[],
  mapped: Readonly<Record<string, string>> = {},
): readonly FoundHeader[] {
  const candidates = readers
    .map((reader) => tryHeader(headerOf(names), reader, mapped))
    .filter((found) => found !== undefined);
  const sure = candidates.filter(({ recognised }) => recognised);
  return bestOf(sure.length > 0 ? sure : nearest(candidates));
}

/** Rows at the beginning of a file. */
interface Beginning {
  readonly records: readonly CsvRecord[];
  readonly merges: readonly Merge[];
  /** The last line of a record. */
  readonly endOf: (record: CsvRecord) => number;
}

/** Every row that may be a reader's header, alone or together with the row below. */
function candidatesAmong(
  { records, merges, endOf }: Beginning,
  readers: readonly Reader[],
  mapped: Readonly<Record<string, string>>,
): readonly FoundRow[] {
  const isMapped = Object.keys(mapped).length > 0;
  const hasNames = (record: CsvRecord | undefined) =>
    record !== undefined && (isMapped || countKnownNames(headerOf(record.cells), readers) > 0);
  return records.flatMap((record, at) => {
    const next = records[at + 1];
    // Of a header of two rows the upper one may have nothing but groups.
    if (!hasNames(record) && !hasNames(next)) return [];
    const above = records.slice(0, at);
    const rows = { record, next, merges, around: { above, below: records.slice(at + 1), readers } };
    const single = headerOf(record.cells);
    const double = next && mayBeOne(record, next) ? doubleHeader(record, next, merges) : undefined;
    const tried = readers.map((reader) => {
      const one = tryHeader(single, reader, mapped);
      const two = double && tryHeader(double, reader, mapped);
      return { reader, one, both: two && headerOfBoth(two, one, rows) };
    });
    // Where the row below is a part of the header, what is read of the upper one alone is read wrongly.
    const isSplit = tried.some(({ both }) => both?.split !== undefined);
    return tried.flatMap(({ one, both }): readonly FoundRow[] => {
      const found = both ?? (!isSplit && isHeaderAlone(one, rows) ? one : undefined);
      if (found === undefined) return [];
      const header = both === undefined || next === undefined ? [record] : [record, next];
      const match = { ...found.match, above: textsIn(above) };
      const preamble = { titles: above, header, readers };
      const lines = endOf(header.at(-1) ?? record);
      return [{ ...found, match, line: record.line, lines, preamble }];
    });
  });
}

/** A row that may be a header, and those around it. */
interface Rows {
  readonly record: CsvRecord;
  readonly next: CsvRecord | undefined;
  readonly merges: readonly Merge[];
  readonly around: Surroundings;
}

/** Groups of columns reach over several, and a name over both rows: no two rows of a header are full. */
function mayBeOne(upper: CsvRecord, lower: CsvRecord): boolean {
  const names = upper.cells.map((cell) => cell.trim());
  const hasRoom = names.some((name, at) => {
    const below = lower.cells[at]?.trim() ?? '';
    return name === '' || below === '' || name === below || name === names[at - 1];
  });
  return hasRoom && !isTitle(upper);
}

function doubleHeader(upper: CsvRecord, lower: CsvRecord, merges: readonly Merge[]): Header {
  return headerOfTwo(upper.cells, lower.cells, spansIn(merges, upper.line));
}

function isHeaderAlone(
  found: FoundHeader | undefined,
  { record, around }: Rows,
): found is FoundHeader {
  if (found === undefined) return false;
  const { below } = around;
  // Cells that were merged may have the name of the column in both rows.
  const data = found.match.reader.twoHeaderRows === true ? below.slice(1) : below;
  return !isRowOfData(record, found.match, { ...around, below: data });
}

/**
 * Two rows as one header. A format that writes such headers says so; in other files the rows are one where each
 * has names that the other lacks. Where neither merged cells nor groups of columns prove it that is a guess, and
 * the file is not recognised.
 */
function headerOfBoth(
  two: FoundHeader,
  one: FoundHeader | undefined,
  { record, next, merges, around }: Rows,
): FoundHeader | undefined {
  if (next === undefined) return undefined;
  const [, ...below] = around.below;
  if (two.match.reader.twoHeaderRows === true) {
    const isHeader = (two.recognised || one === undefined) && !hasValues(next, record, one);
    return isHeader && !isRowOfData(record, two.match, { ...around, below }) ? two : undefined;
  }
  if (!two.recognised) return undefined;
  if (one?.recognised === true && !saysMore(two, one, next, around)) return undefined;
  const places = [...two.match.positions.values()].sort((one, other) => one - other);
  const isBelow = (at: number) => (next.cells[at] ?? '').trim() !== '';
  const [upper, lower] = [places.find((at) => !isBelow(at)), places.find(isBelow)];
  if (upper === undefined || lower === undefined) return undefined;
  if (isRowOfData(next, two.match, { ...around, below })) return undefined;
  const names = two.match.header.written;
  const split = {
    upper: record.line,
    lower: next.line,
    above: names[upper] ?? '',
    below: names[lower] ?? '',
  };
  const isOne =
    places.every((at) => isBelow(at) || isMergedDown(at, split, merges)) ||
    (isHeaderBelow(two.match, next, around) && isGrouped(two.match, record, next));
  return isOne ? two : { ...two, recognised: false, split };
}

/** Whether the lower of two rows has nothing but names, by which more columns are known than by the upper one. */
function saysMore(
  two: FoundHeader,
  one: FoundHeader,
  lower: CsvRecord,
  around: Surroundings,
): boolean {
  return two.match.positions.size > one.match.positions.size && hasNamesOnly(lower, around);
}

function hasNamesOnly(row: CsvRecord, { readers }: Surroundings): boolean {
  if (hasFigures(row)) return false;
  const names = new Set(row.cells.map((cell) => cell.trim()).filter(Boolean));
  return names.size > 1 && countPartsOfNames(headerOf([...names]), readers) === names.size;
}

function isHeaderBelow({ reader }: HeaderMatch, lower: CsvRecord, around: Surroundings): boolean {
  return reader.recognises(headerOf(lower.cells)) || hasNamesOnly(lower, around);
}

/**
 * Whether names of groups stand above those of columns, with room beside them, and no column has two names: what
 * stands above a column alone is none itself.
 */
function isGrouped({ reader }: HeaderMatch, upper: CsvRecord, lower: CsvRecord): boolean {
  const above = lower.cells.map((_, at) => upper.cells[at]?.trim() ?? '');
  const isNamedBelow = (at: number) => (lower.cells[at] ?? '').trim() !== '';
  const isInGroup = (at: number): boolean =>
    isNamedBelow(at) && (above[at] !== '' || (at > 0 && isInGroup(at - 1)));
  const isFurther = (at: number) => above[at] === '' && isInGroup(at);
  const namedIn = (cells: readonly string[]) =>
    new Set(matchHeader(reader, headerOf(cells)).positions.values());
  const [named, namedBelow] = [namedIn(above), namedIn(lower.cells)];
  const hasTwoNames = (at: number) => named.has(at) && namedBelow.has(at) && !isFurther(at + 1);
  const places = [...above.keys()];
  return places.some(isFurther) && !places.some(hasTwoNames);
}

function isMergedDown(
  at: number,
  { upper, lower }: SplitHeader,
  merges: readonly Merge[],
): boolean {
  return merges.some(
    ({ left, right, top, bottom }) =>
      left <= at + 1 && at + 1 <= right && top <= upper && lower <= bottom,
  );
}

function textsIn(records: readonly CsvRecord[]): readonly string[] {
  return records.flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter(Boolean));
}

/** A row below a header is no part of it when it says whom or what a row is about. */
function hasValues(next: CsvRecord, header: CsvRecord, found: FoundHeader | undefined): boolean {
  if (found === undefined) return false;
  const { match } = found;
  const required = match.reader.columns.filter((column) => column.required);
  const places = [...required.map(({ id }) => match.positions.get(id)), ...keyPlaces(match)];
  return places.some((at) => {
    const value = (at === undefined ? undefined : next.cells[at]?.trim()) ?? '';
    // Cells that were merged may have the name of the column in both rows.
    return value !== '' && value !== (header.cells[at ?? 0] ?? '').trim();
  });
}

/** How far merged cells of a line reach: from a column to its last one, from 0. */
function spansIn(merges: readonly Merge[], line: number): ReadonlyMap<number, number> {
  const across = merges.filter(({ top, bottom }) => top <= line && line <= bottom);
  return new Map(across.map(({ left, right }) => [left - 1, right - 1]));
}

function tryHeader(
  header: Header,
  reader: Reader,
  mapped: Readonly<Record<string, string>>,
): FoundHeader | undefined {
  const named = Object.keys(mapped);
  if (!reader.openColumns && !named.every((id) => reader.columns.some((each) => each.id === id))) {
    // kpi.yaml names columns that this reader does not have: it means another one.
    return undefined;
  }
  const match = matchHeader(reader, header, mapped);
  // Columns that kpi.yaml names are those of a canonical file; an export is still told by its own marks.
  const isNamed = named.length > 0 && reader.name === CANONICAL;
  const recognised = isNamed ? match.missing.length === 0 : reader.recognises(header);
  return recognised || match.positions.size > 0 ? { match, recognised } : undefined;
}

/** In a text, line breaks inside the cells make a record longer. */
function lastLine({ cells, line }: CsvRecord): number {
  return line + (cells.join('').match(/\r\n|\n|\r/g)?.length ?? 0);
}

/** In a sheet every row has one number. */
function lineOf({ line }: CsvRecord): number {
  return line;
}

function bestRows<Row extends FoundRow>(candidates: readonly Row[]): readonly Row[] {
  const sure = candidates.filter(({ recognised }) => recognised);
  if (sure.length === 0) return bestOf(nearest(candidates));
  const first = firstRow(sure);
  // A header by itself, above which stand names of more columns.
  const split = candidates.filter((each) => each.split?.lower === first[0]?.line);
  return bestOf(split.length > 0 ? split : first);
}

/**
 * What lacks the marks of an export is no damaged export: it comes nearest to a canonical file, if to any. Of a format
 * that lacks no column there is nothing to say.
 */
function nearest<Found extends FoundHeader>(candidates: readonly Found[]): readonly Found[] {
  const plain = candidates.filter(({ match: { reader, missing } }) =>
    reader.joint === undefined ? reader.conversion === undefined : missing.length > 0,
  );
  return plain.length > 0 ? plain : candidates;
}

function firstRow<Row extends FoundRow>(found: readonly Row[]): readonly Row[] {
  const line = Math.min(...found.map((each) => each.line));
  return found.filter((each) => each.line === line);
}

/** Those that know most columns and lack fewest: more than one when formats share a header. */
function bestOf<Found extends FoundHeader>(found: readonly Found[]): readonly Found[] {
  const most = Math.max(...found.map(({ match }) => match.positions.size));
  const rich = found.filter(({ match }) => match.positions.size === most);
  const fewest = Math.min(...rich.map(({ match }) => match.missing.length));
  return rich.filter(({ match }) => match.missing.length === fewest);
}
