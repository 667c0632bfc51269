import type { Column } from '../../catalogue/columns.js';
import { listedTitles } from '../../words/lists.js';
import type { Problems } from '../../words/problem.js';
import type { FoundHeader } from './find-header.js';
import type { FileToOpen } from './opening.js';
import type { Reader } from './reader.js';

/** One header, or none when the file is not clearly of one kind. */
export function decide<Header extends FoundHeader>(
  found: readonly Header[],
  kind: FileToOpen['kind'],
): Header | undefined {
  const [first] = found;
  if (kind !== undefined || first === undefined) return first;
  const kinds = new Set(found.map(({ match }) => match.reader.kind));
  return first.recognised && kinds.size === 1 ? first : undefined;
}

/** Says of a file without a header whether it is unclear, no input at all, or lacks every column. */
export function reportUnrecognised(
  { file, kind }: FileToOpen,
  readers: readonly Reader[],
  found: readonly FoundHeader[],
  problems: Problems,
): void {
  if (kind !== undefined) {
    problems.report('no-header', { file }, { params: { columns: expectedColumns(readers) } });
  } else if (found.length > 1 && found.every(({ recognised }) => recognised)) {
    problems.report('unclear-file', { file }, { params: { kinds: kindsOf(found) } });
  } else problems.report('unknown-file', { file });
}

function kindsOf(found: readonly FoundHeader[]): string {
  return [...new Set(found.map(({ match }) => match.reader.kind))].join(', ');
}

function expectedColumns(readers: readonly Reader[]) {
  return columnNames((readers[0]?.columns ?? []).filter(({ required }) => required));
}

function columnNames(columns: readonly Column[]) {
  return listedTitles(
    'names',
    columns.map(({ zh, id }) => ({ zh, en: id })),
  );
}

/** Reports have some hundreds; of very many more the engine has no memory to read a single row. */
const MOST_COLUMNS = 4096;

/**
 * Reports what is wrong with the columns of a header, which may stand on a line; true when the file can be
 * read all the same.
 */
export function reportColumns(
  file: string,
  header: FoundHeader & { readonly line?: number },
  problems: Problems,
): boolean {
  const { match, split } = header;
  const place = header.line === undefined ? { file } : { file, line: header.line };
  if (match.header.written.length > MOST_COLUMNS) {
    problems.report('too-wide', place);
    return false;
  }
  if (split !== undefined) {
    problems.report('header-in-two-rows', place, { params: { ...split } });
    return false;
  }
  const { notRead } = match.reader;
  if (header.recognised && notRead !== undefined) {
    problems.report('not-read', place, { params: { what: notRead } });
    return false;
  }
  for (const { id, zh } of match.missing) {
    const params = { column: { zh, en: id }, id };
    problems.report('missing-column', { ...place, column: zh }, { params });
  }
  for (const column of match.repeated) {
    problems.report('repeated-column', { ...place, column }, { params: { column } });
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
