import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { type Engine, pathLiteral, sqlLiteral } from '../../lib/engine.js';
import type { Watch } from '../../lib/progress.js';
import { errorCount, type Problems, reportTo } from '../../words/problem.js';
import { type CsvRecord, isOpenQuote } from '../files/csv-records.js';
import { isBadEncoding, MOST_RECORD_BYTES, transcode, writePieces } from '../files/decode.js';
import { damageCode, isDamagedWorkbook } from '../files/sheet.js';
import type { ParquetTable, Table, TextTable } from '../files/table.js';
import { textRecords } from '../files/text-records.js';
import { widthCheck } from './row-width.js';
import { keptNumbers } from './spreadsheet-ids.js';

/** What a scan needs beside its file. */
export interface ScanContext {
  readonly engine: Engine;
  readonly problems: Problems;
  /** A folder for files that must be rewritten before the engine can scan them; gone after the run. */
  readonly workFolder: () => Promise<string>;
  /** Is told how far the reading is. */
  readonly watch: Watch | undefined;
}

/** A file as the engine scans it: every column as text, named c0, c1, … */
export interface Scan {
  /** The file that is scanned. */
  readonly path: string;
  readonly linesToSkip: number;
  /** What stands after FROM. */
  readonly rows: string;
  /** How many columns there are. */
  readonly columns: number;
  /** The column that has each row's line; undefined: rows stand line by line, in order. */
  readonly line: string | undefined;
  /** False when rows are left out that have been reported: nothing may be said of the file as a whole. */
  readonly isWhole: boolean;
}

let scratchFiles = 0;

async function scratchFile(context: ScanContext): Promise<string> {
  scratchFiles += 1;
  return join(await context.workFolder(), `${scratchFiles}.csv`);
}

/**
 * The file as the engine can read it: as it is when it is UTF-8 and nothing else, else rewritten in UTF-8. Undefined,
 * with the problem reported, when it is not text.
 */
async function scanOf(table: TextTable, context: ScanContext): Promise<Scan | undefined> {
  const columns = table.match.header.written.length;
  const scan = (path: string): Scan => ({
    path,
    linesToSkip: table.linesToSkip,
    rows: readCsv(path, columns, table.delimiter, table.linesToSkip),
    columns,
    line: undefined,
    isWhole: true,
  });
  if (table.encoding === 'utf-8' && table.textBytes === table.size) return scan(table.path);
  const path = await scratchFile(context);
  try {
    await transcode(table, path, onBytesConverted(table, context));
    return scan(path);
  } catch (error) {
    reportBadEncoding(error, table, context.problems);
    return undefined;
  }
}

function reportBadEncoding(error: unknown, table: Table, problems: Problems): void {
  if (!isBadEncoding(error)) throw error;
  problems.report('bad-encoding', { file: table.file, line: error.badLine });
}

/** Tells whoever waits which share of the file's rows the engine has taken in. */
export function onShareRead(
  { file, rowsAbout }: Table,
  { watch }: ScanContext,
): ((share: number) => void) | undefined {
  if (watch === undefined) return undefined;
  return (share) => watch({ step: 'reading', file, share, rows: Math.round(share * rowsAbout) });
}

/** Tells whoever waits which share of the file has been written anew. */
function onBytesConverted(
  { file, size }: Table,
  { watch }: ScanContext,
): ((bytes: number) => void) | undefined {
  return watch && ((bytes) => watch({ step: 'converting', file, share: bytes / size }));
}

