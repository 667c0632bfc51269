import type { InputFile } from '../../intake/facts/month-facts.js';
import type { Language } from '../../lib/language.js';
import type { Month } from '../../lib/month.js';
import { type RowCounts, rowCounts } from '../../metrics/left-out.js';
import type { MeasuredMonth } from '../../payroll/run.js';
import type { Problem } from '../../words/problem.js';
import { problemsColumn } from '../problems/problem-table.js';
import {
  jsonColumn,
  listColumn,
  numberColumn,
  type ReportColumn,
  recordOf,
  recordShape,
  textColumn,
} from '../report/report-columns.js';
import { BOOLEAN, byAnyKey, INTEGER, MONTH_TEXT, orNull, STRING } from '../report/shapes.js';

/** What a document says of the run beside its results. */
export interface Edition {
  readonly language: Language;
  /** The version of the program. */
  readonly version: string;
  /** Whether the month is sealed. */
  readonly closed: boolean;
}

/** A file that the run has read. */
export const INPUT_COLUMNS: readonly ReportColumn<InputFile>[] = [
  textColumn('file', ({ file }) => file, { always: true }),
  textColumn('sha256', ({ sha256 }) => sha256, { always: true }),
  numberColumn('rows', ({ rows }) => rows, { always: true }),
  textColumn('read_as', ({ readAs }) => readAs, { always: true }),
];

const ROW_COUNTS: readonly ReportColumn<RowCounts>[] = [
  jsonColumn('read', INTEGER, ({ read }) => read),
  jsonColumn('kept', INTEGER, ({ kept }) => kept),
  jsonColumn('filtered', byAnyKey(INTEGER), ({ filtered }) => filtered),
];

/** What a document is about, and of which version of the program. */
interface OfMonth extends OfVersion {
  readonly month: MeasuredMonth;
}

interface OfVersion {
  readonly edition: Pick<Edition, 'version'>;
}

/** The version of the program, which every document begins with. */
export const VERSION: ReportColumn<OfVersion> = jsonColumn(
  'kpi',
  STRING,
  ({ edition }) => edition.version,
);

/** The first members of a document of a month. */
export const MONTH_HEAD: readonly ReportColumn<OfMonth>[] = [
  VERSION,
  jsonColumn('month', MONTH_TEXT, ({ month }) => month.month),
];

/** The same, with the shop and whether the month is closed. */
export const SHOP_MONTH_HEAD: readonly ReportColumn<OfMonth & { readonly edition: Edition }>[] = [
  ...MONTH_HEAD,
  jsonColumn('shop', orNull(STRING), ({ month }) => month.shop?.name),
  jsonColumn('closed', BOOLEAN, ({ edition }) => edition.closed),
];

export const INPUTS: ReportColumn<Pick<OfMonth, 'month'>> = listColumn(
  'inputs',
  INPUT_COLUMNS,
  ({ month }) => month.inputs,
);

/** How many rows of each kind of input were read, kept, and left out for which reason. */
export const ROWS: ReportColumn<Pick<OfMonth, 'month'>> = jsonColumn(
  'rows',
  byAnyKey(recordShape(ROW_COUNTS)),
  ({ month }, language) =>
    Object.fromEntries(
      [...rowCounts(month.metrics?.counts ?? {})].map(([kind, counts]) => [
        kind,
        recordOf(ROW_COUNTS, counts, language),
      ]),
    ),
);

/** What is wrong with a shop, or with a month of it, as a document. */
export const PROBLEMS_DOCUMENT: readonly ReportColumn<
  OfVersion & { readonly month: Month | undefined; readonly problems: readonly Problem[] }
>[] = [
  VERSION,
  jsonColumn('month', orNull(MONTH_TEXT), ({ month }) => month),
  problemsColumn(({ problems }) => problems),
];
