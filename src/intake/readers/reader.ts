import type { Column } from '../../catalogue/columns.js';
import type { InputKind } from '../../catalogue/inputs.js';

/** How one file format is read: a canonical layout, or what a platform or tool exports. */
export interface Reader {
  /** Stable name, as `inputs` of the results say it. */
  readonly name: string;
  readonly kind: InputKind | 'agents';
  /** The canonical columns, with the headers under which this format has them. */
  readonly columns: readonly Column[];
  /**
   * True for a header that is this format's and no other's. The required columns are looked for
   * beyond it: a recognised file may still lack one.
   */
  readonly recognises: (header: Header) => boolean;
  /** True when columns other than `columns` may be data: a wide metrics file. */
  readonly openColumns?: boolean;
}

/** A header row, normalised for comparison. */
export interface Header {
  /** As it is written. */
  readonly written: readonly string[];
  /** Normalised names, without unit; '' for a column without name. */
  readonly names: readonly string[];
  /** The unit in brackets at the end of a name, as in `请假(天)`. */
  readonly units: readonly (string | undefined)[];
}

/** A header row, held against a reader. */
export interface HeaderMatch {
  readonly reader: Reader;
  readonly header: Header;
  /** Where each canonical column is, by its id. */
  readonly positions: ReadonlyMap<string, number>;
  /** Required columns that the file does not have. */
  readonly missing: readonly Column[];
  /** Headers that occur more than once, as written; the last one counts. */
  readonly repeated: readonly string[];
}
