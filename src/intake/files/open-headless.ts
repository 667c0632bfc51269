import { convertedMatch } from './conversion.js';
import type { Digest } from './digest.js';
import { headerOf, matchHeader } from './header.js';
import type { HeadlessFormat, HeadlessRows } from './headless.js';
import type { FileToOpen, OpeningOptions, Part } from './opening.js';
import type { RecordTable } from './table.js';

/** The formats without headers that a file of a kind may have, of those that are looked for. */
export function formatsFor(
  kind: FileToOpen['kind'],
  { headless = [] }: OpeningOptions,
): readonly HeadlessFormat[] {
  return headless.filter((format) => kind === undefined || format.kind === kind);
}

/** The table of a file, or of an archive, that has no header. */
export function headlessPart(
  { file, path, source }: FileToOpen,
  digest: Digest,
  { reader, gives, firstLine, linesPerRow }: HeadlessRows,
  records: RecordTable['records'],
): Part {
  const match = matchHeader(reader, headerOf(reader.columns.map(({ zh }) => zh)));
  const table: RecordTable = {
    form: 'records',
    file,
    input: file,
    path,
    match: convertedMatch(match, { gives }),
    source: match,
    headerLine: firstLine,
    sha256: digest.sha256,
    size: digest.size,
    rowsAbout: Math.round(digest.linesAbout / linesPerRow),
    mapped: source?.columns ?? {},
    records,
  };
  return { file, found: [{ match, recognised: true }], table };
}
