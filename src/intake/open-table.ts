import type { Column } from '../catalogue/columns.js';
import type { InputKind } from '../catalogue/inputs.js';
import type { Encoding } from '../lib/encoding.js';
import type { Problems } from '../lib/problem.js';
import type { Watch } from '../lib/progress.js';
import type { SourceConfig } from '../shop/config.js';
import { badLineOf } from './decode.js';
import { type Digest, digestFile } from './digest.js';
import { formatOf } from './file-format.js';
import { type FoundHeader, findHeaders } from './find-header.js';
import type { Reader } from './readers/reader.js';
import type { Table } from './table.js';

/** What is known of a file before it is opened. */
export interface FileToOpen {
  readonly file: string;
  readonly path: string;
  /** Undefined: the header must say it, or the file is not an input. */
  readonly kind: InputKind | 'agents' | undefined;
  readonly source: SourceConfig | undefined;
}

/**
 * Opens a delimited file: its hash, encoding, delimiter, header and reader. Undefined, with the
 * problems reported, when it is not one or lacks a column.
 */
export async function openTable(
  input: FileToOpen,
  readers: readonly Reader[],
  problems: Problems,
  watch?: Watch,
): Promise<Table | undefined> {
  const { file, kind, source } = input;
  const digest = await digestFile(input.path, (share) =>
    watch?.({ step: 'checking', file, share }),
  );
  const format = formatOf(digest.head);
  if (format !== 'text') {
    if (kind === undefined) problems.report('unknown-file', { file });
    else {
      const params = { format: FORMAT_NAMES[format] };
      problems.report('unsupported-format', { file }, { params });
    }
    return undefined;
  }
  const encoding = source?.encoding === undefined ? digest.encoding : chosen(source, digest);
  const sample = sampleOf(digest, encoding);
  const fitting = readers.filter((reader) => kind === undefined || reader.kind === kind);
  const found = findHeaders(sample, fitting, source?.columns);
  const header = decide(found, kind);
  if (header === undefined) {
    await reportNoHeader(input, digest, fitting, found, problems);
    return undefined;
  }
  const complete = reportColumns(file, header, problems);
  if (!complete) return undefined;
  return {
    file,
    path: input.path,
    match: header.match,
    encoding,
    delimiter: header.delimiter,
    headerLine: header.line,
    linesToSkip: header.lines,
    sha256: digest.sha256,
    size: digest.size,
    linesAbout: digest.linesAbout,
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
  const doubtful = digest.encoding === 'gb18030' && source?.encoding === undefined;
  const line = doubtful ? await brokenLine(input, digest, readers) : undefined;
  if (kind === undefined) {
    if (found.length > 1 && found.every(({ recognised }) => recognised)) {
      problems.report('unclear-file', { file }, { params: { kinds: kindsOf(found) } });
    } else problems.report('unknown-file', { file });
  } else if (line !== undefined) {
    problems.report('bad-encoding', { file, line });
  } else {
    problems.report('no-header', { file }, { params: { columns: expectedColumns(readers) } });
  }
}

const FORMAT_NAMES = { xlsx: 'xlsx', xls: 'xls', parquet: 'Parquet', html: 'HTML' } as const;

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

/** One header, or none when the file is not clearly of one kind. */
function decide(found: readonly FoundHeader[], kind: FileToOpen['kind']): FoundHeader | undefined {
  const [first] = found;
  if (kind !== undefined || first === undefined) return first;
  const kinds = new Set(found.map(({ match }) => match.reader.kind));
  return first.recognised && kinds.size === 1 ? first : undefined;
}

function kindsOf(found: readonly FoundHeader[]): string {
  return [...new Set(found.map(({ match }) => match.reader.kind))].join(', ');
}

function expectedColumns(readers: readonly Reader[]) {
  return columnNames((readers[0]?.columns ?? []).filter(({ required }) => required));
}

function columnNames(columns: readonly Column[]) {
  return {
    zh: columns.map(({ zh }) => zh).join('、'),
    en: columns.map(({ id }) => id).join(', '),
  };
}

/** Reports what is wrong with the columns; true when the file can be read all the same. */
function reportColumns(file: string, header: FoundHeader, problems: Problems): boolean {
  const { match, line } = header;
  for (const { id, zh } of match.missing) {
    const params = { column: { zh, en: id }, id };
    problems.report('missing-column', { file, line, column: zh }, { params });
  }
  for (const column of match.repeated) {
    problems.report('repeated-column', { file, line, column }, { params: { column } });
  }
  if (match.missing.length > 0) return false;
  if (header.recognised || match.reader.openColumns) return true;
  problems.report(
    'no-header',
    { file },
    { params: { columns: columnNames(match.reader.columns) } },
  );
  return false;
}
