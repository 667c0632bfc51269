// A list may have words in a row that are names of columns elsewhere: somebody's job is 客服, what happened is 迟到.
import type { CsvRecord } from './csv-records.js';
import { countKnownNames, countPartsOfNames, headerOf, normaliseHeader } from './header.js';
import type { HeaderMatch, Reader } from './reader.js';

/** The rows around one that may be a header. */
export interface Surroundings {
  readonly above: readonly CsvRecord[];
  readonly below: readonly CsvRecord[];
  readonly readers: readonly Reader[];
}

/** Whether what matches a header is a row of data whose words happen to be names of columns. */
export function isRowOfData(
  { cells }: CsvRecord,
  match: HeaderMatch,
  { above, below, readers }: Surroundings,
): boolean {
  const places = readPlaces(match);
  const named = Math.max(places.length, 1);
  const values = valuesIn(cells);
  if (2 * values.length >= named || values.some((value) => MOMENT.test(value))) return true;
  if (2 * repeatedBelow(match, below, readers) >= Math.max(match.positions.size, 1)) return true;
  const tables = above.filter((row) => !isTitle(row) && row.cells.filter(isFilled).length >= named);
  const known = countKnownNames(match.header, readers);
  if (tables.some((row) => countKnownNames(headerOf(row.cells), readers) >= known)) return true;
  const isValue = (cell = '') => hasDigit(cell) && countKnownNames(headerOf([cell]), readers) === 0;
  return tables.length > 0 && !places.some((at) => below.some((row) => isValue(row.cells[at])));
}

/** Whether a row has something in it that no column is called. */
export function hasValues({ cells }: CsvRecord): boolean {
  return valuesIn(cells).length > 0;
}

/** A row that says what a table is, and when it was made; names of columns are several, without colons. */
export function isTitle({ cells }: CsvRecord): boolean {
  const texts = new Set(cells.map((cell) => cell.trim()).filter(Boolean));
  return texts.size < 2 || [...texts].some((text) => /[:：]/.test(text));
}

function isFilled(cell: string): boolean {
  return cell.trim() !== '';
}

function hasDigit(cell: string): boolean {
  return /\p{Nd}/u.test(cell);
}

const NUMBER = /^[-+]?[¥￥]?\d[\d,]*(?:\.\d+)?%?$/;
/** A day or a time. */
const MOMENT = /^\d{2,4}[-/.年]\d{1,2}[-/.月]\d{1,2}|^\d{1,2}:\d{2}/;

/** The cells that have what no column is called. The days of a month are one after the other above its columns. */
function valuesIn(cells: readonly string[]): readonly string[] {
  const values = cells.map((cell) => cell.normalize('NFKC').trim());
  return values.filter((value, at) => {
    if (!NUMBER.test(value) && !MOMENT.test(value)) return false;
    return !follows(values[at - 1], value) && !follows(value, values[at + 1]);
  });
}

/** Whether a number, or a day, is the next one. */
function follows(before: string | undefined, after: string | undefined): boolean {
  const [one, other] = [before, after].map((text) => /^(.*?)(\d+)(\D*)$/.exec(text ?? ''));
  if (!one || !other) return false;
  return one[1] === other[1] && one[3] === other[3] && Number(one[2]) + 1 === Number(other[2]);
}

/** The columns that are read; of a file whose columns may all be figures, those that have a name. */
function readPlaces(match: HeaderMatch): readonly number[] {
  const { reader, header, positions, columnGroups } = match;
  if (reader.openColumns !== true) {
    return [...positions.values(), ...[...columnGroups.values()].flat()];
  }
  return header.written.flatMap((name, at) => (name === '' || NUMBER.test(name) ? [] : [at]));
}

/** As many names as no row of data has. */
const NAMES_OF_A_HEADER = 4;

/** How many of the names stand below as values, in rows that are no header once more, with other names or the same. */
function repeatedBelow(
  { header, positions }: HeaderMatch,
  below: readonly CsvRecord[],
  readers: readonly Reader[],
): number {
  const names = header.written.map(normaliseHeader);
  const isSame = (row: CsvRecord, at: number) => normaliseHeader(row.cells[at] ?? '') === names[at];
  const hasValueBelow = (at: number) =>
    below.some(({ cells }) => valuesIn([cells[at] ?? '']).length > 0);
  // A name that stands again where other rows have a day or a number is no value of theirs.
  const isNameAgain = (row: CsvRecord) =>
    [...positions.values()].some((at) => isSame(row, at) && hasValueBelow(at));
  const isHeader = (row: CsvRecord) =>
    !hasValues(row) &&
    (countPartsOfNames(headerOf(row.cells), readers) >= NAMES_OF_A_HEADER || isNameAgain(row));
  const others = below.filter((row) => !names.every((_, at) => isSame(row, at)) && !isHeader(row));
  return [...positions.values()].filter((at) => others.some((row) => isSame(row, at))).length;
}
