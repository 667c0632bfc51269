import type { InputKind } from '../../catalogue/inputs.js';
import type { ArchiveEntry } from './archive.js';
import { convertedMatch } from './conversion.js';
import type { CsvRecord } from './csv.js';
import type { Digest } from './digest.js';
import { headerOf, matchHeader } from './header.js';
import type { FileToOpen, OpeningOptions, Part } from './opening.js';
import type { Reader, ShopOfFile } from './reader.js';
import type { RecordTable } from './table.js';

/** A format whose files have no header: what stands in them tells it. */
export interface HeadlessFormat {
  readonly kind: InputKind;
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

interface HeadlessRows {
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

interface HeadlessEntries extends HeadlessRows {
  readonly records: () => AsyncIterable<CsvRecord>;
}

/** The formats without headers that a file of a kind may have, of those that are looked for. */
export function formatsFor(
  kind: FileToOpen['kind'],
  { headless = [] }: OpeningOptions,
): readonly HeadlessFormat[] {
  return headless.filter((format) => kind === undefined || format.kind === kind);
}

/** The table of a file, or of an archive, that has no header. */
export function headlessPart(
  { file, path, source }: FileToOpen,
  digest: Digest,
  { reader, gives, firstLine, linesPerRow }: HeadlessRows,
  records: RecordTable['records'],
): Part {
  const match = matchHeader(reader, headerOf(reader.columns.map(({ zh }) => zh)));
  const table: RecordTable = {
    form: 'records',
    file,
    input: file,
    path,
    match: convertedMatch(match, { gives }),
    source: match,
    headerLine: firstLine,
    sha256: digest.sha256,
    size: digest.size,
    rowsAbout: Math.round(digest.linesAbout / linesPerRow),
    mapped: source?.columns ?? {},
    records,
  };
  return { file, found: [{ match, recognised: true }], table };
}
