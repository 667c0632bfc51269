import type { CsvRecord } from '../files/csv-records.js';
import type { Table } from '../files/table.js';

/** Columns of a form that are filled in when it is made: whom and what a row is about. */
const MADE: ReadonlySet<string> = new Set(['agent', 'item']);

/** Whether nobody has written anything into a form of a month: all rows are as they were made. */
export function isBlankForm(records: readonly CsvRecord[], table: Table): boolean {
  if (table.form !== 'records' || table.isForm !== true || records.length === 0) return false;
  const wanted = [...table.match.positions].flatMap(([column, at]) =>
    MADE.has(column) ? [] : [at],
  );
  const isBlank = ({ cells }: CsvRecord) => wanted.every((at) => (cells[at] ?? '').trim() === '');
  return wanted.length > 0 && records.every(isBlank);
}
