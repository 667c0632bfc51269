import { stringify } from 'csv-stringify/sync';
import { plain } from '../../lib/decimal.js';
import { type Cell, headings, type ReportTable } from '../report/report-table.js';

export interface CsvOptions {
  /** Stable ids in the header instead of titles. */
  readonly ids: boolean;
  /** `\r\n` for spreadsheets, `\n` for a pipe. */
  readonly lineEnd: '\n' | '\r\n';
  /** A byte-order mark, without which Chinese Excel and WPS take the file for GBK. */
  readonly bom: boolean;
}

/** A table as CSV by RFC 4180. */
export function csvOf(table: ReportTable, options: CsvOptions): string {
  const rows = [
    headings(table, options.ids).map(safeText),
    ...table.rows.map((row) => cells(row, table.columns)),
  ];
  return stringify(rows, {
    bom: options.bom,
    record_delimiter: options.lineEnd,
    // An escaped cell is quoted as well, for readers that would take the apostrophe off first.
    quoted_match: /^'/,
  });
}

function cells(row: readonly Cell[], columns: ReportTable['columns']): string[] {
  return row.map((cell, at) => {
    if (cell === undefined) return '';
    // A number is never escaped: −5 must stay a number for who sums the column.
    if (typeof cell === 'string') return safeText(cell);
    return columns[at]?.toFen ? cell.toFixed(2) : plain(cell);
  });
}

const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * The text with a leading `'` where a spreadsheet could take it for a formula. Text that is escaped
 * already gets another one, so that taking one off gives back exactly what was written.
 */
export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
