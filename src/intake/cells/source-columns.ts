import { headerName, type Table } from '../files/table.js';
import type { Row } from './row.js';
import { textList } from './words-sql.js';

/** The columns that a canonical column is read from: its own, and those that stand in for it. */
function sourcesOf({ match }: Table, column: string): readonly string[] {
  const others = match.reader.orders?.insteadOf?.[column] ?? [];
  return [column, ...others].filter((id) => match.positions.has(id));
}

/** True when the file has a canonical column, or one that stands in for it. */
export function says(table: Table, column: string): boolean {
  return sourcesOf(table, column).length > 0;
}

/** The header that a canonical column is read from, or the first of those that stand in for it. */
export function sourceHeader(table: Table, column: string): string {
  return headerName(table, sourcesOf(table, column)[0] ?? column);
}

/** True when the reader of the file asks for a canonical column. */
export function needs({ match }: Table, column: string): boolean {
  return match.reader.columns.some(({ id, required }) => id === column && required === true);
}

/**
 * The raw cell of a canonical column, or of the first that stands in for it and has a value; NULL where the
 * reader says that there is none.
 */
export function sourceCell(table: Table, column: string): string {
  const cell = firstCell(table, column);
  const { missing } = table.match.reader;
  if (missing === undefined) return cell;
  return `CASE WHEN cell(${cell}) IN ${textList(missing)} THEN NULL ELSE ${cell} END`;
}

function firstCell(table: Table, column: string): string {
  const [first, ...others] = sourcesOf(table, column).map((id) => scanColumn(table, id));
  if (first === undefined) return 'CAST(NULL AS VARCHAR)';
  if (others.length === 0) return first;
  const filled = [first, ...others].map(
    (cell) => `CASE WHEN cell(${cell}) IS NOT NULL THEN ${cell} END`,
  );
  return `coalesce(${filled.join(', ')})`;
}

/** The engine's column of a canonical column; NULL where the file does not have it. */
function scanColumn(table: Table, column: string): string {
  const at = table.match.positions.get(column);
  return at === undefined ? 'CAST(NULL AS VARCHAR)' : `c${at}`;
}

/** As `sourceCell`, of a row that is read by hand: the column that has the value. */
export function sourceColumn(table: Table, row: Row, column: string): string {
  const sources = sourcesOf(table, column);
  return sources.find((id) => row.text(id) !== undefined) ?? sources[0] ?? column;
}

/** The columns whose amounts are added to another's. */
export function addedColumns({ match }: Table, column: string): readonly string[] {
  const added = match.reader.orders?.added?.[column] ?? [];
  return added.filter((id) => match.positions.has(id));
}
