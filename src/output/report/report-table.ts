import { type Decimal, sum } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import { text } from '../../words/text.js';

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
  /** Amounts have two decimals in every format that writes digits, as forms of banks ask. */
  readonly toFen?: true;
  /** Shares of one, which people read as percentages. */
  readonly percent?: true;
  /** A place to sign in, on paper. */
  readonly signed?: true;
  /** A long text, which a terminal may break into lines. */
  readonly long?: true;
  /** What a row comes to, which stays with what it is about where a table has to come in parts. */
  readonly result?: true;
}

/** Rows and columns, in no format yet. */
export interface ReportTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
  /** A last row, which stands out; for people only. */
  readonly total?: readonly Cell[];
  /** How many of the first columns say what a row is about. */
  readonly keyColumns: number;
  /** It goes on with the rows of the table above, with no room between the two. */
  readonly isContinued?: true;
}

/** The headings of a table: stable ids, or titles. */
export function headings(table: ReportTable, ids: boolean): string[] {
  return table.columns.map((column) => (ids ? column.id : column.heading));
}

/** The table with the sums of its amounts below; blank where no row has an amount. */
export function withTotal(table: ReportTable, language: Language): ReportTable {
  const total = table.columns.map((column, at): Cell => {
    if (at === 0) return text(language, 'total');
    const amounts = table.rows.flatMap((row) => (typeof row[at] === 'object' ? row[at] : []));
    const isBlank = !column.money || (amounts.length === 0 && table.rows.length > 0);
    return isBlank ? undefined : sum(amounts);
  });
  return { ...table, total };
}
