import type { Decimal } from '../../lib/decimal.js';

/** What stands in a cell. Numbers stay numbers, so that each format writes them in its own way. */
export type Cell = string | Decimal | undefined;

/** How a column of a table is laid out. */
export interface TableColumn {
  /** Stable id, the header with `--ids`. */
  readonly id: string;
  readonly heading: string;
  readonly align: 'left' | 'right';
  /** Amounts are shown with two decimals where any of the column needs decimals. */
  readonly money?: true;
  /** A long text, which a terminal may break into lines. */
  readonly long?: true;
}

/** Rows and columns, in no format yet. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** A last row, which stands out; for people only. */
  readonly total?: readonly Cell[];
  /** How many of the first columns say what a row is about. */
  readonly keyColumns: number;
}

/** The headings of a table: stable ids, or titles. */
export function headings(table: Table, ids: boolean): string[] {
  return table.columns.map((column) => (ids ? column.id : column.heading));
}
