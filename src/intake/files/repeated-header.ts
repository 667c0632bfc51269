// Files are joined with `copy *.csv all.csv`: then the header stands in the middle again, and what is below it may
// be another table.
import type { CsvRecord } from './csv-records.js';
import { countKnownNames, countPartsOfNames, headerOf, normaliseHeader } from './header.js';
import type { Reader } from './reader.js';
import { hasValues, isTitle } from './row-of-data.js';

/** The rows of a file up to and with its header, and the readers among which one was found for it. */
export interface Preamble {
  readonly titles: readonly CsvRecord[];
  readonly header: readonly CsvRecord[];
  readonly readers: readonly Reader[];
}

/**
 * The records below a header. Those that repeat it are left out as such, with the titles above them; at the
 * header of another table there is an end, which is a problem.
 */
export async function* withoutHeaders(
  records: AsyncIterable<CsvRecord> | Iterable<CsvRecord>,
  preamble: Preamble,
): AsyncGenerator<CsvRecord> {
  const repeats = preamble.header.map(namesIn);
  const most = fillOfTitles(preamble);
  // Rows that may be titles of what is below, until it is seen what that is.
  let waiting: CsvRecord[] = [];
  for await (const record of records) {
    const isAgain = repeats.some((names) => isSame(record, names));
    if (isAgain) yield* waiting.map(leftOut);
    else if (waiting.length === preamble.titles.length) yield* waiting.splice(0, 1);
    if (isAgain) {
      waiting = [];
      yield leftOut(record);
    } else if (isOtherHeader(record, preamble)) {
      yield* waiting;
      yield { ...record, problem: { code: 'other-header', params: {} } };
      return;
    } else if (filled(record) <= most && isTitle(record)) waiting.push(record);
    else {
      yield* waiting;
      waiting = [];
      yield record;
    }
  }
  yield* waiting;
}

/** How many cells of a title have something in them; where it may be a row as well, no row is taken for one. */
function fillOfTitles({ titles, header }: Preamble): number {
  const most = Math.max(0, ...titles.map(filled));
  return header.every((row) => 2 * most < filled(row)) ? most : 0;
}

function leftOut(record: CsvRecord): CsvRecord {
  return { ...record, left: 'header' };
}

function filled({ cells }: CsvRecord): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function namesIn({ cells }: CsvRecord): readonly string[] {
  const names = cells.map(normaliseHeader);
  return names.slice(0, names.findLastIndex((name) => name !== '') + 1);
}

/** In nearly every row the first cell differs: the others are looked at where it does not. */
function isSame(record: CsvRecord, names: readonly string[]): boolean {
  const at = names.findIndex((name) => name !== '');
  const [first] = namesIn({ ...record, cells: [record.cells[at] ?? ''] });
  if (first !== names[at]) return false;
  const own = namesIn(record);
  return own.length === names.length && own.every((name, place) => name === names[place]);
}

const TELLING_NAMES = 3;

/** The header of another table has names, and no value, in its cells. */
function isOtherHeader(record: CsvRecord, { header: own, readers }: Preamble): boolean {
  if (hasValues(record)) return false;
  const header = headerOf(record.cells);
  const cells = filled(record);
  const known = countKnownNames(header, readers);
  const isWhole = known >= TELLING_NAMES || known === cells;
  if (isWhole && known > 1 && readers.some((reader) => reader.recognises(header))) return true;
  if (cells < TELLING_NAMES) return false;
  // Whatever table it is of: several columns of this one, or mostly names of columns, stand in it.
  const names = new Set(own.flatMap(namesIn));
  const again = namesIn(record).filter((name) => name !== '' && names.has(name)).length;
  return again > 1 || 2 * countPartsOfNames(header, readers) > cells;
}
