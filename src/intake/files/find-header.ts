import { type CsvRecord, DELIMITERS, type Delimiter, parseCsv } from './csv.js';
import { hasKnownName, headerOf, headerOfTwo, matchHeader } from './header.js';
import { CANONICAL, type Header, type HeaderMatch, type Reader } from './reader.js';
import type { Merge } from './sheet.js';
import { keyPlaces } from './total-rows.js';

/** A header, held against a reader. */
export interface FoundHeader {
  readonly match: HeaderMatch;
  /** True when the file is surely what the reader reads. */
  readonly recognised: boolean;
}

/** A header that was found among the rows of a file's beginning. */
export interface FoundRow extends FoundHeader {
  readonly line: number;
  /** Physical lines up to and with the header. */
  readonly lines: number;
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
  return bestRows(
    DELIMITERS.flatMap((delimiter) => {
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

/** Every row that may be a reader's header; a reader that knows headers of two rows tries those, too. */
function candidatesAmong(
  { records, merges, endOf }: Beginning,
  readers: readonly Reader[],
  mapped: Readonly<Record<string, string>>,
): readonly FoundRow[] {
  const found: FoundRow[] = [];
  const isMapped = Object.keys(mapped).length > 0;
  const isHeaderLike = (header: Header, next: CsvRecord | undefined) =>
    hasKnownName(header, readers) ||
    // Of a header of two rows the upper one may have nothing but groups.
    (next !== undefined && hasKnownName(headerOf(next.cells), readers));
  for (const [at, record] of records.entries()) {
    const next = records[at + 1];
    const { line } = record;
    const single = headerOf(record.cells);
    if (!isMapped && !isHeaderLike(single, next)) continue;
    const above = textsIn(records.slice(0, at));
    const double =
      next === undefined || isTitle(record)
        ? undefined
        : headerOfTwo(record.cells, next.cells, spansIn(merges, line));
    for (const reader of readers) {
      const one = tryHeader(single, reader, mapped);
      const two = reader.twoHeaderRows === true && double && tryHeader(double, reader, mapped);
      const isHeader = two && (two.recognised || one === undefined);
      if (isHeader && next !== undefined && !hasValues(next, record, one)) {
        found.push({ ...withAbove(two, above), line, lines: endOf(next) });
      } else if (one !== undefined) {
        found.push({ ...withAbove(one, above), line, lines: endOf(record) });
      }
    }
  }
  return found;
}

function withAbove<Found extends FoundHeader>(found: Found, above: readonly string[]): Found {
  return { ...found, match: { ...found.match, above } };
}

function textsIn(records: readonly CsvRecord[]): readonly string[] {
  return records.flatMap(({ cells }) => cells.map((cell) => cell.trim()).filter(Boolean));
}

/** A row that says what a table is, and when it was made; names of columns are several, without colons. */
function isTitle({ cells }: CsvRecord): boolean {
  const texts = new Set(cells.map((cell) => cell.trim()).filter(Boolean));
  return texts.size < 2 || [...texts].some((text) => /[:：]/.test(text));
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
  return bestOf(sure.length > 0 ? firstRow(sure) : nearest(candidates));
}

/** What lacks the marks of an export is no damaged export: it comes nearest to a canonical file, if to any. */
function nearest<Found extends FoundHeader>(candidates: readonly Found[]): readonly Found[] {
  const plain = candidates.filter(({ match }) => match.reader.conversion === undefined);
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
