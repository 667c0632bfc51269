// What a row of a file must be: one list of columns, from which both the engine's condition of a wrong row and
// the check of a row that is read by hand follow.
import { type EngineCell, sqlLiteral } from '../../lib/engine.js';
import type { Table } from '../files/table.js';
import type { CellKind, CellValue } from './cell-kinds.js';
import type { Row } from './row.js';
import type { Scan } from './scan.js';
import { says, sourceCell, sourceColumn } from './source-columns.js';

/** A column as it is read. Problems of a row are told in the order of the list. */
export interface CellColumn {
  /** The canonical column. */
  readonly id: string;
  /** What the engine calls its value. */
  readonly as: string;
  readonly read: CellKind;
  /** Whether a row must have it: each, or one in which a column further up has one of these values. */
  readonly required?: boolean | { readonly where: string; readonly is: readonly EngineCell[] };
}

/** What a row of a kind of file must be. */
export interface RowKind {
  readonly columns: readonly CellColumn[];
  /** The times, by what the engine calls them, of which the first that a row has says whose its account is. */
  readonly dated: readonly string[];
}

/** SQL of what else is taken along of each row, by name. */
export interface Along {
  /** Of the row alone. */
  readonly ofRow: Readonly<Record<string, string>>;
  /** Of the rows in their order, blank ones among them. */
  readonly inOrder: Readonly<Record<string, string>>;
}

function rawName({ as }: CellColumn): string {
  return `${as}_raw`;
}

/**
 * A query for the rows of a scan that are not blank: the values of the columns, NULL for what is missing or
 * cannot be read, and what is taken along. Only columns that are read walk past what is worked out in order. A
 * column that the file does not have is NULL outright: the patterns of a reading cost as much as a small file.
 */
export function readCells(
  table: Table,
  columns: readonly CellColumn[],
  scan: Scan,
  { ofRow, inOrder }: Along = { ofRow: {}, inOrder: {} },
): string {
  const cells = columns.map((column) => [rawName(column), sourceCell(table, column.id)] as const);
  const raw = [...cells, ...Object.entries(ofRow), ['blank', blankRow(scan)] as const];
  const inPlace = selectAlso(`SELECT ${asColumns(raw)} FROM ${scan.rows}`, Object.entries(inOrder));
  const rows = `SELECT * EXCLUDE (blank) FROM (${inPlace}) WHERE NOT blank`;
  const depth = Math.max(...columns.map(({ read }) => read.steps.length));
  return Array.from({ length: depth }).reduce<string>((before, _, at) => {
    const made = columns.flatMap((column) => {
      const made = valueAt(at, column, table);
      return made === undefined ? [] : [[column.as, made] as const];
    });
    return at === 0
      ? selectAlso(before, made)
      : `SELECT * REPLACE (${asColumns(made)}) FROM (${before})`;
  }, rows);
}

/** SQL of what a step makes of a cell; undefined where there is nothing left to do. */
function valueAt(at: number, column: CellColumn, table: Table): string | undefined {
  const { as, read } = column;
  if (says(table, column.id)) return read.steps[at]?.(rawName(column), as);
  return at === 0 ? `CAST(NULL AS ${read.type})` : undefined;
}

/** Condition of a row that is there only in form: every cell is empty. */
function blankRow(scan: Scan): string {
  const columns = Array.from({ length: scan.columns }, (_, at) => `c${at} IS NULL`);
  return `(${columns.join(' AND ')})`;
}

type SqlColumns = readonly (readonly [name: string, sql: string])[];

function selectAlso(rows: string, columns: SqlColumns): string {
  return columns.length === 0 ? rows : `SELECT *, ${asColumns(columns)} FROM (${rows})`;
}

function asColumns(columns: SqlColumns): string {
  return columns.map(([name, sql]) => `${sql} AS ${name}`).join(', ');
}

/** Condition of a row of `readCells` that has a wrong cell: what `checkCells` finds something to report in. */
export function wrongIf(table: Table, columns: readonly CellColumn[]): string {
  const present = columns.filter(({ id }) => says(table, id));
  const wrong = present.flatMap(
    (column) => column.read.isWrong?.(column.as, rawName(column)) ?? [],
  );
  return `(${[...columns.flatMap(isMissing), ...wrong, ...anyUnread(present)].join(' OR ')})`;
}

function isMissing({ as, required = false }: CellColumn): readonly string[] {
  if (required === false) return [];
  if (required === true) return [`${as} IS NULL`];
  const values = required.is.map(sqlLiteral).join(', ');
  return [`(coalesce(${required.where} IN (${values}), false) AND ${as} IS NULL)`];
}

/**
 * Condition that one of the cells says something and cannot be read. Few cells are empty or wrong: only these are looked
 * at again, all of a row at once.
 */
function anyUnread(columns: readonly CellColumn[]): readonly string[] {
  const readable = columns.filter(({ read }) => read.canBeUnread);
  if (readable.length === 0) return [];
  const empty = readable.map(({ as }) => `${as} IS NULL`).join(' OR ');
  const cells = readable.map((each) => `CASE WHEN ${each.as} IS NULL THEN ${rawName(each)} END`);
  const unread = `len(list_filter([${cells.join(', ')}], each -> plain_cell(each) IS NOT NULL)) > 0`;
  return [`CASE WHEN ${empty} THEN ${unread} ELSE false END`];
}

/** Reports what `wrongIf` says of a row. Gives the values of its cells, by what the engine calls them. */
export function checkCells(
  table: Table,
  columns: readonly CellColumn[],
  row: Row,
): ReadonlyMap<string, CellValue | undefined> {
  const values = new Map<string, CellValue | undefined>();
  for (const { id, as, read, required = false } of columns) {
    const isRequired =
      typeof required === 'boolean'
        ? required
        : required.is.some((value) => value === values.get(required.where));
    const need = isRequired ? 'required' : 'optional';
    values.set(as, read.read(row, sourceColumn(table, row, id), need));
  }
  return values;
}
