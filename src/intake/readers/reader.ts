import type { Column, Layout } from '../../catalogue/columns.js';
import type { InputKind } from '../../catalogue/inputs.js';

/** How one file format is read: a canonical layout, or what a platform or tool exports. */
export interface Reader {
  /** Stable name, as `inputs` of the results say it. */
  readonly name: string;
  readonly kind: InputKind | 'agents';
  /** The canonical layout that its rows have, or are turned into. */
  readonly layout: Layout;
  /**
   * The columns that are read, with the headers under which this format has them: those of the layout by
   * their ids or, where `conversion` makes rows of the layout, by ids of the reader's own.
   */
  readonly columns: readonly Column[];
  /**
   * True for a header that is this format's and no other's. The required columns are looked for
   * beyond it: a recognised file may still lack one.
   */
  readonly recognises: (header: Header) => boolean;
  /** True when columns other than `columns` may be data: a wide metrics file. */
  readonly openColumns?: boolean;
  /** True when the header may have two rows: groups of columns, and the names within a group below. */
  readonly twoHeaderRows?: boolean;
  /** True when cells at the end of a row may be left off. */
  readonly shortRows?: boolean;
  /** Makes rows of the layout; without it the cells are taken as they stand. */
  readonly conversion?: Conversion;
}

/** How a row of an export becomes rows of a canonical layout. */
export interface Conversion {
  /** The columns of the layout that it can give, by id. */
  readonly gives: readonly string[];
  readonly rowsOf: (row: ExportRow) => readonly CanonicalRow[];
}

/** A row of an export. */
export interface ExportRow {
  /** The cell of one of the reader's columns, by its id; undefined where the file does not have it. */
  readonly cell: (id: string) => ExportCell | undefined;
  /** Every cell of the row, in order. */
  readonly cells: readonly ExportCell[];
}

/** A cell of an export, with the header above it. */
export interface ExportCell {
  /** The header as it is written, for messages. */
  readonly header: string;
  /** The header, normalised, without unit. */
  readonly name: string;
  readonly unit: string | undefined;
  /** The header of the group of columns, normalised, without unit. */
  readonly group: string | undefined;
  /** As it stands. */
  readonly text: string;
}

/** What a conversion gives: text for columns of the layout, by id, and the header that it is from. */
export type CanonicalRow = Readonly<
  Record<string, Pick<ExportCell, 'text' | 'header'> | undefined>
>;

/** A header row, normalised for comparison. */
export interface Header {
  /** As it is written. */
  readonly written: readonly string[];
  /** Normalised names, without unit; '' for a column without name. */
  readonly names: readonly string[];
  /** The unit in brackets at the end of a name, as in `请假(天)`. */
  readonly units: readonly (string | undefined)[];
  /** Normalised names of the groups of columns, in a header of two rows. */
  readonly groups: readonly (string | undefined)[];
  /** Where a name is, by its letters without underscores: more than one place when it is repeated. */
  readonly places: ReadonlyMap<string, readonly number[]>;
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
