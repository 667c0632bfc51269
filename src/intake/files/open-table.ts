import type { Problems } from '../../words/problem.js';
import { reportUnreadable } from '../../words/system-reasons.js';
import { type Digest, digestFile } from './digest.js';
import { type FileFormat, formatOf } from './file-format.js';
import { openParquet } from './open-parquet.js';
import { openSheets } from './open-sheets.js';
import { openText } from './open-text.js';
import type { LookIntoEntry } from './open-zip.js';
import type { FileToOpen, Opening, OpeningOptions, Part } from './opening.js';
import type { Reader } from './reader.js';
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
  options: OpeningOptions = {},
): Promise<Opening> {
  const { file, kind } = input;
  const digest = await digestFile(input.path, (share) =>
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
  const { input, digest, all, readers, problems, options } = request;
  const { engine, unpackInto, inArchive } = options;
  const { file, kind } = input;
  switch (format) {
    case 'text':
      return [await openText(input, digest, readers, problems, options)];
    case 'parquet':
      if (engine === undefined) break;
      return [await openParquet(input, digest, readers, engine, problems)];
    case 'xlsx':
    case 'xls':
      return openXlsx(request);
    case 'html': {
      const { openHtml } = await import('./open-html.js');
      return openHtml(input, digest, readers, problems, options);
    }
    case 'zip': {
      if (inArchive === true) {
        problems.report('nested-archive', { file });
        return [];
      }
      if (unpackInto === undefined) break;
      const { openZip } = await import('./open-zip.js');
      const look: LookIntoEntry = (entry, fitting) =>
        lookInto(entry, fitting, problems, { ...options, inArchive: true });
      return openZip(input, digest, { readers, all, problems, options, unpackInto, look });
    }
    case 'xml':
      problems.report('xml-workbook', { file });
      return [];
  }
  if (kind === undefined) problems.report('unknown-file', { file });
  else
    problems.report('unsupported-format', { file }, { params: { format: FORMAT_NAMES[format] } });
  return [];
}

/** Archives and workbooks begin alike: the names in them tell, or what there is of a damaged one. */
async function contentFormat({ file, path }: FileToOpen, { head }: Digest): Promise<FileFormat> {
  const format = formatOf(head);
  if (format !== 'zip') return format;
  const { isOfficeDocument, openArchive } = await import('./archive.js');
  const entries = await openArchive(path);
  if (typeof entries !== 'string') return isOfficeDocument(entries) ? 'xlsx' : 'zip';
  const isOffice = Buffer.from(head).includes('[Content_Types].xml') || !/\.zip$/i.test(file);
  return isOffice ? 'xlsx' : 'zip';
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
  problems.report(`${workbook}-workbook`, { file: input.file });
  return [];
}

/** Formats that a file may have where it cannot be read, as messages name them. */
const FORMAT_NAMES = { parquet: 'Parquet', zip: 'ZIP' } as const;
