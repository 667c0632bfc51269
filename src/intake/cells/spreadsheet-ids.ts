// What spreadsheets do to long numbers that are names: kept as numbers, cut to 15 digits.
import type { Place } from '../../lib/place.js';
import type { Problems } from '../../words/problem.js';
import type { Findings } from '../facts/month-context.js';
import type { CsvRecord } from '../files/csv-records.js';
import { headerName, type Table } from '../files/table.js';
import { unwrap } from '../files/unwrap.js';
import { placeOf } from './row-width.js';

/** The columns that hold numbers of orders, of their lines and of refunds. */
const ID_COLUMNS = ['order_id', 'line_id', 'refund_id'];

/** The columns of a table that hold such numbers, with where they stand in a record. */
function idColumns({ match }: Table): readonly (readonly [id: string, at: number])[] {
  return ID_COLUMNS.flatMap((id) => {
    const at = match.positions.get(id);
    return at === undefined ? [] : [[id, at] as const];
  });
}

/** A number of so many digits has noughts enough at its end, where a spreadsheet has cut it, to tell it. */
const LONG = 18;

/** A spreadsheet keeps 15 digits, and writes noughts for the others. */
const CUT = /^\d{15}0+$/;

/** Whether a number may be what a spreadsheet has left of a longer one. */
export function looksCut(id: string): boolean {
  return id.length >= LONG && CUT.test(id);
}

/** Numbers of one column, and the first of those that look cut. */
interface LongIds {
  readonly long: number;
  readonly cut: number;
  readonly place: Place;
  readonly cell: string;
}

/** A number may end in noughts by chance; not most of a file. */
function tellCut({ long, cut, place, cell }: LongIds, problems: Problems): void {
  if (cut < 2 || 2 * cut <= long) return;
  problems.report('cut-ids', place, { params: { cut, long }, cell });
}

/**
 * Tells of numbers of orders that a spreadsheet has cut: other orders have the same now, and refunds do not find
 * theirs. `from`: the rows of a table that the engine has loaded, as they stand after FROM.
 */
export async function reportCutIds(
  table: Table,
  from: string,
  { engine, problems }: Findings,
): Promise<void> {
  const isCut = (id: string) => `regexp_full_match(${id}, '${CUT.source.slice(1, -1)}')`;
  for (const [id] of idColumns(table)) {
    const [found = {}] = await engine.query(`
      SELECT
        count(*) AS long,
        count(*) FILTER (${isCut(id)}) AS cut,
        min(line) FILTER (${isCut(id)}) AS line,
        arg_min(${id}, line) FILTER (${isCut(id)}) AS id
      FROM ${from} AND length(${id}) >= ${LONG}`);
    const place = { file: table.file, line: Number(found.line), column: headerName(table, id) };
    const [long, cut] = [Number(found.long), Number(found.cut)];
    tellCut({ long, cut, place, cell: String(found.id) }, problems);
  }
}

/** As `reportCutIds`, of rows that are read by hand. */
export function reportCutRecords(
  table: Table,
  records: readonly CsvRecord[],
  problems: Problems,
): void {
  for (const [id, at] of idColumns(table)) {
    const ids = records.map((record) => ({ record, cell: unwrap(record.cells[at] ?? '') }));
    const long = ids.filter(({ cell }) => cell.length >= LONG);
    const cut = long.filter(({ cell }) => CUT.test(cell));
    const [first] = cut;
    if (first === undefined) continue;
    const place = { ...placeOf(first.record, table), column: headerName(table, id) };
    tellCut({ long: long.length, cut: cut.length, place, cell: first.cell }, problems);
  }
}

/** Watches the records of a table for numbers of orders that a workbook keeps as numbers. */
export function keptNumbers(table: Table): {
  readonly see: (record: CsvRecord) => void;
  readonly report: (problems: Problems) => void;
} {
  const columns = idColumns(table);
  const found = new Map<
    string,
    { readonly place: Place & { readonly column: string }; readonly cell: string; rows: number }
  >();
  return {
    see(record) {
      if (record.longNumbers === undefined) return;
      for (const [id, at] of columns) {
        if (!record.longNumbers.includes(at)) continue;
        const place = { ...placeOf(record, table), column: headerName(table, id) };
        const seen = found.get(id) ?? { place, cell: record.cells[at] ?? '', rows: 0 };
        seen.rows += 1;
        found.set(id, seen);
      }
    },
    report(problems) {
      for (const { place, cell, rows } of found.values()) {
        problems.report('ids-as-numbers', place, { params: { rows, column: place.column }, cell });
      }
    },
  };
}
