import type { Json } from '../../lib/json.js';
import type { ReportTable } from '../report/report-table.js';
import type { Style } from '../report/style.js';
import type { WorkbookSheet } from './workbook/workbook.js';

/** How data are to look where they go. */
export interface Look {
  readonly style: Style;
  /** Columns of the terminal; undefined where lines may be as long as they want. */
  readonly width: number | undefined;
  /** Stable ids in headers instead of titles. */
  readonly ids: boolean;
  readonly isFile: boolean;
  /** A byte-order mark in a CSV file. */
  readonly bom: boolean;
}

/** A file of several that are written together. */
export interface OutputFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** The data of a command, in no format yet: each is made when a format asks for it. */
export interface Data {
  readonly table?: () => ReportTable;
  readonly json?: () => Json;
  /** Sentences, for people. Where there are some, they are also what is shown in place of the table. */
  readonly text?: (look: Look) => string;
  /** Where Markdown is more than the table. */
  readonly markdown?: () => string;
  readonly yaml?: () => string;
  /** A page that needs nothing else. */
  readonly html?: () => string;
  /** Several pages, which go into a folder. */
  readonly pages?: () => readonly OutputFile[];
  readonly workbook?: () => readonly WorkbookSheet[];
}
