import type { CsvRecord } from './csv-records.js';

/** Rows of cells that a file holds beside others: a sheet of a workbook, a table of a page. */
export interface Sheet {
  readonly name: string;
  /** Hidden sheets are listed too. */
  readonly hidden: boolean;
  /** True for what may be made of data that stand elsewhere: a pivot table, a table of a page. */
  readonly derived: boolean;
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
  readonly damagedWorkbook: {
    readonly sheet: string;
    readonly afterLine: number;
    /** Sound as a file, but nothing that memory holds. */
    readonly beyond?: 'too-wide' | 'endless-cell';
  };
}

export function isDamagedWorkbook(error: unknown): error is DamagedWorkbook {
  return typeof error === 'object' && error !== null && 'damagedWorkbook' in error;
}

/** The problem that says why the rows of a sheet cannot be read on. */
export function damageCode({
  damagedWorkbook,
}: DamagedWorkbook): 'too-wide' | 'endless-cell' | 'damaged-workbook' {
  return damagedWorkbook.beyond ?? 'damaged-workbook';
}

/** Longest text of a cell, in characters: Excel takes 32,767. */
export const MOST_CELL_CHARACTERS = 1_048_576;

/** What is thrown at a cell that has no end; after row 0 where nobody knows the row. */
export function endlessCell(sheet: string, afterLine: number): DamagedWorkbook {
  return { damagedWorkbook: { sheet, afterLine, beyond: 'endless-cell' } };
}

/** The last column of a sheet in Excel. */
export const LAST_COLUMN = 16_384;

// A few bytes say that a cell stands far to the right, or reaches over a thousand columns. Sheets that
// people make skip some dozens of cells in a row.
const MANY_BLANKS = 20_000_000;
const BLANKS_IN_A_ROW = 200;

/** Told of every cell that others stand before only in form: its row, its column, and how many they are. */
type CountBlanks = (line: number, column: number, blanks: number) => void;

/** Counts the cells of a sheet that are there only because others stand behind them; throws when there is no end of them. */
export function blankCounter(sheet: string): CountBlanks {
  let all = 0;
  let rows = 0;
  let last = 0;
  return (line, column, blanks) => {
    if (line !== last) rows += 1;
    last = line;
    all += blanks;
    if (column <= LAST_COLUMN && (all <= MANY_BLANKS || all <= rows * BLANKS_IN_A_ROW)) return;
    const damagedWorkbook = { sheet, afterLine: line - 1, beyond: 'too-wide' } as const;
    throw { damagedWorkbook } satisfies DamagedWorkbook;
  };
}
