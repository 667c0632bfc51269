import type { Engine } from '../../lib/engine.js';
import type { Problems } from '../../words/problem.js';
import type { Digest } from './digest.js';
import { headersIn } from './find-header.js';
import type { FileToOpen, Part } from './opening.js';
import {
  cellType,
  hasNumbers,
  isWhole,
  type ParquetColumn,
  parquetDirectory,
  parquetRecords,
  parquetRows,
} from './parquet.js';
import type { HeaderMatch, Reader } from './reader.js';
import { decide, reportColumns, reportUnrecognised } from './recognise.js';
import type { ParquetTable } from './table.js';

/**
 * Opens a Parquet file: its columns are its header. There is no table, and the problems are reported, when
 * it is damaged or encrypted, lacks a column, or has one whose values cannot be what was exported.
 */
export async function openParquet(
  input: FileToOpen,
  digest: Digest,
  readers: readonly Reader[],
  engine: Engine,
  problems: Problems,
): Promise<Part> {
  const { file, path, kind, source } = input;
  const nothing: Part = { file, found: [], table: undefined };
  const directory = await parquetDirectory(path, digest.head, engine);
  if (typeof directory === 'string') {
    problems.report(`${directory}-parquet`, { file });
    return nothing;
  }
  const { columns } = directory;
  const names = columns.map(({ name }) => name);
  const found = headersIn(names, readers, source?.columns);
  const header = decide(found, kind);
  if (header === undefined) reportUnrecognised(input, readers, found, problems);
  const isReadable =
    header !== undefined &&
    reportColumns(file, header, problems) === 'all' &&
    (await checkTypes(input, header.match, columns, engine, problems));
  if (!isReadable) return { ...nothing, names, found };
  const rows = parquetRows(path, columns);
  const table: ParquetTable = {
    form: 'parquet',
    file,
    input: file,
    path,
    match: header.match,
    sha256: digest.sha256,
    size: digest.size,
    rowsAbout: directory.rows,
    mapped: source?.columns ?? {},
    rows,
    records: () => parquetRecords(rows, columns.length, engine),
    isWhole: () => isWhole(path, engine),
  };
  return { file, names, found, table };
}

/** Columns whose digits are a name: a number that was rounded names another order or buyer. */
const NAMES: ReadonlySet<string> = new Set(['order_id', 'buyer', 'agent', 'shop']);

/** Reports columns that are used and cannot be read exactly; true when there are none. */
async function checkTypes(
  { file, path }: FileToOpen,
  match: HeaderMatch,
  columns: readonly ParquetColumn[],
  engine: Engine,
  problems: Problems,
): Promise<boolean> {
  let isExact = true;
  for (const [id, at] of match.positions) {
    const column = columns[at];
    if (column === undefined) continue;
    const { name, type } = column;
    const report = (code: 'nested-column' | 'unclear-clock' | 'inexact-column') => {
      isExact = false;
      problems.report(code, { file, column: name }, { params: { column: name, type } });
    };
    const kind = cellType(column);
    if (kind === 'none') report('nested-column');
    else if (kind === 'time' && !column.clockSaid) report('unclear-clock');
    else if (mayRound(id, column)) {
      const numbers = await hasNumbers(path, column, engine);
      if (numbers === true) report('inexact-column');
      if (numbers !== 'damaged') continue;
      problems.report('damaged-parquet', { file });
      return false;
    }
  }
  return isExact;
}

function mayRound(id: string, column: ParquetColumn): boolean {
  const kind = cellType(column);
  if (kind === 'inexact') return true;
  const hasFraction = kind === 'double' || /^DECIMAL\(\d+,[1-9]/.test(column.type);
  return NAMES.has(id) && hasFraction;
}
