import { type CsvRecord, streamCsv } from './csv.js';
import { textPieces } from './decode.js';
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
  for await (const record of streamCsv(pieces, table.delimiter, table.sample)) {
    if (record.line > table.linesToSkip) yield record;
  }
}
