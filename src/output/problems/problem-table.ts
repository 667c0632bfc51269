import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { Problem } from '../../words/problem.js';
import { title } from '../../words/text.js';
import {
  numberColumn,
  type ReportColumn,
  recordsOf,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { remedyOf, sentenceOf, shortCell, sortedProblems } from './problem-report.js';

const LEVEL_COLUMN: ReportColumn<Problem> = textColumn('level', ({ level }) => ({
  id: level,
  title: title(`level.${level}`),
}));

/** Where a problem is and what it is. */
const SENTENCE_COLUMNS: readonly ReportColumn<Problem>[] = [
  textColumn('file', ({ file }) => file),
  numberColumn('line_number', ({ line }) => line, {
    id: 'line',
  }),
  textColumn('column', ({ column }) => column?.toString(), { json: ({ column }) => column }),
  textColumn('cell', ({ cell }) => cell && shortCell(cell)),
  textColumn('text', sentenceOf, { long: true }),
  textColumn('remedy', remedyOf, { long: true }),
];

const PROBLEM_COLUMNS: readonly ReportColumn<Problem>[] = [
  LEVEL_COLUMN,
  textColumn('code', ({ code }) => code),
  ...SENTENCE_COLUMNS,
];

/** Problems as data, in full. */
export function problemsJson(problems: readonly Problem[], language: Language): readonly Json[] {
  return recordsOf(PROBLEM_COLUMNS, sortedProblems(problems), language);
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
