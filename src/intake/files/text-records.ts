import { type CsvRecord, streamCsv } from './csv-records.js';
import { textPieces } from './decode.js';
import { withoutHeaders } from './repeated-header.js';
import type { TextTable } from './table.js';

/**
 * Streams the data records of a delimited file. Throws `BadEncoding` and `OpenQuoteError`; `onBytes` is told
 * how many bytes have been read.
 */
export async function* textRecords(
  table: TextTable,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<CsvRecord> {
  const pieces = textPieces(table, onBytes);
  const records = streamCsv(pieces, table.delimiter, table.sample);
  yield* withoutHeaders(below(records, table.linesToSkip), table.preamble);
}

async function* below(records: AsyncIterable<CsvRecord>, line: number): AsyncGenerator<CsvRecord> {
  for await (const record of records) if (record.line > line) yield record;
}
