import writeWorkbook, { type CellObject, type Row } from 'write-excel-file/node';
import { columnLetters } from '../../../lib/column-letters.js';
import { type Decimal, plain } from '../../../lib/decimal.js';
import { textWidth } from '../../../lib/text-width.js';
import { longestHeadingWord, wrap, wrapHeading } from '../../../lib/wrap.js';
import {
  type Cell,
  headings,
  type ReportTable,
  type TableColumn,
} from '../../report/report-table.js';
import { type DropDown, dropDownsFeature } from './drop-downs.js';
import { pageBreaks } from './page-breaks.js';
import { type PrintedSheet, printedFeature } from './printed.js';
import { sheetNames } from './sheet-names.js';

/** A sheet: tables one below the other, with a blank row between them. */
export interface WorkbookSheet {
  readonly title: string;
  /** What stands above the tables; nothing where another program expects the header first. */
  readonly caption?: string;
  /** Its tables are slips to cut apart: on upright pages, none divided between two. */
  readonly areSlips?: true;
  /** Of one alone the header and the key columns stay in sight, and stand on every page that is printed. */
  readonly tables: readonly ReportTable[];
  /** What the cells of some columns may hold. */
  readonly dropDowns?: readonly DropDown[];
}

const FRACTION = '0.00';
const PERCENT = '0.00%';
const TEXT = '@';
const SHADE = '#E8EEF4';
const CAPTION_SIZE = 14;
const LINES = { borderStyle: 'thin', borderColor: '#B0B8C0' } as const;
/** The height of a line of text, what a row has beside it, and the height of a row that is signed. */
const [LINE_POINTS, ROOM_POINTS, SIGNED_POINTS] = [15, 3, 30] as const;
/** Excel refuses files with longer texts. */
const LONGEST_TEXT = 32_767;
const [NARROWEST, WIDEST, SIGNED, ROOM] = [8, 80, 16, 2] as const;
/** Of a column of long texts, and of one that is alone. */
const [WIDEST_LONG, WIDEST_ALONE] = [60, 120] as const;
/** Widths of columns that a page takes when it is printed as small as one can still read. */
const PAGE_WIDTH = 270;

/**
 * Tables as a workbook (.xlsx). Texts are cells of text, whatever they begin with, so that ids keep their
 * digits and no text becomes a formula; numbers are numbers, amounts with two decimals. A total is a
 * formula with its value beside it. The same tables give the same bytes.
 */
export async function workbookOf(
  sheets: readonly WorkbookSheet[],
  ids: boolean,
): Promise<Uint8Array> {
  const names = sheetNames(sheets.map(({ title }) => title));
  const widths = sheets.map(({ tables }) => columnWidths(tables, ids));
  const pages = sheets.map((sheet, at) => {
    const { caption, tables } = sheet;
    const { rows, columns } = titlesOf(sheet);
    return {
      sheet: names[at] ?? '',
      data: tables.reduce<Row[]>(
        (above, table, index) =>
          withTable(above, table, { ids, isFirst: index === 0, widths: widths[at] ?? [] }),
        caption === undefined ? [] : [[captionCell(caption)]],
      ),
      columns: (widths[at] ?? []).map((width) => ({ width })),
      // The writer writes whatever stands here; its types know the one of the two that Excel does not assume.
      orientation: (sheet.areSlips ? 'portrait' : 'landscape') as 'landscape',
      stickyRowsCount: rows,
      stickyColumnsCount: columns,
    };
  });
  const printed = sheets.map((sheet, at): PrintedSheet => {
    const { header, columns } = titlesOf(sheet);
    return {
      name: names[at] ?? '',
      caption: sheet.caption ?? '',
      titleRow: header,
      titleColumn: columns === 0 ? undefined : columnLetters(columns),
      pagesWide: pagesWide(widths[at] ?? [], columns),
      last: [columnLetters(widths[at]?.length ?? 1), pages[at]?.data.length ?? 1],
      breaks: sheet.areSlips ? pageBreaks(sheet, pages[at]?.data ?? []) : [],
    };
  });
  const values = sheets.map(({ tables }) => tables.flatMap(totalValues));
  const transform = (xml: string, _: unknown, { sheetIndex }: { sheetIndex: number }) =>
    withValues(xml, values[sheetIndex] ?? []);
  const file = writeWorkbook(pages, {
    fontFamily: '等线',
    fontSize: 11,
    features: [
      { files: { transform: { 'xl/worksheets/sheet{id}.xml': { transform } } } },
      printedFeature(printed),
      dropDownsFeature(
        sheets.map(({ dropDowns = [] }) => dropDowns),
        columnLetters,
      ),
    ],
  });
  return packed(await file.toBuffer());
}

/** What stays in sight: the caption, and of a table alone its header and its key columns. */
function titlesOf({ caption, tables }: Omit<WorkbookSheet, 'title'>): {
  readonly rows: number;
  /** The row of the header, from 1. */
  readonly header: number | undefined;
  readonly columns: number;
} {
  const above = caption === undefined ? 0 : 1;
  const [only] = tables;
  if (only === undefined || tables.length > 1) {
    return { rows: above, header: undefined, columns: 0 };
  }
  return { rows: above + 1, header: above + 1, columns: only.keyColumns };
}

/** How many pages the columns take, each beginning with those that are repeated. */
function pagesWide(widths: readonly number[], repeated: number): number {
  const total = (all: readonly number[]) => all.reduce((sum, width) => sum + width, 0);
  const keys = total(widths.slice(0, repeated));
  const rest = total(widths.slice(repeated));
  return Math.max(1, Math.ceil(rest / Math.max(PAGE_WIDTH - keys, PAGE_WIDTH / 2)));
}

