import type { InputKind } from '../../catalogue/inputs.js';
import type { Engine } from '../../lib/engine.js';
import type { Watch } from '../../lib/progress.js';
import type { SourceConfig } from '../../shop/config.js';
import type { TextSource } from './decode.js';
import type { Digest } from './digest.js';
import type { FileFormat, ForeignText } from './file-format.js';
import type { FoundHeader, FoundLine, FoundRow } from './find-header.js';
import type { HeadlessFormat } from './headless.js';
import type { ShopOfFile } from './reader.js';
import type { Table } from './table.js';

/** What is known of a file before it is opened. */
export interface FileToOpen {
  readonly file: string;
  readonly path: string;
  /** Undefined: the header must say it, or the file is not an input. */
  readonly kind: InputKind | 'agents' | undefined;
  readonly source: SourceConfig | undefined;
}

/** What opening a file may need beside it. */
export interface OpeningOptions extends ShopOfFile {
  readonly watch?: Watch | undefined;
  /** The formats without headers that are looked for. */
  readonly headless?: readonly HeadlessFormat[];
  /** Reads Parquet; without it such a file is refused. */
  readonly engine?: Engine | undefined;
  /**
   * A folder for the files of archives, which must outlive the tables; without it an archive is refused.
   */
  readonly unpackInto?: (() => Promise<string>) | undefined;
  /** True of the files of an archive: another one among them is not opened. */
  readonly inArchive?: boolean;
}

/** A file that was looked into. */
export interface Opening {
  readonly format: FileFormat;
  readonly digest: Digest;
  /** What is in it that may be a table; nothing in what cannot be read. */
  readonly parts: readonly Part[];
}

/** What is in a file that may be a table: a text as a whole, a sheet of a workbook, either in an archive. */
export interface Part {
  /** As messages name it: the file, and the sheet or entry in it. */
  readonly file: string;
  /** Undefined for what is read as none. */
  readonly text?: TextSource;
  /** What a text is, where it has no rows. */
  readonly foreign?: ForeignText | undefined;
  /** The beginning of a text. */
  readonly sample?: string;
  /** The columns of a Parquet file. */
  readonly names?: readonly string[];
  /** The header that was recognised, or those that came nearest. */
  readonly found: readonly (FoundHeader | FoundRow | FoundLine)[];
  /** Undefined when it cannot be read; the problems say why. */
  readonly table: Table | undefined;
  /** What lacks a column: its cells can be checked, and no row is worth anything. */
  readonly incomplete?: Table | undefined;
}
