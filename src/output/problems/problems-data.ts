import { decimal } from '../../lib/decimal.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { Problem } from '../../words/problem.js';
import { text } from '../../words/text.js';
import { numberColumn, textColumn, type View } from '../formats/columns.js';
import type { Table } from '../formats/table.js';
import { remedyOf, sentenceOf, shortCell, sortedProblems } from './problems.js';

/** Problems as data, in full. */
export function problemsJson(problems: readonly Problem[], language: Language): Json[] {
  return sortedProblems(problems).map((problem) => ({
    level: problem.level,
    code: problem.code,
    file: problem.file ?? null,
    line: problem.line ?? null,
    column: problem.column ?? null,
    cell: problem.cell === undefined ? null : shortCell(problem.cell),
    text: sentenceOf(problem, language),
    remedy: remedyOf(problem, language),
  }));
}

/** Problems as a table, in full. */
export function problemsTable(problems: readonly Problem[], { language, ids }: View): Table {
  return {
    columns: [
      textColumn('level', language),
      textColumn('code', language),
      textColumn('file', language),
      { ...numberColumn('line_number', language), id: 'line' },
      textColumn('column', language),
      textColumn('cell', language),
      textColumn('text', language, true),
      textColumn('remedy', language, true),
    ],
    rows: sortedProblems(problems).map((problem) => [
      ids ? problem.level : text(language, `level.${problem.level}`),
      problem.code,
      problem.file,
      problem.line === undefined ? undefined : decimal(problem.line),
      problem.column === undefined ? undefined : String(problem.column),
      problem.cell === undefined ? undefined : shortCell(problem.cell),
      sentenceOf(problem, language),
      remedyOf(problem, language),
    ]),
    keyColumns: 2,
  };
}
