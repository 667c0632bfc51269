import { type CsvRecord, isBlank } from '../csv-records.js';
import {
  blankCounter,
  damageCode,
  endlessCell,
  isDamagedWorkbook,
  LAST_COLUMN,
  type Merge,
} from '../sheet.js';
import { cellNumber, type NumberKind } from './number-formats.js';
import { unescapeText, type XmlWatcher, xmlReader } from './xml.js';

/** What the cells of a sheet point to. */
export interface SheetContext {
  readonly texts: readonly string[];
  /** By the number of a cell's style. */
  readonly kinds: readonly NumberKind[];
  /** Days to add to every date. */
  readonly daysOff: number;
}

/** The rows of a sheet that have anything in them, in order. Throws where the XML is damaged. */
export async function* readRows(
  pieces: AsyncIterable<string>,
  context: SheetContext,
  sheet = '',
): AsyncGenerator<CsvRecord> {
  let rows: CsvRecord[] = [];
  const take = (row: CsvRecord) => {
    if (!isBlank(row)) rows.push(row);
  };
  const watcher = rowWatcher(context, sheet, take);
  const reader = await xmlReader(watcher);
  for await (const piece of pieces) {
    let damage: unknown;
    try {
      reader.write(piece);
    } catch (error) {
      const isEndless = isDamagedWorkbook(error) && damageCode(error) === 'endless-cell';
      damage = isEndless ? endlessCell(sheet, watcher.line() - 1) : error;
    }
    // What stands before the damage is given first, so that its place can be told.
    yield* rows;
    if (damage !== undefined) throw damage;
    rows = [];
  }
  reader.end();
}

interface OpenCell {
  type: string;
  style: number;
  value: string;
  formula: string | undefined;
}

function rowWatcher(
  context: SheetContext,
  sheet: string,
  take: (row: CsvRecord) => void,
): XmlWatcher & { readonly line: () => number } {
  const countBlanks = blankCounter(sheet);
  const cell: OpenCell = { type: '', style: 0, value: '', formula: undefined };
  let cells: string[] = [];
  let longNumbers: number[] = [];
  let line = 0;
  let column = 0;
  let collects: 'value' | 'formula' | undefined;
  let inReading = false;
  return {
    line: () => line,
    open(tag, attributes) {
      if (tag === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        cell.type = attributes.t ?? 'n';
        cell.style = Number(attributes.s ?? 0);
        cell.value = '';
        cell.formula = undefined;
      } else if (tag === 'v' || (tag === 't' && !inReading)) {
        collects = 'value';
      } else if (tag === 'f') {
        collects = 'formula';
        cell.formula = '';
      } else if (tag === 'rPh') {
        inReading = true;
      } else if (tag === 'row') {
        line = attributes.r === undefined ? line + 1 : rowOf(attributes.r);
        cells = [];
        longNumbers = [];
        column = 0;
      }
    },
    text(piece) {
      if (collects === 'value') cell.value += piece;
      else if (collects === 'formula') cell.formula += piece;
    },
    close(tag) {
      if (tag === 'v' || tag === 't' || tag === 'f') collects = undefined;
      else if (tag === 'rPh') inReading = false;
      else if (tag === 'row')
        take(longNumbers.length === 0 ? { cells, line } : { cells, line, longNumbers });
      else if (tag === 'c') {
        countBlanks(line, column, Math.max(column - 1 - cells.length, 0));
        while (cells.length < column - 1) cells.push('');
        const text = cellText(cell, context);
        cells[column - 1] = text;
        if (cell.type === 'n' && LONG_NUMBER.test(text)) longNumbers.push(column - 1);
      }
    },
  };
}

/** Excel shows a number of more than 11 digits as `4.1E+17`, and writes it so into a CSV. */
const LONG_NUMBER = /^\d{12,}$/;

// The size of a sheet in Excel.
const LAST_ROW = 1_048_576;

function rowOf(reference: string): number {
  const row = Number(reference);
  if (!Number.isInteger(row) || row < 1 || row > LAST_ROW) throw new Error(`no row ${reference}`);
  return row;
}

/** The column of a cell such as `AB12`, from 1. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column < 1 || column > LAST_COLUMN) throw new Error(`no column ${reference}`);
  return column;
}

function cellText({ type, style, value, formula }: OpenCell, context: SheetContext): string {
  // A program that does not compute wrote the formula: what it comes to is not in the file. A cell that
  // says so is refused wherever a value is needed; an empty one would pass for nothing.
  if (value === '' && formula !== undefined && type !== 'str') return `=${formula}`;
  if (value === '') return '';
  const text = valueText(type, style, value, context);
  if (text === undefined) throw new Error(`no value of type ${type}: ${value}`);
  return text;
}

function valueText(
  type: string,
  style: number,
  value: string,
  { texts, kinds, daysOff }: SheetContext,
): string | undefined {
  switch (type) {
    case 's':
      return texts[Number(value)];
    case 'n':
      return cellNumber(value, kinds[style] ?? 'number', daysOff);
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'd':
      return value.replace('T', ' ').replace(/(?:\.0+)?Z?$/, '');
    default:
      return unescapeText(value);
  }
}

const ROWS_END = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/;
/** Longer than any text that `ROWS_END` matches. */
const OVERLAP = 256;
const MERGE =
  /<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*["']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)["']/g;

/** The merged cells of a sheet. They stand behind its rows, which are run over without reading them. */
export async function readMerges(pieces: AsyncIterable<string>): Promise<readonly Merge[]> {
  let behind = '';
  let found = false;
  for await (const piece of pieces) {
    behind += piece;
    if (found) continue;
    const end = behind.includes('sheetData') ? ROWS_END.exec(behind) : null;
    found = end !== null;
    behind = end === null ? behind.slice(-OVERLAP) : behind.slice(end.index + end[0].length);
  }
  return [...(found ? behind : '').matchAll(MERGE)].map(
    ([, left = '', top, right = '', bottom]) => ({
      top: Number(top),
      left: columnOf(left),
      bottom: Number(bottom),
      right: columnOf(right),
    }),
  );
}
