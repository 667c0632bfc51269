import {
  type Engine,
  type EngineRow,
  engineLimitOf,
  identifier,
  pathLiteral,
} from '../../lib/engine.js';
import { type CsvRecord, isBlank } from './csv-records.js';

/** A column of a Parquet file. */
export interface ParquetColumn {
  /** As the file names it. */
  readonly name: string;
  /** As the engine names it: unlike `name` where that is repeated. */
  readonly engineName: string;
  /** The engine's type, such as `DECIMAL(18,2)`. */
  readonly type: string;
  /** False for times of which the file does not say whether they are UTC or a wall clock. */
  readonly clockSaid: boolean;
}

/** What the directory of a Parquet file tells. */
interface ParquetDirectory {
  readonly columns: readonly ParquetColumn[];
  readonly rows: number;
}

const OPTIONS = 'hive_partitioning = false, binary_as_string = true';

function readParquet(path: string): string {
  return `read_parquet(${pathLiteral(path)}, ${OPTIONS}, file_row_number = true)`;
}

/** Reads the directory of a file. `encrypted` or `damaged` when the engine cannot. */
export async function parquetDirectory(
  path: string,
  start: Uint8Array,
  engine: Engine,
): Promise<ParquetDirectory | 'encrypted' | 'damaged'> {
  try {
    const schema = await engine.query(`SELECT * FROM parquet_schema(${pathLiteral(path)})`);
    const [file = {}] = await engine.query(
      `SELECT num_rows FROM parquet_file_metadata(${pathLiteral(path)})`,
    );
    const described = await engine.query(
      `DESCRIBE SELECT * EXCLUDE (file_row_number) FROM ${readParquet(path)}`,
    );
    const top = topLevel(schema);
    const columns = described.map((row, at) => columnOf(row, top[at] ?? {}));
    return { columns, rows: Number(file.num_rows) };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const encrypted = start[3] === ENCRYPTED_MARK || /encrypt/i.test(error.message);
    return encrypted ? 'encrypted' : 'damaged';
  }
}

/** The last byte of `PARE`, with which a file begins whose directory is encrypted. */
const ENCRYPTED_MARK = 0x45;

/** True for what the engine says of a file, and not of the memory that it lacks. */
function isRefusal(error: unknown): error is Error {
  return error instanceof Error && engineLimitOf(error) === undefined;
}

/** The elements of a schema that are columns: it is a tree, written from the root down. */
function topLevel(schema: readonly EngineRow[]): readonly EngineRow[] {
  const columns: EngineRow[] = [];
  let at = 1;
  const skip = (): void => {
    const children = Number(schema[at]?.num_children ?? 0);
    at += 1;
    for (let child = 0; child < children && at < schema.length; child += 1) skip();
  };
  while (at < schema.length) {
    const column = schema[at];
    if (column !== undefined) columns.push(column);
    skip();
  }
  return columns;
}

function columnOf(described: EngineRow, element: EngineRow): ParquetColumn {
  const engineName = String(described.column_name);
  return {
    name: String(element.name ?? engineName),
    engineName,
    type: String(described.column_type).replaceAll('"', ''),
    clockSaid: saysClock(element),
  };
}

/**
 * The old ways of writing a time, INT96 and a time without logical type, have been used for UTC by some
 * tools and for wall clocks by others.
 */
function saysClock({ type, converted_type, logical_type }: EngineRow): boolean {
  if (type === 'INT96') return false;
  return !String(converted_type).startsWith('TIMESTAMP') || logical_type !== null;
}

/** What a Parquet type can be as a cell. */
type CellType = 'exact' | 'double' | 'inexact' | 'time' | 'none';

/** Which cells a column gives; `inexact`: numbers that are not what was written into them. */
export function cellType({ type }: ParquetColumn): CellType {
  if (EXACT.test(type)) return 'exact';
  if (type === 'DOUBLE') return 'double';
  if (type === 'FLOAT') return 'inexact';
  return type.startsWith('TIMESTAMP') ? 'time' : 'none';
}

