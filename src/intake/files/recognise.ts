import type { Column } from '../../catalogue/columns.js';
import type { Place } from '../../lib/place.js';
import { listedTitles } from '../../words/lists.js';
import type { Problems } from '../../words/problem.js';
import { title } from '../../words/text.js';
import type { FoundHeader, FoundRow } from './find-header.js';
import { misspeltHeaders, nearestHeader } from './near-header.js';
import type { FileToOpen, Part } from './opening.js';
import type { HeaderMatch, Reader } from './reader.js';
import { reportRepeatedColumn } from './repeated-columns.js';
import type { Table } from './table.js';

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

/** Says of a file that there is nothing in it. */
export function reportBlank(
  { file, kind }: FileToOpen,
  readers: readonly Reader[],
  problems: Problems,
): void {
  if (kind === undefined) problems.report('blank-file', { file });
  else problems.report('blank-input', { file }, { params: { columns: expectedColumns(readers) } });
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
 * What of a file its header lets be read: all; the cells of the columns that it has, where it lacks one, so that what
 * is wrong with them is told in the same run; or nothing.
 */
type Legible = 'all' | 'cells' | 'nothing';

/** Reports what is wrong with the columns of a header, which may stand on a line. */
export function reportColumns(
  file: string,
  header: FoundHeader & Partial<Pick<FoundRow, 'line' | 'preamble'>>,
  problems: Problems,
): Legible {
  const { match, split } = header;
  const place = header.line === undefined ? { file } : { file, line: header.line };
  if (match.header.written.length > MOST_COLUMNS) {
    problems.report('too-wide', place);
    return 'nothing';
  }
  if (split !== undefined) {
    problems.report('header-in-two-rows', place, { params: { ...split } });
    return 'nothing';
  }
  const { notRead } = match.reader;
  if (header.recognised && notRead !== undefined) {
    problems.report('not-read', place, { params: { what: notRead } });
    return 'nothing';
  }
  const readers = header.preamble?.readers ?? [match.reader];
  for (const column of match.missing) reportMissing(column, place, match, readers, problems);
  for (const places of match.repeated) {
    reportRepeatedColumn(match.header, places, place, problems);
  }
  for (const { written, column } of misspeltHeaders(match, readers)) {
    const params = { written, column: { zh: column.zh, en: column.id } };
    problems.report('misspelt-column', { ...place, column: written }, { params });
  }
  if (match.missing.length > 0) {
    if (match.reader.joint !== undefined) problems.report('cells-not-checked', place);
    return cellsOf(match);
  }
  if (header.recognised || match.reader.openColumns) return 'all';
  problems.report(
    'no-header',
    { file },
    { params: { columns: columnNames(match.reader.columns) } },
  );
  return 'nothing';
}

/** Of a header that lacks more than it has it is not sure that it is one. A joint conversion needs every column. */
function cellsOf({ reader, positions, missing }: HeaderMatch): Legible {
  return reader.joint === undefined && positions.size > missing.length ? 'cells' : 'nothing';
}

/** The table of a part, as what it can be read. */
export function placedBy(
  legible: Exclude<Legible, 'nothing'>,
  table: Table,
): Pick<Part, 'table' | 'incomplete'> {
  return legible === 'all' ? { table } : { table: undefined, incomplete: table };
}

/** Says that a file lacks a column, and which of its headers may be the one. */
export function reportMissing(
  column: Column,
  place: Place,
  match: HeaderMatch,
  readers: readonly Reader[],
  problems: Problems,
): void {
  const { id, zh } = column;
  const written = nearestHeader(match, column, readers);
  const near = written === undefined ? { zh: '', en: '' } : title('column.near', { written });
  const params = { column: { zh, en: id }, id, near };
  problems.report('missing-column', { ...place, column: zh }, { params });
}
