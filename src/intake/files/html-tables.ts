// Pages that platforms and tools save as `.xls`: tables of HTML, read by htmlparser2 piece by piece.
import { type CsvRecord, isBlank } from './csv-records.js';
import {
  blankCounter,
  endlessCell,
  type Merge,
  MOST_CELL_CHARACTERS,
  type Sheet,
} from './sheet.js';

/**
 * The tables of a page as sheets, named by their number from 1. A cell over several columns or rows has its
 * value in the first of them. `pieces` gives the text of the page, from its beginning each time.
 */
export async function htmlSheets(pieces: () => AsyncIterable<string>): Promise<readonly Sheet[]> {
  const tables: SeenTable[] = [];
  let cells = 0;
  for await (const { table, spans, ...row } of pageRows(pieces())) {
    while (tables.length <= table) tables.push({ merges: [], rows: [] });
    if (row.line <= LINES_WITH_MERGES) tables[table]?.merges.push(...spans);
    cells += row.cells.length;
    if (cells <= CELLS_KEPT && !isBlank(row)) tables[table]?.rows.push(row);
  }
  return tables.map(({ merges, rows }, table) => ({
    name: String(table + 1),
    hidden: false,
    derived: true,
    merges,
    rows: cells <= CELLS_KEPT ? () => inOrder(rows) : () => rowsOf(pieces(), table),
  }));
}

interface SeenTable {
  readonly merges: Merge[];
  readonly rows: CsvRecord[];
}

/** So many cells are kept in memory: to run over a page anew for each of its tables takes long. */
const CELLS_KEPT = 1_000_000;

async function* inOrder(rows: readonly CsvRecord[]): AsyncGenerator<CsvRecord> {
  yield* rows;
}

/** Merged cells are asked for in headers only, and these stand near the top. */
const LINES_WITH_MERGES = 100;

async function* rowsOf(pieces: AsyncIterable<string>, wanted: number): AsyncGenerator<CsvRecord> {
  for await (const { table, cells, line } of pageRows(pieces)) {
    if (table === wanted && !isBlank({ cells, line })) yield { cells, line };
  }
}

/** A row of one of the tables of a page. */
interface PageRow extends CsvRecord {
  /** From 0. */
  readonly table: number;
  /** Cells of the row that reach over others. */
  readonly spans: readonly Merge[];
}

async function* pageRows(pieces: AsyncIterable<string>): AsyncGenerator<PageRow> {
  const { Parser } = await import('htmlparser2');
  let rows: PageRow[] = [];
  const page = pageWatcher((row) => rows.push(row));
  const parser = new Parser({
    onopentag: (name, attributes) => page.open(name, attributes),
    ontext: (text) => page.text(text),
    onclosetag: (name) => page.close(name),
  });
  for await (const piece of pieces) {
    parser.write(piece);
    yield* rows;
    rows = [];
  }
  parser.end();
  yield* rows;
}

/** A table whose end is yet to come. */
interface OpenTable {
  readonly table: number;
  line: number;
  cells: string[];
  spans: Merge[];
  /** For how many more rows a cell from above takes a column, by column from 0. */
  readonly taken: Map<number, number>;
  /** The lines of the cell that is open. */
  text: string[] | undefined;
  characters: number;
  width: number;
  height: number;
  inRow: boolean;
  readonly countBlanks: ReturnType<typeof blankCounter>;
}

/** Follows the tags and texts of a page and gives away each row of its tables as it ends. */
function pageWatcher(take: (row: PageRow) => void) {
  const open: OpenTable[] = [];
  let tables = 0;
  let unseen = 0;
  return {
    open(name: string, attributes: Readonly<Record<string, string>>): void {
      if (name === 'table') {
        open.push(newTable(tables));
        tables += 1;
      }
      if (isUnseen(name)) unseen += 1;
      const table = open.at(-1);
      if (table === undefined) return;
      if (name === 'tr') beginRow(table, take);
      else if (isCell(name)) beginCell(table, attributes, take);
      else if (name === 'br') table.text?.push('');
    },
    text(piece: string): void {
      const table = open.at(-1);
      if (table?.text === undefined || unseen > 0) return;
      table.characters += piece.length;
      if (table.characters > MOST_CELL_CHARACTERS) {
        throw endlessCell(String(table.table + 1), table.line - 1);
      }
      table.text[table.text.length - 1] += piece;
    },
    close(name: string): void {
      if (isUnseen(name)) unseen -= 1;
      const table = open.at(-1);
      if (table === undefined) return;
      if (isCell(name)) endCell(table);
      else if (name === 'tr' || name === 'table') endRow(table, take);
      if (name === 'table') open.pop();
    },
  };
}

/** Elements whose text no reader of the page sees. */
function isUnseen(name: string): boolean {
  return name === 'script' || name === 'style';
}

function isCell(name: string): boolean {
  return name === 'td' || name === 'th';
}

function beginRow(table: OpenTable, take: (row: PageRow) => void): void {
  endRow(table, take);
  table.inRow = true;
  table.line += 1;
  table.cells = [];
  table.spans = [];
  skipTaken(table);
}

/** Ends a row that is open; pages leave out the tags that end rows and cells. */
function endRow(table: OpenTable, take: (row: PageRow) => void): void {
  endCell(table);
  if (!table.inRow) return;
  table.inRow = false;
  take({ table: table.table, cells: table.cells, line: table.line, spans: table.spans });
}

function beginCell(
  table: OpenTable,
  { colspan, rowspan }: Readonly<Record<string, string>>,
  take: (row: PageRow) => void,
): void {
  if (!table.inRow) beginRow(table, take);
  endCell(table);
  table.text = [''];
  table.characters = 0;
  table.width = span(colspan);
  table.height = span(rowspan);
}

function endCell(table: OpenTable): void {
  if (table.text === undefined) return;
  const lines = table.text.map((line) => line.replace(/[ \t\n\r\f]+/g, ' ').trim());
  placeCell(table, lines.join('\n'));
  table.text = undefined;
}

function newTable(table: number): OpenTable {
  const cell = { text: undefined, characters: 0, width: 1, height: 1 };
  const countBlanks = blankCounter(String(table + 1));
  return {
    table,
    line: 0,
    cells: [],
    spans: [],
    taken: new Map(),
    inRow: false,
    ...cell,
    countBlanks,
  };
}

/** As browsers have it: no cell reaches over more columns. */
const WIDEST = 1000;

function span(attribute: string | undefined): number {
  const number = Number.parseInt(attribute ?? '1', 10);
  return number >= 1 ? Math.min(number, WIDEST) : 1;
}

function placeCell(table: OpenTable, text: string): void {
  const { cells, width, height, line } = table;
  const left = cells.length;
  table.countBlanks(line, left + width, width - 1);
  for (let at = 0; at < width; at += 1) {
    cells.push(at === 0 ? text : '');
    if (height > 1) table.taken.set(left + at, height - 1);
  }
  if (width > 1 || height > 1) {
    table.spans.push({ top: line, left: left + 1, bottom: line + height - 1, right: left + width });
  }
  skipTaken(table);
}

/** Leaves the next cells empty where cells from above reach down. */
function skipTaken({ cells, taken, line, countBlanks }: OpenTable): void {
  const before = cells.length;
  for (let rows = taken.get(cells.length); rows !== undefined; rows = taken.get(cells.length)) {
    if (rows === 1) taken.delete(cells.length);
    else taken.set(cells.length, rows - 1);
    cells.push('');
  }
  countBlanks(line, cells.length, cells.length - before);
}
