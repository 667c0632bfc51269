import type { Problem } from '../../words/problem.js';
import { title } from '../../words/text.js';
import {
  listColumn,
  numberColumn,
  type ReportColumn,
  recorded,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { eitherOf, INTEGER, oneWordOf, orNull, STRING } from '../report/shapes.js';
import { LEVELS, remedyOf, sentenceOf, shortCell, sortedProblems } from './problem-report.js';

const LEVEL_COLUMN: ReportColumn<Problem> = textColumn(
  'level',
  ({ level }) => ({
    id: level,
    title: title(`level.${level}`),
  }),
  { json: recorded(oneWordOf(LEVELS), ({ level }) => level) },
);

/** Where a problem is and what it is. */
const SENTENCE_COLUMNS: readonly ReportColumn<Problem>[] = [
  textColumn('file', ({ file }) => file),
  numberColumn('line_number', ({ line }) => line, {
    id: 'line',
    json: recorded(orNull(INTEGER), ({ line }) => line),
  }),
  textColumn('column', ({ column }) => column?.toString(), {
    json: recorded(orNull(eitherOf(STRING, INTEGER)), ({ column }) => column),
  }),
  textColumn('cell', ({ cell }) => cell && shortCell(cell)),
  textColumn('text', sentenceOf, { long: true, always: true }),
  textColumn('remedy', remedyOf, { long: true, always: true }),
];

const PROBLEM_COLUMNS: readonly ReportColumn<Problem>[] = [
  LEVEL_COLUMN,
  textColumn('code', ({ code }) => code, { always: true }),
  ...SENTENCE_COLUMNS,
];

/** The problems of a document, in full. */
export function problemsColumn<Row>(of: (row: Row) => readonly Problem[]): ReportColumn<Row> {
  return listColumn('problems', PROBLEM_COLUMNS, (row) => sortedProblems(of(row)));
}

/** Problems as a table, in full. */
export function problemsTable(problems: readonly Problem[], view: View): ReportTable {
  return tableOf(PROBLEM_COLUMNS, sortedProblems(problems), view, 2);
}

/** Problems as a table for people, without the codes of programs. */
export function problemsInWords(problems: readonly Problem[], view: View): ReportTable {
  const columns = view.ids ? PROBLEM_COLUMNS : [LEVEL_COLUMN, ...SENTENCE_COLUMNS];
  return tableOf(columns, sortedProblems(problems), view, 1);
}
