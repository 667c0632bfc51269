import { readFile } from 'node:fs/promises';
import { decodeAs, firstBadLine } from '../../lib/encoding.js';
import type { Problems } from '../../words/problem.js';
import { reportUnreadable } from '../../words/system-reasons.js';
import { type CsvRecord, parseCsv } from '../files/csv.js';
import type { RecordTable, Table } from '../files/table.js';
import { eachRecord } from './scan.js';

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
  const whole = await readFile(table.path).catch((error: unknown) =>
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
  return records.filter(({ line }) => line > table.linesToSkip);
}

async function collect(
  table: RecordTable,
  problems: Problems,
): Promise<readonly CsvRecord[] | undefined> {
  const collected: CsvRecord[] = [];
  const sound = await eachRecord(table, problems, async (records) => {
    for await (const record of records) collected.push(record);
  });
  return sound ? collected : undefined;
}
