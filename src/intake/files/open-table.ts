import type { Problems } from '../../words/problem.js';
import { reportUnreadable } from '../../words/system-reasons.js';
import { title } from '../../words/text.js';
import { openArchive } from './archive.js';
import { type Digest, digestFile } from './digest.js';
import { archiveFormat, brokenArchiveFormat, type FileFormat, formatOf } from './file-format.js';
import { countKnownNames, headerOf } from './header.js';
import { openParquet } from './open-parquet.js';
import { openSheets } from './open-sheets.js';
import { openText } from './open-text.js';
import type { LookIntoEntry } from './open-zip.js';
import type { FileToOpen, Opening, OpeningOptions, Part } from './opening.js';
import type { Reader } from './reader.js';
import { isForeignArchive, reportForeign } from './report-foreign.js';
import type { Table } from './table.js';

/** The tables of a file. */
interface OpenedTables {
  readonly tables: readonly Table[];
  /** Those that lack a column: their cells can be checked, and no row is worth anything. */
  readonly incomplete: readonly Table[];
}

/**
 * Opens a file: its hash, what it is, and the tables in it, each with its header and reader. None, with the
 * problems reported, when it cannot be read, or is none that can be read.
 */
export async function openTables(
  input: FileToOpen,
  readers: readonly Reader[],
  problems: Problems,
  options: OpeningOptions = {},
): Promise<OpenedTables> {
  try {
    const { parts } = await lookInto(input, readers, problems, options);
    const those = (found: readonly (Table | undefined)[]) =>
      found.filter((table) => table !== undefined);
    return {
      tables: those(parts.map(({ table }) => table)),
      incomplete: those(parts.map(({ incomplete }) => incomplete)),
    };
  } catch (error) {
    reportUnreadable(error, input.file, problems);
    return { tables: [], incomplete: [] };
  }
}

/** As `openTables`, with what was seen on the way. Throws what the system says of a file that cannot be read. */
export async function lookInto(
  input: FileToOpen,
  readers: readonly Reader[],
  problems: Problems,
  options: OpeningOptions = {},
): Promise<Opening> {
  const { file, kind } = input;
  const isName = (cell: string) => countKnownNames(headerOf([cell]), readers) > 0;
  const digest = await digestFile(input.path, isName, (share) =>
    options.watch?.({ step: 'checking', file, share }),
  );
  const format = await contentFormat(input, digest);
  const fitting = readers.filter((reader) => kind === undefined || reader.kind === kind);
  const request = { input, digest, all: readers, readers: fitting, problems, options };
  const parts = await openParts(request, format);
  return { format, digest, parts };
}

/** What opening one file works with. */
interface Request {
  readonly input: FileToOpen;
  readonly digest: Digest;
  readonly all: readonly Reader[];
  /** Those of the file's kind. */
  readonly readers: readonly Reader[];
  readonly problems: Problems;
  readonly options: OpeningOptions;
}

async function openParts(request: Request, format: FileFormat): Promise<readonly Part[]> {
  const { input, digest, readers, problems, options } = request;
  switch (format) {
    case 'text':
      if (digest.endlessLine !== undefined) {
        problems.report('endless-cell', { file: input.file, line: digest.endlessLine });
        return [];
      }
      return [await openText(input, digest, readers, problems, options)];
    case 'parquet':
      if (options.engine === undefined) return notHere(request, format);
      return [await openParquet(input, digest, readers, options.engine, problems)];
    case 'xlsx':
    case 'xls':
      return openXlsx(request);
    case 'html': {
      const { openHtml } = await import('./open-html.js');
      return openHtml(input, digest, readers, problems, options);
    }
    case 'zip':
    case 'gzip':
      return openArchived(request, format);
    case 'xml':
      problems.report('xml-workbook', { file: input.file });
      return [];
  }
  if (options.inArchive === true && isForeignArchive(format)) {
    problems.report('nested-archive', { file: input.file });
  } else reportForeign(format, input, problems);
  return [];
}

/** What is in an archive, or packed by itself: opened as if it lay in the archive's place. */
async function openArchived(request: Request, format: 'zip' | 'gzip'): Promise<readonly Part[]> {
  const { input, digest, all, readers, problems, options } = request;
  const { unpackInto, inArchive } = options;
  if (inArchive === true) {
    problems.report('nested-archive', { file: input.file });
    return [];
  }
  if (unpackInto === undefined) return notHere(request, format);
  const look: LookIntoEntry = (entry, fitting) =>
    lookInto(entry, fitting, problems, { ...options, inArchive: true });
  const context = { readers, all, problems, options, unpackInto, look };
  if (format === 'zip') {
    const { openZip } = await import('./open-zip.js');
    return openZip(input, digest, context);
  }
  const { openGzip } = await import('./open-gzip.js');
  return openGzip(input, digest, context);
}

/** A format that is read of the files of a month only. */
function notHere({ input, problems }: Request, format: 'parquet' | 'zip' | 'gzip') {
  const { file } = input;
  const remedy = title(format === 'parquet' ? 'format.export' : 'format.unpack');
  const params = { format: title(`format.${format}`), remedy };
  problems.report('unsupported-format', { file }, { params });
  return [];
}

/** Archives, workbooks and documents begin alike: the names in them tell, or what there is of a damaged one. */
async function contentFormat({ file, path }: FileToOpen, { head }: Digest): Promise<FileFormat> {
  const format = formatOf(head);
  if (format !== 'zip') return format;
  const entries = await openArchive(path);
  if (typeof entries === 'string') return brokenArchiveFormat(head, file);
  return archiveFormat(entries.map(({ name }) => name));
}

async function openXlsx({
  input,
  digest,
  readers,
  problems,
  options,
}: Request): Promise<readonly Part[]> {
  const { openWorkbook } = await import('./workbook/open-workbook.js');
  const workbook = await openWorkbook(input.path);
  if (typeof workbook !== 'string') {
    return openSheets(input, digest, workbook.sheets, readers, problems, options);
  }
  if (workbook === 'document') reportForeign('document', input, problems);
  else problems.report(`${workbook}-workbook`, { file: input.file });
  return [];
}
