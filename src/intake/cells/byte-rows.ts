import { join } from 'node:path';
import { sqlLiteral } from '../../lib/engine.js';
import { errorCount } from '../../words/problem.js';
import { type ByteRecord, type ByteSource, eachByteRecord } from '../files/byte-records.js';
import { isBadEncoding, MOST_RECORD_BYTES } from '../files/decode.js';
import type { ParquetTable, Table } from '../files/table.js';
import { eachRecord, type ScanContext, soundRecords } from './scan.js';

/** What is done with the rows of a file, whatever it is written as. */
interface RowWork {
  /** Is given the cells of each row that is not blank, in order. */
  readonly take: (record: ByteRecord) => void;
  /** Is asked to wait for now and then, between rows. */
  readonly settle: () => Promise<void>;
}

/**
 * Gives the rows of a file by their bytes, for files of any size. Says whether these are all: rows of another width are
 * reported and left out. Undefined, with the problem reported, when the file cannot be read as rows.
 */
export async function eachRowBytes(
  table: Table,
  work: RowWork,
  context: ScanContext,
): Promise<{ readonly isWhole: boolean } | undefined> {
  if (table.form === 'parquet') return parquetRowBytes(table, work, context);
  let taken = 0;
  if (table.form === 'text') {
    const width = table.match.header.written.length;
    const counted: RowWork = {
      ...work,
      take(record) {
        taken += 1;
        work.take(record);
      },
    };
    if (await areAllUsual(table, width, counted, table, context)) return { isWhole: true };
  }
  return rowsByHand(table, taken, work, context);
}

/** Whether a text has been read to its end. */
async function areAllUsual(
  source: ByteSource,
  width: number,
  { take, settle }: RowWork,
  { file, size, rowsAbout }: Table,
  { watch }: ScanContext,
): Promise<boolean> {
  const afterBlock = async (bytes: number): Promise<void> => {
    const share = Math.min(bytes / size, 1);
    watch?.({ step: 'reading', file, share, rows: Math.round(share * rowsAbout) });
    await settle();
  };
  try {
    return await eachByteRecord(source, { width, take, afterBlock });
  } catch (error) {
    // Whoever reads it by hand says where.
    if (isBadEncoding(error)) return false;
    throw error;
  }
}

const ROWS_BETWEEN = 10_000;

/** The rows as the tolerant parser has them, behind those that have been taken. */
async function rowsByHand(
  table: Exclude<Table, ParquetTable>,
  taken: number,
  { take, settle }: RowWork,
  context: ScanContext,
): Promise<{ readonly isWhole: boolean } | undefined> {
  const { problems, watch } = context;
  const errors = errorCount(problems);
  const encode = recordEncoder(table.match.header.written.length);
  let seen = 0;
  let isEndless = false;
  const onBytes = (bytes: number) =>
    watch?.({ step: 'reading', file: table.file, share: Math.min(bytes / table.size, 1) });
  const isSplit = await eachRecord(
    table,
    problems,
    async (records) => {
      for await (const { cells } of soundRecords(records, table, context)) {
        seen += 1;
        if (seen <= taken) continue;
        const record = encode(cells);
        isEndless ||= record === undefined;
        if (record !== undefined) take(record);
        if (seen % ROWS_BETWEEN === 0) await settle();
      }
    },
    onBytes,
  );
  if (!isSplit) return undefined;
  if (isEndless) {
    problems.report('unreadable-rows', { file: table.file }, { params: { rows: 1 } });
    return undefined;
  }
  return { isWhole: errorCount(problems) === errors };
}

/** Writes the cells of a record as bytes; undefined for a record beyond all measure. */
function recordEncoder(width: number): (cells: readonly string[]) => ByteRecord | undefined {
  let bytes = Buffer.allocUnsafe(FIRST_BYTES);
  const [starts, ends] = [new Int32Array(width), new Int32Array(width)];
  return (cells) => {
    const size = cells.reduce((sum, cell) => sum + Buffer.byteLength(cell), 0);
    if (size > MOST_RECORD_BYTES) return undefined;
    if (size > bytes.length) bytes = Buffer.allocUnsafe(2 * size);
    let at = 0;
    for (let cell = 0; cell < width; cell += 1) {
      starts[cell] = at;
      at += bytes.write(cells[cell] ?? '', at);
      ends[cell] = at;
    }
    return { bytes, starts, ends };
  };
}

const FIRST_BYTES = 65_536;

let copies = 0;

/** The engine writes the rows of a Parquet file as a text: it is quicker than to hand over cell by cell. */
async function parquetRowBytes(
  table: ParquetTable,
  work: RowWork,
  context: ScanContext,
): Promise<{ readonly isWhole: boolean } | undefined> {
  copies += 1;
  const path = join(await context.workFolder(), `rows-${copies}.csv`);
  const columns = table.match.header.written.length;
  const blank = Array.from({ length: columns }, (_, at) => `c${at} IS NULL`).join(' AND ');
  try {
    await context.engine.run(`
      COPY (SELECT * FROM ${table.rows} WHERE NOT (${blank}))
      TO ${sqlLiteral(path)} (FORMAT csv, HEADER false)`);
  } catch (error) {
    if (await table.isWhole()) throw error;
    context.problems.report('damaged-parquet', { file: table.file });
    return undefined;
  }
  // The number of the row stands behind its cells, so that none is blank.
  if (await areAllUsual(copiedRows(path), columns + 1, work, table, context)) {
    return { isWhole: true };
  }
  context.problems.report('unreadable-rows', { file: table.file }, { params: { rows: 1 } });
  return undefined;
}

function copiedRows(path: string): ByteSource {
  return {
    path,
    encoding: 'utf-8',
    textBytes: Number.POSITIVE_INFINITY,
    delimiter: ',',
    linesToSkip: 0,
    sample: '\n',
  };
}
