import type { Encoding } from '../lib/encoding.js';
import type { Delimiter } from './csv.js';
import type { HeaderMatch } from './readers/reader.js';

/** A delimited file that was recognised: what it is, and where its columns and rows are. */
export interface Table {
  /** Relative to the shop folder, with `/`. */
  readonly file: string;
  readonly path: string;
  readonly match: HeaderMatch;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** The line of the header. */
  readonly headerLine: number;
  /** Physical lines up to and with the header. */
  readonly linesToSkip: number;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** How many lines there are, about. */
  readonly linesAbout: number;
  /** Headers that kpi.yaml names, by canonical column or metric. */
  readonly mapped: Readonly<Record<string, string>>;
  /** The beginning of the text, up to the header and beyond. */
  readonly sample: string;
}

/** The header of a canonical column, as the file writes it; its id where the file does not have it. */
export function headerName(table: Table, column: string): string {
  const at = table.match.positions.get(column);
  return (at === undefined ? undefined : table.match.header.written[at]) ?? column;
}

/** How many cells a row must have: columns without a name at the end need none. */
export function width(table: Table): number {
  return table.match.header.written.findLastIndex((name) => name !== '') + 1;
}
