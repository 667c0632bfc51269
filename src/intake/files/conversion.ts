import { COLUMNS } from '../../catalogue/columns.js';
import type { CsvRecord } from './csv-records.js';
import { headerOf } from './header.js';
import type {
  Conversion,
  ExportCell,
  ExportRow,
  HeaderMatch,
  JointConversion,
  PlacedRow,
  ShopOfFile,
} from './reader.js';
import { isSummary } from './total-rows.js';

/**
 * The header of what a conversion gives: the columns of the layout that it can give, by their titles. Where the export
 * lacks a column, any of them may be empty for that.
 */
export function convertedMatch(
  match: HeaderMatch,
  { gives }: Pick<Conversion, 'gives'>,
): HeaderMatch {
  const columns = COLUMNS[match.reader.layout];
  const known = [...columns, ...match.reader.columns];
  return {
    reader: { ...match.reader, columns },
    header: headerOf(gives.map((id) => known.find((column) => column.id === id)?.zh ?? id)),
    positions: new Map(gives.map((id, at) => [id, at])),
    columnGroups: new Map(),
    above: match.above,
    missing: match.missing.length > 0 ? columns : [],
    repeated: [],
  };
}

/** Turns the records of an export into records of the canonical layout, each with the line of its source. */
export async function* convertedRecords(
  records: AsyncIterable<CsvRecord>,
  match: HeaderMatch,
  conversion: Conversion,
): AsyncGenerator<CsvRecord> {
  for await (const record of records) {
    const { line } = record;
    if (isNoRow(record)) {
      yield record;
      continue;
    }
    if (isSummary(record, match)) {
      yield { cells: [], line, left: 'summary' };
      continue;
    }
    const rows = conversion.rowsOf(exportRow(record, match));
    if (rows.length === 0) yield { cells: [], line, left: 'nothing' };
    for (const row of rows) {
      const cells = conversion.gives.map((id) => row[id]?.text ?? '');
      const headers = conversion.gives.map((id) => row[id]?.header ?? '');
      const faults = conversion.gives.map((id) => row[id]?.fault);
      const longNumbers = conversion.gives.flatMap((id, at) => (row[id]?.isLongNumber ? [at] : []));
      yield { cells, headers, faults, longNumbers, line, source: record.cells };
    }
  }
}

/** The records of an export as its rows, for a joint conversion; what is no row is put into `others`. */
export async function* placedRows(
  records: AsyncIterable<CsvRecord>,
  match: HeaderMatch,
  others: CsvRecord[],
  file?: string,
): AsyncGenerator<PlacedRow> {
  for await (const record of records) {
    if (isNoRow(record)) others.push(file === undefined ? record : { ...record, file });
    else yield { row: exportRow(record, match), line: record.line, file };
  }
}

/** What a joint conversion makes of the rows, and behind it what is none. */
export async function* jointRecords(
  joint: JointConversion,
  rowsOf: (others: CsvRecord[]) => AsyncIterable<PlacedRow>,
  shop: ShopOfFile,
): AsyncGenerator<CsvRecord> {
  const others: CsvRecord[] = [];
  yield* joint.recordsOf(rowsOf(others), shop);
  yield* others;
}

/** A header that stands in the middle is no row. */
function isNoRow({ left, problem }: CsvRecord): boolean {
  return left !== undefined || problem !== undefined;
}

/** A record as its export has it. */
function exportRow(record: CsvRecord, { header, positions, columnGroups }: HeaderMatch): ExportRow {
  const cellAt = (at: number): ExportCell => ({
    header: header.written[at] ?? '',
    name: header.names[at] ?? '',
    unit: header.units[at],
    group: header.groups[at],
    text: record.cells[at] ?? '',
    isLongNumber: record.longNumbers?.includes(at) ?? false,
  });
  return {
    cell: (id) => {
      const at = positions.get(id);
      return at === undefined ? undefined : cellAt(at);
    },
    columnGroup: (id) => (columnGroups.get(id) ?? []).map(cellAt),
    cells: header.written.map((_, at) => cellAt(at)),
  };
}
