import type { CsvRecord } from './csv.js';

/** Rows of cells that a file holds beside others: a sheet of a workbook, a table of a page. */
export interface Sheet {
  readonly name: string;
  /** Hidden sheets are listed too. */
  readonly hidden: boolean;
  /** The rows that have anything in them, in order, each with its number in the sheet. */
  readonly rows: () => AsyncIterable<CsvRecord>;
  readonly merges: readonly Merge[];
}

/** Cells that are shown as one, with their value in the first; rows and columns from 1, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Thrown where the rows of a sheet cannot be read on. */
export interface DamagedWorkbook {
  readonly damagedWorkbook: { readonly sheet: string; readonly afterLine: number };
}

export function isDamagedWorkbook(error: unknown): error is DamagedWorkbook {
  return typeof error === 'object' && error !== null && 'damagedWorkbook' in error;
}
