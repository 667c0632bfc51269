import type { Encoding } from '../lib/encoding.js';
import type { Problems } from '../lib/problem.js';
import type { SourceConfig } from '../shop/config.js';
import { badLineOf } from './decode.js';
import { type Digest, digestFile } from './digest.js';
import { formatOf } from './file-format.js';
import { type FoundHeader, type FoundLine, findHeaders } from './find-header.js';
import { openParquet } from './open-parquet.js';
import type { FileToOpen, Opening, OpeningOptions } from './opening.js';
import type { Reader } from './readers/reader.js';
import { decide, reportColumns, reportUnrecognised } from './recognise.js';
import type { Table, TextTable } from './table.js';

/**
 * Opens a file: its hash, what it is, its header and reader. Undefined, with the problems reported, when
 * it is none that can be read or lacks a column.
 */
export async function openTable(
  input: FileToOpen,
  readers: readonly Reader[],
  problems: Problems,
  options: OpeningOptions = {},
): Promise<Table | undefined> {
  return (await lookInto(input, readers, problems, options)).table;
}

/** As `openTable`, with what was seen on the way. */
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
  if (format === 'text') return openText(input, digest, fitting, problems);
  if (format === 'parquet' && engine !== undefined) {
    return openParquet(input, digest, fitting, engine, problems);
  }
  if (kind === undefined) problems.report('unknown-file', { file });
  else {
    const params = { format: FORMAT_NAMES[format] };
    problems.report('unsupported-format', { file }, { params });
  }
  return { format, digest, found: [], table: undefined };
}

/** Formats as messages name them. */
export const FORMAT_NAMES = { xlsx: 'xlsx', xls: 'xls', parquet: 'Parquet', html: 'HTML' } as const;

async function openText(
  input: FileToOpen,
  digest: Digest,
  readers: readonly Reader[],
  problems: Problems,
): Promise<Opening> {
  const { file, kind, source } = input;
  const encoding = source?.encoding === undefined ? digest.encoding : chosen(source, digest);
  const sample = sampleOf(digest, encoding);
  const found = findHeaders(sample, readers, source?.columns);
  const header = decide(found, kind);
  if (header === undefined) await reportNoHeader(input, digest, readers, found, problems);
  const sound = header !== undefined && reportColumns(file, header, problems);
  const table = sound ? textTable(input, digest, header, encoding, sample) : undefined;
  return { format: 'text', digest, encoding, sample, found, table };
}

function textTable(
  { file, path, source }: FileToOpen,
  digest: Digest,
  header: FoundLine,
  encoding: Encoding,
  sample: string,
): TextTable {
  return {
    form: 'text',
    file,
    path,
    match: header.match,
    encoding,
    delimiter: header.delimiter,
    headerLine: header.line,
    linesToSkip: header.lines,
    sha256: digest.sha256,
    size: digest.size,
    rowsAbout: digest.linesAbout,
    mapped: source?.columns ?? {},
    sample,
  };
}

/** Says why a file has no header: it may be broken, unclear, or no input at all. */
async function reportNoHeader(
  input: FileToOpen,
  digest: Digest,
  readers: readonly Reader[],
  found: readonly FoundHeader[],
  problems: Problems,
): Promise<void> {
  const { file, kind, source } = input;
  // Taken for GB18030 because it is not UTF-8: nearly UTF-8, or neither?
  const doubtful = kind !== undefined && digest.encoding === 'gb18030' && !source?.encoding;
  const line = doubtful ? await brokenLine(input, digest, readers) : undefined;
  if (line !== undefined) problems.report('bad-encoding', { file, line });
  else reportUnrecognised(input, readers, found, problems);
}

/** Where a file breaks that has a header in UTF-8, or that is not GB18030 either. */
async function brokenLine(
  { path, source }: FileToOpen,
  digest: Digest,
  readers: readonly Reader[],
): Promise<number | undefined> {
  const asUtf8 = findHeaders(sampleOf(digest, 'utf-8'), readers, source?.columns);
  const inUtf8 = await badLineOf(path, 'utf-8');
  if (asUtf8.some(({ recognised }) => recognised)) return inUtf8;
  const inGb18030 = await badLineOf(path, 'gb18030');
  return inGb18030 === undefined ? undefined : Math.max(inGb18030, inUtf8 ?? 1);
}

/** The encoding that kpi.yaml names; which UTF-16 it is, the file says. */
function chosen(source: SourceConfig, digest: Digest): Encoding {
  if (source.encoding !== 'utf-16') return source.encoding ?? digest.encoding;
  return digest.encoding === 'utf-16be' ? 'utf-16be' : 'utf-16le';
}

/** The text at the beginning of a file, without a last line that the cut may have damaged. */
function sampleOf(digest: Digest, encoding: Encoding): string {
  const text = new TextDecoder(encoding).decode(digest.head);
  const end = text.lastIndexOf('\n');
  return digest.whole || end === -1 ? text : text.slice(0, end + 1);
}
