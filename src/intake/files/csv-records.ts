import { Readable } from 'node:stream';
import { type Options, parse as parseStream } from 'csv-parse';
import { parse as parseAll } from 'csv-parse/sync';
import type { TextParams } from '../../words/fill.js';
import type { CellProblem } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import { MOST_RECORD_BYTES } from './decode.js';

/** One record of a delimited file. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** The physical line of the file on which the record begins, from 1. */
  readonly line: number;
  /** Of a converted record: the cells of the row that it is from, as its file has them. */
  readonly source?: readonly string[];
  /** Of a converted record: the header that each cell is from, as the file writes it. */
  readonly headers?: readonly string[];
  /** Of a converted record: what the conversion has found wrong with each cell. */
  readonly faults?: readonly (CellProblem | undefined)[];
  /** The cells that a workbook keeps as numbers of more digits than it shows. */
  readonly longNumbers?: readonly number[];
  /** Of a row that is left out: it has totals, nothing that the layout asks, or the header once more. */
  readonly left?: 'summary' | 'nothing' | 'header';
  /** The sheet or entry in which it stands, as messages name it, where a table is put together from several. */
  readonly file?: string;
  /** What is wrong with it before its cells are looked at: it has none. */
  readonly problem?: { readonly code: ProblemCode; readonly params: TextParams };
}

/** What a file was split by. */
export type Delimiter = ',' | '\t' | ';' | '|';

export const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** A quote that is never closed: no record can be told from the line on in which it stands. */
interface OpenQuote {
  /** The first line of the record that has the quote. */
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
    // A quote that is never closed takes in all that follows.
    max_record_size: MOST_RECORD_BYTES,
    // Both line ends, in one file too; a lone CR only where there is nothing else.
    record_delimiter: sample.includes('\n') ? ['\r\n', '\n'] : ['\r'],
  };
}

/**
 * Counts lines. csv-parse tells the line on which a record ends, and counts a CR LF inside a cell as
 * two lines: both are put right here.
 */
function lineCounter() {
  let pairs = 0;
  let next = 1;
  return {
    place({ record, info }: Parsed): CsvRecord {
      let breaks = 0;
      for (const cell of record) {
        if (!cell.includes('\n') && !cell.includes('\r')) continue;
        pairs += count(cell, /\r\n/g);
        breaks += count(cell, /\r\n|\n|\r/g);
      }
      const end = info.lines - pairs;
      next = end + 1;
      return { cells: record, line: end - breaks };
    },
    /** The line after the last record. */
    next: () => next,
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
  const lines = lineCounter();
  try {
    parseAll(text, {
      ...optionsFor(delimiter, text),
      ...(limit === undefined ? {} : { to: limit }),
      on_record: (parsed: unknown) => {
        const record = lines.place(parsed as Parsed);
        if (!isBlank(record)) records.push(record);
        return null;
      },
    });
  } catch (error) {
    if (!isQuoteError(error)) throw error;
    return { records, openQuote: { line: lines.next() } };
  }
  return { records, openQuote: undefined };
}

/** Thrown by `streamCsv` at a quote that is never closed. */
interface OpenQuoteError {
  readonly openQuote: OpenQuote;
}

export function isOpenQuote(error: unknown): error is OpenQuoteError {
  return typeof error === 'object' && error !== null && 'openQuote' in error;
}

/** The records of a stream of text pieces, blank ones left out. Throws `OpenQuoteError`. */
export async function* streamCsv(
  pieces: AsyncIterable<string>,
  delimiter: Delimiter,
  sample: string,
): AsyncGenerator<CsvRecord> {
  const lines = lineCounter();
  const options: Options = {
    ...optionsFor(delimiter, sample),
    // The types know records as lists of text only; what comes out is what this gives.
    on_record: (parsed: unknown) => lines.place(parsed as Parsed) as never,
  };
  const parser = parseStream(options);
  const source = Readable.from(pieces, { objectMode: true });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const record of parser) {
      if (!isBlank(record as CsvRecord)) yield record as CsvRecord;
    }
  } catch (error) {
    if (!isQuoteError(error)) throw error;
    const openQuote: OpenQuote = { line: lines.next() };
    throw { openQuote };
  } finally {
    // Whoever has seen enough leaves before the end: the file is closed then too.
    source.destroy();
  }
}

const QUOTE_ERRORS: readonly unknown[] = [
  'CSV_QUOTE_NOT_CLOSED',
  'CSV_INVALID_CLOSING_QUOTE',
  'CSV_MAX_RECORD_SIZE',
];

function isQuoteError(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return QUOTE_ERRORS.includes(code);
}
