import { decimal } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { Problem } from '../../words/problem.js';
import { text } from '../../words/text.js';
import {
  codeColumn,
  numberColumn,
  type ReportColumn,
  recordsOf,
  tableOf,
  textColumn,
  type View,
} from '../tables/columns.js';
import type { Table } from '../tables/table.js';
import { remedyOf, sentenceOf, shortCell, sortedProblems } from './problems.js';

const PROBLEM_COLUMNS: readonly ReportColumn<Problem>[] = [
  codeColumn(
    'level',
    ({ level }) => level,
    ({ level }, language) => text(language, `level.${level}`),
  ),
  textColumn('code', ({ code }) => code),
  textColumn('file', ({ file }) => file),
  numberColumn('line_number', ({ line }) => (line === undefined ? undefined : decimal(line)), {
    id: 'line',
  }),
  textColumn('column', ({ column }) => (column === undefined ? undefined : String(column)), {
    json: ({ column }) => column,
  }),
  textColumn('cell', ({ cell }) => (cell === undefined ? undefined : shortCell(cell))),
  textColumn('text', (problem, { language }) => sentenceOf(problem, language), { long: true }),
  textColumn('remedy', (problem, { language }) => remedyOf(problem, language), { long: true }),
];

/** Problems as data, in full. */
export function problemsJson(problems: readonly Problem[], language: Language): readonly Json[] {
  return recordsOf(PROBLEM_COLUMNS, sortedProblems(problems), language);
}

/** Problems as a table, in full. */
export function problemsTable(problems: readonly Problem[], view: View): Table {
  return tableOf(PROBLEM_COLUMNS, sortedProblems(problems), view, 2);
}
