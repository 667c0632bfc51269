import { type Options, parse as parseStream } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';

/** One record of a delimited file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** The physical line of the file on which the record begins, from 1. */
  readonly line: number;
}

/** What a file was split by. */
export type Delimiter = ',' | '\t' | ';' | '|';

export const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** A quote that is never closed: no record can be told from there on. */
export interface OpenQuote {
  /** The last line that was read rightly, or where the quote opens. */
  readonly line: number;
}

function optionsFor(delimiter: Delimiter, sample: string): Options {
  return {
    delimiter,
    info: true,
    bom: true,
    // `="4100…"` has its quotes in the middle of a cell.
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // Both line ends, in one file too; a lone CR only where there is nothing else.
    record_delimiter: sample.includes('\n') ? ['\r\n', '\n'] : ['\r'],
  };
}

/**
 * Counts lines. csv-parse tells the line on which a record ends, and counts a CR LF inside a cell as
 * two lines: both are put right here.
 */
function lineCounter(): (parsed: Parsed) => CsvRecord {
  let counted = 0;
  return ({ record, info }) => {
    let pairs = 0;
    let breaks = 0;
    for (const cell of record) {
      if (!cell.includes('\n') && !cell.includes('\r')) continue;
      pairs += count(cell, /\r\n/g);
      breaks += count(cell, /\r\n|\n|\r/g);
    }
    counted += pairs;
    return { cells: record, line: info.lines - counted - breaks };
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** True for a record that is there only in form: a line of delimiters or blanks. */
export function isBlank(record: CsvRecord): boolean {
  return record.cells.every((cell) => cell.trim() === '');
}

/** All records of a text, blank ones left out; `limit` stops early. */
export function parseCsv(
  text: string,
  delimiter: Delimiter,
  limit?: number,
): { readonly records: readonly CsvRecord[]; readonly openQuote: OpenQuote | undefined } {
  const records: CsvRecord[] = [];
  const place = lineCounter();
  try {
    parseAll(text, {
      ...optionsFor(delimiter, text),
      ...(limit === undefined ? {} : { to: limit }),
      on_record: (parsed: unknown) => {
        const record = place(parsed as Parsed);
        if (!isBlank(record)) records.push(record);
        return null;
      },
    });
  } catch (error) {
    const line = openQuoteLine(error);
    return { records, openQuote: { line } };
  }
  return { records, openQuote: undefined };
}

/** The records of a stream of text pieces, blank ones left out. Throws an error with `openQuoteLine`. */
export async function* streamCsv(
  pieces: AsyncIterable<string>,
  delimiter: Delimiter,
  sample: string,
): AsyncGenerator<CsvRecord> {
  const { Readable } = await import('node:stream');
  const source = Readable.from(pieces, { objectMode: true });
  const parser = parseStream(optionsFor(delimiter, sample));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  const place = lineCounter();
  for await (const parsed of parser) {
    const record = place(parsed as Parsed);
    if (!isBlank(record)) yield record;
  }
}

/** The line of a quote that is never closed; throws anything else on. */
export function openQuoteLine(error: unknown): number {
  const { code, lines } = error as { code?: string; lines?: number };
  if (code !== 'CSV_QUOTE_NOT_CLOSED' && code !== 'CSV_INVALID_CLOSING_QUOTE') throw error;
  return lines ?? 1;
}