function captionCell(value: string): CellObject {
  return {
    ...textCell(value, undefined),
    fontWeight: 'bold',
    fontSize: CAPTION_SIZE,
    height: 2 * LINE_POINTS,
    alignVertical: 'center',
  };
}

/** The rows with those of one more table below them. */
function withTable(
  above: Row[],
  table: ReportTable,
  {
    ids,
    isFirst,
    widths,
  }: { readonly ids: boolean; readonly isFirst: boolean; readonly widths: readonly number[] },
): Row[] {
  const gap: Row[] = isFirst || table.isContinued ? [] : [[]];
  const first = above.length + gap.length + 1;
  const names = headings(table, ids);
  const isHigh = names.some((name, at) => textWidth(name) > (widths[at] ?? 0) - ROOM);
  const height = LINE_POINTS * (isHigh ? 2 : 1) + ROOM_POINTS;
  const header = names.map((name, at) => ({ ...headerCell(name, table.columns[at]), height }));
  const isSigned = table.columns.some(({ signed }) => signed);
  const room = isSigned ? ({ height: SIGNED_POINTS, alignVertical: 'center' } as const) : {};
  const formats = table.columns.map((_, at) => numberFormat(table, at));
  const body = table.rows.map((row) =>
    row.map((cell, at) => ({
      ...bodyCell(cell, table.columns[at], { format: formats[at], widest: widestLong(table) }),
      ...room,
    })),
  );
  const total = totalRow(table, first + 1, first + table.rows.length);
  return [...above, ...gap, header, ...body, ...total];
}

function headerCell(value: string, column: TableColumn | undefined): CellObject {
  return {
    ...textCell(value, column),
    ...LINES,
    fontWeight: 'bold',
    backgroundColor: SHADE,
    wrap: true,
    ...(column?.signed ? { align: 'center' } : {}),
  };
}

/** Where any figure of a column has decimals, all show two; the cells keep what they are. */
function numberFormat({ columns, rows, total = [] }: ReportTable, at: number): string | undefined {
  const column = columns[at];
  if (column?.money) return FRACTION;
  if (column?.percent) return PERCENT;
  const cells = [...rows.map((row) => row[at]), total[at]];
  return cells.some((cell) => typeof cell === 'object' && !cell.isInteger()) ? FRACTION : undefined;
}

function bodyCell(
  cell: Cell,
  column: TableColumn | undefined,
  { format, widest }: { readonly format: string | undefined; readonly widest: number },
): CellObject {
  if (cell === undefined) return { ...LINES };
  if (typeof cell === 'string') return { ...textCell(cell, column, widest), ...LINES };
  return { type: Number, value: Number(plain(cell)), ...numberStyle(column, format), ...LINES };
}

function textCell(
  text: string,
  column: TableColumn | undefined,
  widest: number = WIDEST_LONG,
): CellObject {
  const value = withoutControls(text).slice(0, LONGEST_TEXT);
  const wrapped = column?.long ? { wrap: true, height: rowHeight(value, widest) } : {};
  return { type: String, value, format: TEXT, ...placed(column), ...wrapped };
}

/** Not every program makes rows as high as Chinese characters and long texts need. */
function rowHeight(text: string, widest: number): number {
  return LINE_POINTS * wrap(text, widest).length + ROOM_POINTS;
}

function numberStyle(column: TableColumn | undefined, format: string | undefined) {
  return { ...placed(column), ...(format === undefined ? {} : { format }) };
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
function totalRow(table: ReportTable, first: number, last: number): Row[] {
  const { total, rows, columns } = table;
  if (total === undefined || rows.length === 0) return [];
  const row = total.map((cell, at): CellObject => {
    const column = columns[at];
    const style = { ...LINES, fontWeight: 'bold' } as const;
    if (cell === undefined) return style;
    if (typeof cell === 'string') return { ...textCell(cell, column), ...style };
    const letters = columnLetters(at + 1);
    const value = `SUM(${letters}${first}:${letters}${last})`;
    return { type: 'Formula', value, ...numberStyle(column, numberFormat(table, at)), ...style };
  });
  return [row];
}

/** What the formulas of a table come to, in their order. */
function totalValues({ total = [], rows }: ReportTable): Decimal[] {
  if (rows.length === 0) return [];
  return total.filter((cell): cell is Decimal => cell !== undefined && typeof cell !== 'string');
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
    const names = headings(table, ids);
    for (const [at, column] of table.columns.entries()) {
      const cells = [...table.rows.map((row) => row[at]), table.total?.[at]];
      const widest = column.long ? widestLong(table) : WIDEST;
      const longest = Math.max(0, ...cells.map((cell) => cellWidth(cell, column)));
      const needed = Math.max(Math.min(longest, widest), headingWidth(names[at] ?? ''));
      const least = column.signed ? SIGNED : NARROWEST;
      widths[at] = Math.max(widths[at] ?? least, needed + ROOM);
    }
  }
  return widths;
}

/** A heading takes two lines where it is wider than what stands below it. */
function headingWidth(heading: string): number {
  let width = Math.max(longestHeadingWord(heading), Math.ceil(textWidth(heading) / 2));
  while (wrapHeading(heading, width).length > 2) width += 1;
  return width;
}

function cellWidth(cell: Cell, column: TableColumn | undefined): number {
  if (cell === undefined) return 0;
  if (typeof cell !== 'string') return (column?.money ? cell.toFixed(2) : plain(cell, 2)).length;
  return textWidth(cell.slice(0, WIDEST_ALONE));
}

/** How wide a column of long texts may become. */
function widestLong({ columns }: ReportTable): number {
  return columns.length === 1 ? WIDEST_ALONE : WIDEST_LONG;
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
