import type { InputFile } from '../../intake/facts/month-facts.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import { rowCounts } from '../../metrics/left-out.js';
import { numberColumn, type ReportColumn, textColumn } from '../report/report-columns.js';

/** What a document says of the run beside its results. */
export interface Edition {
  readonly language: Language;
  /** The version of the program. */
  readonly version: string;
  /** Whether the month is sealed. */
  readonly closed: boolean;
}

/** How many rows of each kind of input were read, kept, and left out for which reason. */
export function rowCountsJson(counts: Readonly<Record<string, number>>): Json {
  return Object.fromEntries(
    [...rowCounts(counts)].map(([kind, { read, kept, filtered }]) => [
      kind,
      { read, kept, filtered: { ...filtered } },
    ]),
  );
}

/** A file that the run has read. */
export const INPUT_COLUMNS: readonly ReportColumn<InputFile>[] = [
  textColumn('file', ({ file }) => file),
  textColumn('sha256', ({ sha256 }) => sha256),
  numberColumn('rows', ({ rows }) => rows),
  textColumn('read_as', ({ readAs }) => readAs),
];
