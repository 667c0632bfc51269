import type { InputKind } from '../../catalogue/inputs.js';
import type { ArchiveEntry } from './archive.js';
import type { CsvRecord } from './csv-records.js';
import type { Reader, ShopOfFile } from './reader.js';

/** A format whose files have no header: what stands in them tells it. */
export interface HeadlessFormat {
  readonly kind: InputKind;
  /** As what its files are read. */
  readonly readers: readonly Reader[];
  /**
   * How a text is read, of which this is the beginning; undefined where it is none. `isNamed`: its name or
   * kpi.yaml says that it is of the kind.
   */
  readonly inText?: (
    sample: string,
    isNamed: boolean,
    shop: ShopOfFile,
  ) => HeadlessText | undefined;
  /** How the entries of an archive are read that are one table together; undefined where they are none. */
  readonly inArchive?: (
    entries: readonly ArchiveEntry[],
    archive: string,
    shop: ShopOfFile,
  ) => Promise<HeadlessEntries | undefined>;
}

/** How the rows of a file without a header are read. */
export interface HeadlessRows {
  /** Its columns are those of the source. */
  readonly reader: Reader;
  /** The columns of the layout that it gives, by id. */
  readonly gives: readonly string[];
  /** The line of the first row. */
  readonly firstLine: number;
  readonly linesPerRow: number;
}

interface HeadlessText extends HeadlessRows {
  readonly records: (pieces: AsyncIterable<string>) => AsyncIterable<CsvRecord>;
}

export interface HeadlessEntries extends HeadlessRows {
  /** The entries that it reads. */
  readonly entries: readonly ArchiveEntry[];
  readonly records: () => AsyncIterable<CsvRecord>;
}
