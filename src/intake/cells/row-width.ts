import { type Problems, problemOf } from '../../words/problem.js';
import type { CsvRecord } from '../files/csv-records.js';
import { type Table, width } from '../files/table.js';
import { isRemarkBelow, isSummary } from '../files/total-rows.js';

/** Whether a record has as many cells as the header, and else reports it, once. */
export function widthCheck(table: Table, problems: Problems): (record: CsvRecord) => boolean {
  const [least, most] = [width(table), table.match.header.written.length];
  return (record) => {
    const place = placeOf(record, table);
    if (record.problem !== undefined) {
      const { code, params } = record.problem;
      problems.add(problemOf(code, place, { params }));
      return false;
    }
    const found = record.cells.length;
    const isLong = record.cells.slice(most).some((cell) => cell.trim() !== '');
    const isShort = found < least && !mayBeShort(record, table);
    if (!isShort && !isLong) return true;
    const code = isShort ? 'short-row' : 'long-row';
    problems.report(code, place, { params: { found, expected: most } });
    return false;
  };
}

function mayBeShort(record: CsvRecord, { match }: Table): boolean {
  return match.reader.shortRows === true || isSummary(record, match) || isRemarkBelow(record);
}

/** Where a record of a table stands. */
export function placeOf({ file, line }: CsvRecord, table: Table) {
  return { file: file ?? table.file, line };
}