function readCsv(
  path: string,
  columns: number,
  delimiter: string,
  skip: number,
  more: readonly string[] = [],
): string {
  const types = Array.from({ length: columns }, (_, at) => `c${at}: 'VARCHAR'`).join(', ');
  const options = [
    'auto_detect = false',
    'header = false',
    `skip = ${skip}`,
    `delim = ${sqlLiteral(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `max_line_size = ${MOST_RECORD_BYTES}`,
    `columns = {${types}}`,
    ...more,
  ];
  return `read_csv(${pathLiteral(path)}, ${options.join(', ')})`;
}

/**
 * Runs `load` on a scan of the file. What the engine cannot split (mixed line ends, rows of other
 * widths, stray quotes) is rewritten once by the tolerant parser; what that one cannot accept either
 * is reported, and the result is undefined.
 */
export async function loadScan<T>(
  table: Table,
  context: ScanContext,
  load: (scan: Scan) => Promise<T>,
): Promise<T | undefined> {
  if (table.form === 'parquet') return loadParquet(table, context, load);
  // Sharing expressions would work out the costly readings of a cell, meant for the few odd ones, for
  // every row.
  await context.engine.run(`SET disabled_optimizers = 'common_subexpressions'`);
  try {
    const loaded = table.form === 'text' ? await loadText(table, context, load) : SPLIT_BY_HAND;
    return loaded === SPLIT_BY_HAND ? await loadRewritten(table, context, load) : loaded;
  } finally {
    await context.engine.run('RESET disabled_optimizers');
  }
}

/** Stands for the result of a text that the engine cannot split. */
const SPLIT_BY_HAND = Symbol();

async function loadText<T>(
  table: TextTable,
  context: ScanContext,
  load: (scan: Scan) => Promise<T>,
): Promise<T | undefined | typeof SPLIT_BY_HAND> {
  const scan = await scanOf(table, context);
  if (scan === undefined) return undefined;
  try {
    return await load(scan);
  } catch (error) {
    if (!isCsvError(error)) throw error;
    return SPLIT_BY_HAND;
  }
}

/** Runs `load` on the rows of a Parquet file; one whose pages cannot all be read is reported. */
async function loadParquet<T>(
  table: ParquetTable,
  context: ScanContext,
  load: (scan: Scan) => Promise<T>,
): Promise<T | undefined> {
  const columns = table.match.header.written.length;
  const line = `c${columns}`;
  try {
    const { path, rows } = table;
    return await load({ path, linesToSkip: 0, rows, columns, line, isWhole: true });
  } catch (error) {
    if (await table.isWhole()) throw error;
    context.problems.report('damaged-parquet', { file: table.file });
    return undefined;
  }
}

/** Runs `load` on the records as the tolerant parser has them. What is left then is a row beyond all measure. */
async function loadRewritten<T>(
  table: Table,
  context: ScanContext,
  load: (scan: Scan) => Promise<T>,
): Promise<T | undefined> {
  const scan = await rewrite(table, context);
  if (scan === undefined) return undefined;
  try {
    return await load(scan);
  } catch (error) {
    if (!isCsvError(error)) throw error;
    context.problems.report('unreadable-rows', { file: table.file }, { params: { rows: 1 } });
    return undefined;
  }
}

function isCsvError(error: unknown): boolean {
  return error instanceof Error && /\bCSV\b/.test(error.message);
}

/**
 * Writes the file anew with one line per row and its line number, or reports why it cannot be. Rows of another
 * width are reported and left out, so that the cells of the others can be looked at in the same run.
 */
export async function rewrite(table: Table, context: ScanContext): Promise<Scan | undefined> {
  const columns = table.match.header.written.length;
  const path = await scratchFile(context);
  const errors = errorCount(context.problems);
  const isSplit = await eachRecord(
    table,
    context.problems,
    (records) => writePieces(path, soundRows(records, table, context, columns)),
    onBytesConverted(table, context),
  );
  if (!isSplit) return undefined;
  // Told, not guessed: a cell may have line breaks of another kind than the rows.
  const rows = readCsv(path, columns + 1, ',', 0, [String.raw`new_line = '\n'`]);
  const isWhole = errorCount(context.problems) === errors;
  return { path, linesToSkip: 0, rows, columns, line: `c${columns}`, isWhole };
}

/** Rows are written many at a time: each write has its price. */
const ROWS_AT_ONCE = 500;

async function* soundRows(
  records: AsyncIterable<CsvRecord>,
  table: Table,
  context: ScanContext,
  columns: number,
): AsyncGenerator<string> {
  let rows: string[][] = [];
  for await (const record of soundRecords(records, table, context)) {
    const cells = Array.from({ length: columns }, (_, at) => record.cells[at] ?? '');
    rows.push([...cells, String(record.line)]);
    if (rows.length < ROWS_AT_ONCE) continue;
    yield stringify(rows, { quoted: true });
    rows = [];
  }
  yield stringify(rows, { quoted: true });
}

/** The records that are rows; those of another width, and headers among them, are reported and left out. */
export async function* soundRecords(
  records: AsyncIterable<CsvRecord>,
  table: Table,
  { problems }: Pick<ScanContext, 'problems'>,
): AsyncGenerator<CsvRecord> {
  const limited = limitProblems(problems, table.file);
  const hasWidth = widthCheck(table, limited);
  const headers: number[] = [];
  const kept = keptNumbers(table);
  for await (const record of records) {
    if (record.left === 'header') headers.push(record.line);
    if (record.left !== undefined || !hasWidth(record)) continue;
    kept.see(record);
    yield record;
  }
  kept.report(problems);
  reportHeaders(table, headers, problems);
  limited.reportRest();
}

/** Tells of headers that stand among the rows, by their lines: they are left out. */
export function reportHeaders({ file }: Table, lines: readonly number[], problems: Problems): void {
  const [line] = lines;
  if (line === undefined) return;
  problems.report('header-again', { file, line }, { params: { headers: lines.length } });
}

/**
 * Streams the data records of a file. False, with the problem reported, when it cannot be decoded or
 * split; the records before that have been seen.
 */
export async function eachRecord(
  table: Table,
  problems: Problems,
  take: (records: AsyncIterable<CsvRecord>) => Promise<void>,
  onBytes?: (bytes: number) => void,
): Promise<boolean> {
  try {
    await take(table.form === 'text' ? textRecords(table, onBytes) : table.records(onBytes));
  } catch (error) {
    if (isOpenQuote(error)) {
      problems.report('open-quote', { file: table.file, line: error.openQuote.line });
    } else if (isDamagedWorkbook(error)) {
      const { afterLine: line } = error.damagedWorkbook;
      problems.report(damageCode(error), { file: table.file, ...(line > 0 ? { line } : {}) });
    } else {
      reportBadEncoding(error, table, problems);
    }
    return false;
  }
  return true;
}

const SHOWN_PROBLEMS = 1000;

/** The first thousand problems of a file in full, the rest as a number. */
export function limitProblems(
  problems: Problems,
  file: string,
): Problems & { readonly reportRest: () => void; readonly seen: () => number } {
  let seen = 0;
  return {
    ...reportTo(problems.all, (problem) => {
      seen += 1;
      if (seen <= SHOWN_PROBLEMS) problems.add(problem);
    }),
    reportRest() {
      if (seen <= SHOWN_PROBLEMS) return;
      problems.report('more-problems', { file }, { params: { count: seen - SHOWN_PROBLEMS } });
    },
    seen: () => seen,
  };
}
