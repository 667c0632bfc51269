import type { Decimal } from '../../lib/decimal.js';
import type {
  Credit,
  EvidenceCell,
  EvidenceRow,
  FigureEvidence,
  Session,
} from '../../metrics/evidence/evidence.js';
import {
  jsonColumn,
  listColumn,
  optionalColumn,
  optionalListColumn,
  optionalRecordColumn,
  type ReportColumn,
  spreadColumn,
} from '../report/report-columns.js';
import { BOOLEAN, DECIMAL, eitherOf, INTEGER, listOf, orNull, STRING } from '../report/shapes.js';

const SESSION_COLUMNS: readonly ReportColumn<Session>[] = [
  jsonColumn('agent', STRING, ({ agent }) => agent),
  jsonColumn('rule', STRING, ({ rule }) => rule),
  jsonColumn('starts', STRING, ({ starts }) => starts),
  jsonColumn('ends', STRING, ({ ends }) => ends),
];

const LOST_COLUMNS: readonly ReportColumn<Credit['lost'][number]>[] = [
  ...SESSION_COLUMNS,
  jsonColumn('reason', STRING, ({ reason }) => reason),
];

const CREDIT_COLUMNS: readonly ReportColumn<Credit>[] = [
  jsonColumn('rule', STRING, ({ rule }) => rule),
  jsonColumn('agent', orNull(STRING), ({ agent }) => agent),
  optionalRecordColumn('session', SESSION_COLUMNS, ({ session }) => session),
  optionalColumn('conflict', listOf(STRING), ({ conflict }) =>
    conflict.length === 0 ? undefined : conflict,
  ),
  listColumn('lost', LOST_COLUMNS, ({ lost }) => lost),
];

interface ShownRow {
  /** The kind of rows that it is one of. */
  readonly group: string;
  readonly row: EvidenceRow;
  readonly isQuotient: boolean;
}

/** A row that has two sides adds to a numerator and a denominator. */
function hasSides({ row, isQuotient }: ShownRow): boolean {
  return isQuotient || row.addsBelow !== undefined;
}

/** The cells of a row stand among its own members, by column. */
const CELL = orNull(eitherOf(eitherOf(STRING, DECIMAL), BOOLEAN));

const ROW_COLUMNS: readonly ReportColumn<ShownRow>[] = [
  jsonColumn('of', STRING, ({ group }) => group),
  jsonColumn('file', orNull(STRING), ({ row }) => row.place?.file),
  jsonColumn('line', orNull(INTEGER), ({ row }) => row.place?.line),
  spreadColumn(CELL, ({ row }) =>
    Object.fromEntries(Object.entries(row.cells).map(([id, cell]) => [id, cellValue(cell)])),
  ),
  optionalColumn('numerator', DECIMAL, (row) => (hasSides(row) ? row.row.adds : undefined)),
  optionalColumn('denominator', DECIMAL, (row) => (hasSides(row) ? row.row.addsBelow : undefined)),
  optionalColumn('adds', DECIMAL, (row) => (hasSides(row) ? undefined : row.row.adds)),
  optionalRecordColumn('credit', CREDIT_COLUMNS, ({ row }) => row.credit),
];

function cellValue(cell: EvidenceCell): string | Decimal | boolean | undefined {
  return typeof cell === 'object' && 'word' in cell ? cell.word : cell;
}

/** How many rows there are, and the rows where they were asked for: members beside a metric's own. */
export const ROWS_BEHIND: readonly ReportColumn<FigureEvidence>[] = [
  jsonColumn('row_count', INTEGER, ({ sets }) => sets.reduce((sum, { count }) => sum + count, 0)),
  optionalListColumn('rows', ROW_COLUMNS, ({ sets, isQuotient = false }) =>
    sets.every(({ rows }) => rows !== undefined)
      ? sets.flatMap(({ group, rows = [] }) => rows.map((row) => ({ group, row, isQuotient })))
      : undefined,
  ),
];

/** The rows behind a figure of any kind, with what the figure is called. */
export const FIGURE_ROWS_COLUMNS: readonly ReportColumn<FigureEvidence>[] = [
  jsonColumn('kind', STRING, ({ subject }) => subject.kind),
  jsonColumn('id', STRING, ({ subject }) => subject.id),
  jsonColumn('title', STRING, ({ subject }, language) => subject.title[language]),
  optionalColumn('agent', STRING, ({ colleague }) => colleague?.id),
  ...ROWS_BEHIND,
];
