import type { Problems } from '../lib/problem.js';
import { reportUnreadable } from '../lib/system-error.js';
import { type Digest, digestFile } from './digest.js';
import { formatOf } from './file-format.js';
import { openParquet } from './open-parquet.js';
import { openSheets } from './open-sheets.js';
import { openText } from './open-text.js';
import type { FileToOpen, Opening, OpeningOptions, Part } from './opening.js';
import type { Reader } from './readers/reader.js';
import type { Table } from './table.js';

/**
 * Opens a file: its hash, what it is, and the tables in it, each with its header and reader. None, with the
 * problems reported, when it cannot be read, is none that can be read, or lacks a column.
 */
export async function openTables(
  input: FileToOpen,
  readers: readonly Reader[],
  problems: Problems,
  options: OpeningOptions = {},
): Promise<readonly Table[]> {
  try {
    const { parts } = await lookInto(input, readers, problems, options);
    return parts.map(({ table }) => table).filter((table) => table !== undefined);
  } catch (error) {
    reportUnreadable(error, input.file, problems);
    return [];
  }
}

/** As `openTables`, with what was seen on the way. Throws what the system says of a file that cannot be read. */
export async function lookInto(
  input: FileToOpen,
  readers: readonly Reader[],
  problems: Problems,
  { watch, engine }: OpeningOptions = {},
): Promise<Opening> {
  const { file, kind } = input;
  const digest = await digestFile(input.path, (share) =>
    watch?.({ step: 'checking', file, share }),
  );
  const format = formatOf(digest.head);
  const fitting = readers.filter((reader) => kind === undefined || reader.kind === kind);
  const one = (part: Opening['parts'][number]) => ({ format, digest, parts: [part] });
  if (format === 'text') return one(await openText(input, digest, fitting, problems));
  if (format === 'parquet' && engine !== undefined) {
    return one(await openParquet(input, digest, fitting, engine, problems));
  }
  if (format === 'xlsx' || format === 'xls') {
    return { format, digest, parts: await openXlsx(input, digest, fitting, problems) };
  }
  if (kind === undefined) problems.report('unknown-file', { file });
  else {
    const params = { format: FORMAT_NAMES[format] };
    problems.report('unsupported-format', { file }, { params });
  }
  return { format, digest, parts: [] };
}

async function openXlsx(
  input: FileToOpen,
  digest: Digest,
  readers: readonly Reader[],
  problems: Problems,
): Promise<readonly Part[]> {
  const { openWorkbook } = await import('./workbook.js');
  const workbook = await openWorkbook(input.path);
  if (typeof workbook !== 'string') {
    return openSheets(input, digest, workbook.sheets, readers, problems);
  }
  problems.report(`${workbook}-workbook`, { file: input.file });
  return [];
}

/** Formats as messages name them. */
export const FORMAT_NAMES = { xlsx: 'xlsx', xls: 'xls', parquet: 'Parquet', html: 'HTML' } as const;
