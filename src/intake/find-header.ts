import { type CsvRecord, DELIMITERS, type Delimiter, parseCsv } from './csv.js';
import { headerOf, matchHeader } from './header.js';
import type { HeaderMatch, Reader } from './readers/reader.js';

/** A header, held against a reader. */
export interface FoundHeader {
  readonly match: HeaderMatch;
  /** True when the file is surely what the reader reads. */
  readonly recognised: boolean;
}

/** A header that was found in a text's beginning. */
export interface FoundLine extends FoundHeader {
  readonly delimiter: Delimiter;
  readonly line: number;
  /** Physical lines up to and with the header. */
  readonly lines: number;
}

/** Title rows above a header; more than so many and it is no header's file. */
const ROWS_SEARCHED = 30;

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
  const candidates: FoundLine[] = [];
  for (const delimiter of DELIMITERS) {
    const { records } = parseCsv(sample, delimiter, ROWS_SEARCHED);
    for (const record of records) {
      for (const reader of readers) {
        const found = tryHeader(record.cells, reader, mapped);
        if (found !== undefined) candidates.push({ ...found, delimiter, ...linesOf(record) });
      }
    }
  }
  const sure = candidates.filter(({ recognised }) => recognised);
  return bestOf(sure.length > 0 ? firstRow(sure) : candidates);
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
    .map((reader) => tryHeader(names, reader, mapped))
    .filter((found) => found !== undefined);
  const sure = candidates.filter(({ recognised }) => recognised);
  return bestOf(sure.length > 0 ? sure : candidates);
}

function tryHeader(
  cells: readonly string[],
  reader: Reader,
  mapped: Readonly<Record<string, string>>,
): FoundHeader | undefined {
  const header = headerOf(cells);
  const match = matchHeader(reader, header, mapped);
  const isMapped = Object.keys(mapped).length > 0;
  const recognised = isMapped ? match.missing.length === 0 : reader.recognises(header);
  return recognised || match.positions.size > 0 ? { match, recognised } : undefined;
}

function linesOf({ cells, line }: CsvRecord): { line: number; lines: number } {
  const breaks = cells.join('').match(/\r\n|\n|\r/g)?.length ?? 0;
  return { line, lines: line + breaks };
}

function firstRow(found: readonly FoundLine[]): readonly FoundLine[] {
  const line = Math.min(...found.map((each) => each.line));
  return found.filter((each) => each.line === line);
}

/** Those that know most columns and lack fewest: more than one when formats share a header. */
function bestOf<Header extends FoundHeader>(found: readonly Header[]): readonly Header[] {
  const most = Math.max(...found.map(({ match }) => match.positions.size));
  const rich = found.filter(({ match }) => match.positions.size === most);
  const fewest = Math.min(...rich.map(({ match }) => match.missing.length));
  return rich.filter(({ match }) => match.missing.length === fewest);
}
