import type { Place } from '../../lib/place.js';
import type { CsvRecord, Delimiter } from './csv-records.js';
import type { TextSource } from './decode.js';
import type { HeaderMatch } from './reader.js';
import type { Preamble } from './repeated-header.js';

/** A file that was recognised: what it is, and where its columns and rows are. */
export type Table = TextTable | ParquetTable | RecordTable;

interface AnyTable {
  /** The first line of a text that has a NUL. */
  readonly nulLine?: number | undefined;
  /** As messages name it: the file, relative to the shop folder and with `/`, and the sheet or entry in it. */
  readonly file: string;
  /** The file itself. */
  readonly input: string;
  readonly path: string;
  /** The columns that are read. */
  readonly match: HeaderMatch;
  readonly sha256: string;
  /** The file in an archive that it is from. */
  readonly entry?: { readonly file: string; readonly sha256: string };
  /** Bytes. */
  readonly size: number;
  /** How many rows there are, about. */
  readonly rowsAbout: number;
  /** Headers that kpi.yaml names, by canonical column or metric. */
  readonly mapped: Readonly<Record<string, string>>;
}

/** A delimited file. */
export interface TextTable extends AnyTable, TextSource {
  readonly form: 'text';
  readonly delimiter: Delimiter;
  /** The line of the header. */
  readonly headerLine: number;
  /** Physical lines up to and with the header. */
  readonly linesToSkip: number;
  /** The beginning of the text, up to the header and beyond. */
  readonly sample: string;
  readonly preamble: Preamble;
}

/** A Parquet file. It has no lines: the number of a row, from 1, stands for its line. */
export interface ParquetTable extends AnyTable {
  readonly form: 'parquet';
  /** What stands after FROM: every column as text, named c0, c1, …, the row's number after them. */
  readonly rows: string;
  /** The rows one after the other, as a delimited file would have them. */
  readonly records: () => AsyncIterable<CsvRecord>;
  /** Whether every page of the file can be read. */
  readonly isWhole: () => Promise<boolean>;
}

/** What is read record by record: a sheet of a workbook, or an export whose rows are converted. */
export interface RecordTable extends AnyTable {
  readonly form: 'records';
  readonly headerLine: number;
  /** The data records, below the header. `onBytes` is told how many bytes have been read, where that is known. */
  readonly records: (onBytes?: (bytes: number) => void) => AsyncIterable<CsvRecord>;
  /** A form that `kpi new` has made: all rows are there before anybody fills them in. */
  readonly isForm?: true;
  /** The columns as the file has them; `match` has those that the conversion gives. */
  readonly source: HeaderMatch;
}

/** The file that a table is from, or the entry of an archive: two with one content are copies. */
export function contentOf({ input, sha256, entry }: Table) {
  return entry ?? { file: input, sha256 };
}

/** The columns of a table as its file has them. */
export function sourceOf(table: Table): HeaderMatch {
  return table.form === 'records' ? table.source : table.match;
}

/** The place of a table's header. */
export function headerPlace(table: Table): Place {
  return table.form === 'parquet'
    ? { file: table.file }
    : { file: table.file, line: table.headerLine };
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

/** What the rows of a table are counted as. Refunds and lists of fake orders say something of orders. */
export function rowsName({ match }: Table): string {
  const { kind, layout } = match.reader;
  return layout === 'order_refunds' || layout === 'fake_orders' ? layout : kind;
}
