import { type Encoding, textLength } from '../../lib/encoding.js';
import type { SourceConfig } from '../../shop/config.js';
import type { Problems } from '../../words/problem.js';
import { convertedMatch, convertedRecords, jointRecords, placedRows } from './conversion.js';
import type { CsvRecord } from './csv-records.js';
import { badLineOf, type TextSource, textPieces } from './decode.js';
import type { Digest } from './digest.js';
import { type ForeignText, foreignText } from './file-format.js';
import { type FoundHeader, type FoundLine, findHeaders } from './find-header.js';
import { mixedIn } from './mixed-encodings.js';
import { formatsFor, headlessPart } from './open-headless.js';
import type { FileToOpen, OpeningOptions, Part } from './opening.js';
import type { Reader } from './reader.js';
import { decide, placedBy, reportBlank, reportColumns, reportUnrecognised } from './recognise.js';
import { reportForeign } from './report-foreign.js';
import type { Table, TextTable } from './table.js';
import { textRecords } from './text-records.js';

/** Opens a delimited text: its encoding, header and reader. */
export async function openText(
  input: FileToOpen,
  digest: Digest,
  readers: readonly Reader[],
  problems: Problems,
  options: OpeningOptions,
): Promise<Part> {
  const { source } = input;
  const encoding = source === undefined ? digest.encoding : chosenEncoding(source, digest);
  // Whoever names the encoding in kpi.yaml knows it.
  const isGuessed = encoding === 'gb18030' && source?.encoding === undefined;
  const mixed = isGuessed ? await mixedIn(input.path, digest) : undefined;
  if (mixed !== undefined) {
    const { line, utf8, gb18030 } = mixed;
    problems.report('two-encodings', { file: input.file, line }, { params: { utf8, gb18030 } });
    return { file: input.file, found: [], table: undefined };
  }
  const text = textSource(input, digest, encoding);
  const part = await partOf(text, input, digest, readers, problems, options);
  const bytes = digest.size - text.textBytes;
  if (part.table !== undefined && bytes > 0) {
    problems.report('end-padding', { file: input.file }, { params: { bytes } });
  }
  return part;
}

async function partOf(
  text: TextSource,
  input: FileToOpen,
  digest: Digest,
  readers: readonly Reader[],
  problems: Problems,
  options: OpeningOptions,
): Promise<Part> {
  const { file, kind, source } = input;
  const sample = sampleOf(digest, text);
  const found = findHeaders(sample, readers, source?.columns);
  const header = decide(found, kind);
  if (header?.recognised !== true) {
    for (const format of formatsFor(kind, options)) {
      const rows = format.inText?.(sample, kind !== undefined, options);
      if (rows === undefined) continue;
      const records = (onBytes?: (bytes: number) => void) =>
        rows.records(textPieces(text, onBytes));
      return { text, sample, ...headlessPart(input, digest, rows, records) };
    }
  }
  const foreign = header === undefined ? await foreignIn(text, sample, kind) : undefined;
  if (foreign !== undefined) reportForeign(foreign, input, problems);
  else if (header === undefined && digest.whole && sample.trim() === '') {
    reportBlank(input, readers, problems);
  } else if (header === undefined) await reportNoHeader(input, digest, readers, found, problems);
  const whole = { file, text, foreign, sample, found };
  const legible = header === undefined ? 'nothing' : reportColumns(file, header, problems);
  if (header === undefined || legible === 'nothing') return { ...whole, table: undefined };
  const table = tableOf(textTable(input, digest, header, text, sample), digest, options);
  return { ...whole, ...placedBy(legible, table) };
}

/** What the engine can scan stays a text; what has to be converted, or was joined, is read record by record. */
function tableOf(text: TextTable, { isJoined }: Digest, options: OpeningOptions): Table {
  const { conversion, joint } = text.match.reader;
  if (conversion === undefined && joint === undefined && !isJoined) return text;
  const {
    form: _,
    encoding: _e,
    textBytes: _b,
    delimiter: _d,
    linesToSkip: _l,
    sample: _s,
    ...rest
  } = text;
  const table = { ...rest, form: 'records', source: text.match } as const;
  const rows = (onBytes?: (bytes: number) => void) => textRecords(text, onBytes);
  if (joint !== undefined) {
    const placed = (others: CsvRecord[], onBytes?: (bytes: number) => void) =>
      placedRows(rows(onBytes), text.match, others);
    return {
      ...table,
      match: convertedMatch(text.match, joint),
      records: (onBytes) => jointRecords(joint, (others) => placed(others, onBytes), options),
    };
  }
  if (conversion === undefined) return { ...table, records: rows };
  return {
    ...table,
    match: convertedMatch(text.match, conversion),
    records: (onBytes) => convertedRecords(rows(onBytes), text.match, conversion),
  };
}

function textTable(
  { file, source }: FileToOpen,
  digest: Digest,
  header: FoundLine,
  text: TextSource,
  sample: string,
): TextTable {
  return {
    ...text,
    form: 'text',
    file,
    input: file,
    match: header.match,
    delimiter: header.delimiter,
    headerLine: header.line,
    linesToSkip: header.lines,
    preamble: header.preamble,
    nulLine: digest.nulLine,
    sha256: digest.sha256,
    size: digest.size,
    rowsAbout: digest.linesAbout,
    mapped: source?.columns ?? {},
    sample,
  };
}

/** What a text is that has no header. Of a file that must be text it is said instead where it is none. */
async function foreignIn(
  text: TextSource,
  sample: string,
  kind: FileToOpen['kind'],
): Promise<ForeignText | undefined> {
  const foreign = foreignText(sample);
  if (foreign === 'json' || foreign === 'markup') return foreign;
  if (kind !== undefined) return undefined;
  return foreign ?? ((await badLineOf(text)) === undefined ? undefined : 'binary');
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
  input: FileToOpen,
  digest: Digest,
  readers: readonly Reader[],
): Promise<number | undefined> {
  const utf8 = textSource(input, digest, 'utf-8');
  const asUtf8 = findHeaders(sampleOf(digest, utf8), readers, input.source?.columns);
  const inUtf8 = await badLineOf(utf8);
  if (asUtf8.some(({ recognised }) => recognised)) return inUtf8;
  const inGb18030 = await badLineOf(textSource(input, digest, 'gb18030'));
  return inGb18030 === undefined ? undefined : Math.max(inGb18030, inUtf8 ?? 1);
}

/** The encoding that kpi.yaml names, if it does; which UTF-16 it is, the file says. */
export function chosenEncoding(source: SourceConfig, digest: Digest): Encoding {
  if (source.encoding !== 'utf-16') return source.encoding ?? digest.encoding;
  return digest.encoding === 'utf-16be' ? 'utf-16be' : 'utf-16le';
}

/** A file as a text in an encoding. */
export function textSource(
  { path }: FileToOpen,
  { paddedFrom }: Digest,
  encoding: Encoding,
): TextSource {
  return { path, encoding, textBytes: textLength(paddedFrom, encoding) };
}

/** The text at the beginning of a file, without a last line that the cut may have damaged. */
function sampleOf(digest: Digest, { encoding, textBytes }: TextSource): string {
  const text = new TextDecoder(encoding).decode(digest.head.subarray(0, textBytes));
  const end = text.lastIndexOf('\n');
  return digest.whole || end === -1 ? text : text.slice(0, end + 1);
}
