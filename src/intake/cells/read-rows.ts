import { decodeAs, firstBadLine } from '../../lib/encoding.js';
import { readRegular } from '../../shop/regular-file.js';
import type { Problems } from '../../words/problem.js';
import { reportUnreadable } from '../../words/system-reasons.js';
import { type CsvRecord, parseCsv } from '../files/csv-records.js';
import { withoutHeaders } from '../files/repeated-header.js';
import type { RecordTable, Table } from '../files/table.js';
import { eachRecord, reportHeaders } from './scan.js';

/** More than people write in a month: a file is held in memory as a whole, with a text for each cell. */
const MOST_EDITED_BYTES = 32 * 1024 ** 2;

/**
 * All data records of a file that people edit, below its header. Undefined, with the problem reported,
 * when it cannot be read, is no text, or cannot be decoded or split into records.
 */
export async function readRecords(
  table: Table,
  problems: Problems,
): Promise<readonly CsvRecord[] | undefined> {
  if (table.form === 'parquet') {
    problems.report('not-parquet', { file: table.file });
    return undefined;
  }
  if (table.form === 'records') return collect(table, problems);
  const whole = await readRegular(table.path, MOST_EDITED_BYTES).catch((error: unknown) =>
    reportUnreadable(error, table.file, problems),
  );
  if (whole === undefined) return undefined;
  const bytes = whole.subarray(0, table.textBytes);
  const text = decodeAs(bytes, table.encoding);
  if (text === undefined) {
    const line = Math.max(...[table.encoding, 'utf-8' as const].map((e) => firstBadLine(bytes, e)));
    problems.report('bad-encoding', { file: table.file, line });
    return undefined;
  }
  const { records, openQuote } = parseCsv(text, table.delimiter);
  if (openQuote !== undefined) {
    problems.report('open-quote', { file: table.file, line: openQuote.line });
    return undefined;
  }
  const below = records.filter(({ line }) => line > table.linesToSkip);
  return sorted(withoutHeaders(below, table.preamble), table, problems);
}

async function collect(
  table: RecordTable,
  problems: Problems,
): Promise<readonly CsvRecord[] | undefined> {
  let collected: readonly CsvRecord[] = [];
  const isWhole = await eachRecord(table, problems, async (records) => {
    collected = await sorted(records, table, problems);
  });
  return isWhole ? collected : undefined;
}

/** The records without the headers among them, of which it is told. */
async function sorted(
  records: AsyncIterable<CsvRecord>,
  table: Table,
  problems: Problems,
): Promise<readonly CsvRecord[]> {
  const kept: CsvRecord[] = [];
  const lines: number[] = [];
  for await (const record of records) {
    if (record.left === 'header') lines.push(record.line);
    else kept.push(record);
  }
  reportHeaders(table, lines, problems);
  return kept;
}
