import type { CellObject, Row } from 'write-excel-file/node';
import { type Decimal, plain } from '../../../lib/decimal.js';
import { textWidth } from '../../../lib/text-width.js';
import { wrap } from '../../../lib/wrap.js';
import {
  type Cell,
  headings,
  type ReportTable,
  type TableColumn,
} from '../../report/report-table.js';
import { sheetNames } from './sheet-names.js';

/** A sheet: tables one below the other, with a blank row between them. */
export interface WorkbookSheet {
  readonly title: string;
  readonly tables: readonly ReportTable[];
  /** The first table's header and key columns stay in sight. */
  readonly frozen: boolean;
}

const MONEY = '0.00';
const TEXT = '@';
const SHADE = '#E8EEF4';
/** The height of a line of text, and what a row has beside it. */
const [LINE_POINTS, ROOM_POINTS] = [15, 3] as const;
/** Excel refuses files with longer texts. */
const LONGEST_TEXT = 32_767;
const [NARROWEST, WIDEST, WIDEST_LONG] = [8, 80, 60] as const;

/**
 * Tables as a workbook (.xlsx). Texts are cells of text, whatever they begin with, so that ids keep their
 * digits and no text becomes a formula; numbers are numbers, amounts with two decimals. A total is a
 * formula with its value beside it. The same tables give the same bytes.
 */
export async function workbookOf(
  sheets: readonly WorkbookSheet[],
  ids: boolean,
): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node');
  const names = sheetNames(sheets.map(({ title }) => title));
  const pages = sheets.map(({ tables, frozen }, at) => ({
    sheet: names[at] ?? '',
    data: tables.reduce<Row[]>((rows, table) => appended(rows, table, ids), []),
    columns: columnWidths(tables, ids).map((width) => ({ width })),
    orientation: 'landscape' as const,
    ...(frozen ? { stickyRowsCount: 1, stickyColumnsCount: tables[0]?.keyColumns ?? 0 } : {}),
  }));
  const values = sheets.map(({ tables }) => tables.flatMap(totalValues));
  const transform = (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
    withValues(xml, values[sheetIndex] ?? []);
  const features = [{ files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } }];
  const file = write(pages, { fontFamily: '等线', fontSize: 11, features });
  return packed(await file.toBuffer());
}

/** The rows with those of one more table below them. */
function appended(rows: Row[], table: ReportTable, ids: boolean): Row[] {
  const first = rows.length === 0 ? 1 : rows.length + 2;
  const header = headings(table, ids).map((heading, at) => headerCell(heading, table.columns[at]));
  const body = table.rows.map((row) => row.map((cell, at) => bodyCell(cell, table.columns[at])));
  const total = totalRow(table, first + 1, first + table.rows.length);
  return [...rows, ...(rows.length === 0 ? [] : [[]]), header, ...body, ...total];
}

function headerCell(value: string, column: TableColumn | undefined): CellObject {
  return { ...textCell(value, column), fontWeight: 'bold', backgroundColor: SHADE, wrap: true };
}

function bodyCell(cell: Cell, column: TableColumn | undefined): CellObject | null {
  if (cell === undefined) return null;
  if (typeof cell === 'string') return textCell(cell, column);
  return { type: Number, value: Number(plain(cell)), ...numberStyle(column) };
}

function textCell(text: string, column: TableColumn | undefined): CellObject {
  const value = withoutControls(text).slice(0, LONGEST_TEXT);
  const wrapped = column?.long ? { wrap: true, height: rowHeight(value) } : {};
  return { type: String, value, format: TEXT, ...placed(column), ...wrapped };
}

/** Not every program makes rows as high as Chinese characters and long texts need. */
function rowHeight(text: string): number {
  return LINE_POINTS * wrap(text, WIDEST_LONG).length + ROOM_POINTS;
}

function numberStyle(column: TableColumn | undefined) {
  return { ...placed(column), ...(column?.money ? { format: MONEY } : {}) };
}

function placed(column: TableColumn | undefined) {
  return {
    align: column?.align ?? 'left',
    alignVertical: 'top',
    height: LINE_POINTS + ROOM_POINTS,
  } as const;
}

/** The text without what XML cannot hold, and with `_x000D_` written so that Excel takes it for a text. */
function withoutControls(text: string): string {
  return text.replaceAll(/(?!\n)\p{Cc}/gu, ' ').replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** The last row: sums over the rows from `first` to `last`, counted from 1. */
function totalRow({ total, rows, columns }: ReportTable, first: number, last: number): Row[] {
  if (total === undefined || rows.length === 0) return [];
  const row = total.map((cell, at): CellObject => {
    const column = columns[at];
    const style = { fontWeight: 'bold', topBorderStyle: 'thin' } as const;
    if (cell === undefined) return style;
    if (typeof cell === 'string') return { ...textCell(cell, column), ...style };
    const letters = columnLetters(at + 1);
    const value = `SUM(${letters}${first}:${letters}${last})`;
    return { type: 'Formula', value, ...numberStyle(column), ...style };
  });
  return [row];
}

/** What the formulas of a table come to, in their order. */
function totalValues({ total = [], rows }: ReportTable): Decimal[] {
  if (rows.length === 0) return [];
  return total.filter((cell): cell is Decimal => cell !== undefined && typeof cell !== 'string');
}

/** `A` for 1, `AA` for 27. */
function columnLetters(column: number): string {
  const [rest, letter] = [
    Math.floor((column - 1) / 26),
    String.fromCharCode(65 + ((column - 1) % 26)),
  ];
  return rest === 0 ? letter : columnLetters(rest) + letter;
}

/** Writes beside each formula what it comes to, for programs that show a file without computing it. */
function withValues(xml: string, values: readonly Decimal[]): string {
  const left = values.map((value) => plain(value));
  return xml.replaceAll('</f>', () => `</f><v>${left.shift() ?? ''}</v>`);
}

/** Widths of columns for the widest text in each, where Chinese characters are two wide. */
function columnWidths(tables: readonly ReportTable[], ids: boolean): number[] {
  const widths: number[] = [];
  for (const table of tables) {
    const rows = [headings(table, ids), ...table.rows, table.total ?? []];
    for (const [at, cell] of rows.flatMap((row) => [...row.entries()])) {
      widths[at] = Math.max(widths[at] ?? NARROWEST, cellWidth(cell, table.columns[at]) + 2);
    }
  }
  return widths;
}

function cellWidth(cell: Cell, column: TableColumn | undefined): number {
  if (cell === undefined) return 0;
  if (typeof cell !== 'string') return (column?.money ? cell.toFixed(2) : plain(cell, 4)).length;
  return Math.min(textWidth(cell.slice(0, WIDEST)), column?.long ? WIDEST_LONG : WIDEST);
}

/**
 * Packs the files of the workbook anew: by a packer whose bytes do not depend on the machine, in a fixed
 * order and with a fixed time.
 */
async function packed(archive: Uint8Array): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import('fflate');
  const files = Object.entries(unzipSync(archive)).sort(([a], [b]) => (a < b ? -1 : 1));
  // The archive holds the wall clock's time, in whatever zone; 1980 is the earliest year that it can.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}
