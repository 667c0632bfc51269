import { type CsvRecord, DELIMITERS, type Delimiter, parseCsv } from './csv.js';
import { headerOf, matchHeader } from './header.js';
import type { HeaderMatch, Reader } from './readers/reader.js';

/** A header that was found in a file's beginning. */
export interface FoundHeader {
  readonly match: HeaderMatch;
  readonly delimiter: Delimiter;
  readonly line: number;
  /** Physical lines up to and with the header. */
  readonly lines: number;
  /** True when the file is surely what the reader reads. */
  readonly recognised: boolean;
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
): readonly FoundHeader[] {
  const candidates: FoundHeader[] = [];
  for (const delimiter of DELIMITERS) {
    const { records } = parseCsv(sample, delimiter, ROWS_SEARCHED);
    for (const record of records) {
      for (const reader of readers) {
        const found = tryHeader(record, reader, delimiter, mapped);
        if (found !== undefined) candidates.push(found);
      }
    }
  }
  const sure = candidates.filter(({ recognised }) => recognised);
  return bestOf(sure.length > 0 ? firstRow(sure) : candidates);
}

function tryHeader(
  record: CsvRecord,
  reader: Reader,
  delimiter: Delimiter,
  mapped: Readonly<Record<string, string>>,
): FoundHeader | undefined {
  const header = headerOf(record.cells);
  const match = matchHeader(reader, header, mapped);
  const isMapped = Object.keys(mapped).length > 0;
  const recognised = isMapped ? match.missing.length === 0 : reader.recognises(header);
  if (!recognised && match.positions.size === 0) return undefined;
  const breaks = record.cells.join('').match(/\r\n|\n|\r/g)?.length ?? 0;
  return { match, delimiter, line: record.line, lines: record.line + breaks, recognised };
}

function firstRow(found: readonly FoundHeader[]): readonly FoundHeader[] {
  const line = Math.min(...found.map((each) => each.line));
  return found.filter((each) => each.line === line);
}

/** Those that know most columns and lack fewest: more than one when formats share a header. */
function bestOf(found: readonly FoundHeader[]): readonly FoundHeader[] {
  const most = Math.max(...found.map(({ match }) => match.positions.size));
  const rich = found.filter(({ match }) => match.positions.size === most);
  const fewest = Math.min(...rich.map(({ match }) => match.missing.length));
  return rich.filter(({ match }) => match.missing.length === fewest);
}
