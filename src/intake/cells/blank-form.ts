import { collectProblems } from '../../words/problem.js';
import type { CsvRecord } from '../files/csv-records.js';
import type { Table } from '../files/table.js';
import { readRecords } from './read-rows.js';

/** Columns of a form that are filled in when it is made: whom and what a row is about. */
const MADE: ReadonlySet<string> = new Set(['agent', 'item']);

function isForm(table: Table): boolean {
  return table.form === 'records' && table.isForm === true;
}

/** Whether nobody has written anything into a form of a month: all rows are as they were made. */
export function isBlankForm(records: readonly CsvRecord[], table: Table): boolean {
  if (!isForm(table) || records.length === 0) return false;
  const wanted = [...table.match.positions].flatMap(([column, at]) =>
    MADE.has(column) ? [] : [at],
  );
  const isBlank = ({ cells }: CsvRecord) => wanted.every((at) => (cells[at] ?? '').trim() === '');
  return wanted.length > 0 && records.every(isBlank);
}

/** The tables without forms that nobody has filled in, where another one has what they ask for. */
export async function withoutBlankForms(tables: readonly Table[]): Promise<readonly Table[]> {
  const filled: Table[] = [];
  for (const table of tables) {
    // Told where the table is read.
    const records = isForm(table) ? await readRecords(table, collectProblems()) : undefined;
    if (records === undefined || !isBlankForm(records, table)) filled.push(table);
  }
  return filled.length === 0 ? tables : filled;
}