const EXACT =
  /^(?:VARCHAR|ENUM\(.*\)|U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|DECIMAL\(\d+,\d+\)|BOOLEAN|UUID|DATE|TIME|NULL)$/s;

/** Shanghai is ahead of UTC by so many microseconds. */
const SHANGHAI_AHEAD = 28_800_000_000;
/** The end of 2099, in microseconds; no time of a shop is outside of it and 1970. */
const LAST_MICROSECOND = 4_102_444_799_999_999;
/** With four decimals, numbers up to here have no more digits than a double holds. */
const DOUBLE_EXACT_BELOW = '1e11';

/** SQL for a column as the cell that a delimited file would have; NULL where that would be empty. */
function cellOf(column: ParquetColumn): string {
  const name = identifier(column.engineName);
  const text = `CAST(${name} AS VARCHAR)`;
  switch (cellType(column)) {
    case 'exact':
      return `nullif(${text}, '')`;
    case 'double':
    case 'inexact':
      // NaN is what tools write for an empty cell. Larger numbers are told in a way that no amount has.
      return `CASE WHEN isnan(${name}) THEN NULL WHEN abs(${name}) < ${DOUBLE_EXACT_BELOW} THEN ${text} ELSE format('{:e}', ${name}) END`;
    case 'time':
      return column.type.endsWith('WITH TIME ZONE')
        ? shanghaiTime(name)
        : `CAST(CAST(${name} AS TIMESTAMP) AS VARCHAR)`;
    case 'none':
      return `CASE WHEN ${name} IS NOT NULL THEN ${PLACEHOLDER} END`;
  }
}

/** Stands for a value that no cell can hold, in a column that nobody asks for. */
const PLACEHOLDER = "'…'";

/** A moment in UTC on the wall clock, by arithmetic: no table of time zones is needed. */
function shanghaiTime(name: string): string {
  const micros = `epoch_us(${name})`;
  return `CASE WHEN ${micros} BETWEEN 0 AND ${LAST_MICROSECOND} THEN CAST(make_timestamp(${micros} + ${SHANGHAI_AHEAD}) AS VARCHAR) ELSE CAST(${micros} AS VARCHAR) END`;
}

/** SQL for the rows of a file: every column as text, named c0, c1, …, the row's number after them. */
export function parquetRows(path: string, columns: readonly ParquetColumn[]): string {
  const cells = columns.map((column, at) => `${cellOf(column)} AS c${at}`);
  const row = `CAST(file_row_number + 1 AS VARCHAR) AS c${columns.length}`;
  return `(SELECT ${[...cells, row].join(', ')} FROM ${readParquet(path)})`;
}

/** The rows of a file as records; the line of each is its number. Blank ones are left out. */
export async function* parquetRecords(
  rows: string,
  columns: number,
  engine: Engine,
): AsyncGenerator<CsvRecord> {
  for await (const part of engine.stream(`SELECT * FROM ${rows}`)) {
    for (const row of part) {
      const cells = Array.from({ length: columns }, (_, at) => String(row[`c${at}`] ?? ''));
      const record = { cells, line: Number(row[`c${columns}`]) };
      if (!isBlank(record)) yield record;
    }
  }
}

/** Whether a column has a number; NaN is none. */
export async function hasNumbers(
  path: string,
  { engineName, type }: ParquetColumn,
  engine: Engine,
): Promise<boolean | 'damaged'> {
  const name = identifier(engineName);
  const isNumber = type.startsWith('DECIMAL') ? `${name} IS NOT NULL` : `NOT isnan(${name})`;
  try {
    const rows = await engine.query(`SELECT 1 FROM ${readParquet(path)} WHERE ${isNumber} LIMIT 1`);
    return rows.length > 0;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return 'damaged';
  }
}

/** Whether every page of a file can be read. */
export async function isWhole(path: string, engine: Engine): Promise<boolean> {
  try {
    // A mere count is answered by the directory; this looks at every value.
    await engine.query(`SELECT bit_xor(hash(COLUMNS(*))) FROM ${readParquet(path)}`);
    return true;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return false;
  }
}
