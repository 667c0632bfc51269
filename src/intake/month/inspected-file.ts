import type { Column } from '../../catalogue/columns.js';
import type { InputKind } from '../../catalogue/inputs.js';
import type { Encoding } from '../../lib/encoding.js';
import type { Problem } from '../../words/problem.js';
import type { Delimiter } from '../files/csv-records.js';
import type { FileFormat } from '../files/file-format.js';
import type { Reader } from '../files/reader.js';
import type { FileContents } from './read-month.js';

/** A column of a file, and what it is read as. */
export interface InspectedColumn {
  readonly header: string;
  /** The canonical column or metric; undefined: the column is ignored. */
  readonly readAs: string | undefined;
  readonly title?: Column;
}

/** A reader that a file comes near to. */
export interface Nearest {
  readonly reader: Reader;
  readonly known: readonly Column[];
  readonly missing: readonly Column[];
}

/** The lines on which the rows of a header begin. */
export interface HeaderLines {
  readonly first: number;
  readonly last: number;
}

/** What a file is. */
export interface Inspection {
  /** As it was asked for, with the sheet or entry in it. */
  readonly file: string;
  /** Sheets of the same make, whose rows are counted here, too. */
  readonly others: readonly string[];
  /** `unread`: nobody could look. */
  readonly format: FileFormat | 'unread';
  /** Bytes. */
  readonly size: number | undefined;
  readonly sha256: string | undefined;
  readonly encoding: Encoding | undefined;
  readonly delimiter: Delimiter | undefined;
  readonly headerLines: HeaderLines | undefined;
  /** The headers without which it would not have been recognised. */
  readonly recognisedBy: readonly string[];
  /** What it is read as; undefined when it is not recognised. */
  readonly recognised: Reader | undefined;
  readonly columns: readonly InspectedColumn[];
  /** Canonical columns that the file does not have and need not have. */
  readonly absent: readonly Column[];
  readonly rows: number | undefined;
  readonly range: FileContents['range'];
  /** Of a file that is not recognised. */
  readonly nearest: readonly Nearest[];
  /** What kpi.yaml would have to say, of a file whose columns have other names. */
  readonly mapping: Mapping | undefined;
  /** False when a month's folder may hold it and it is passed over, for its name. */
  readonly isLookedAt: boolean;
  readonly problems: readonly Problem[];
}

/** An entry of `sources` that would make a file be read. */
export interface Mapping {
  readonly kind: InputKind;
  readonly files: string;
  /** Each required column that was not found, and the header that is most like it, if any is. */
  readonly columns: readonly { readonly column: Column; readonly likely: string | undefined }[];
  /** Headers that nothing is read from yet. */
  readonly free: readonly string[];
}
