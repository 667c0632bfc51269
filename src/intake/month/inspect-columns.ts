import { COLUMNS, type Column } from '../../catalogue/columns.js';
import { type FoundRow, likelyHeader } from '../files/find-header.js';
import { withoutName } from '../files/header.js';
import type { Part } from '../files/opening.js';
import { sourceOf, type Table } from '../files/table.js';
import type { HeaderLines, InspectedColumn, Nearest } from './inspected-file.js';
import type { FileContents } from './read-month.js';

/** How a text is written and where its header stands, as far as it is known. */
export function layoutOf({ text, found: [first], sample }: Part, isForeign: boolean) {
  const nothing = { encoding: undefined, delimiter: undefined, headerLines: undefined } as const;
  if (isForeign) return nothing;
  const headerLines = first !== undefined && 'line' in first ? linesOf(first) : undefined;
  if (text === undefined) return { ...nothing, headerLines };
  const isSplit = first !== undefined && 'delimiter' in first;
  const { delimiter } = isSplit ? first : likelyHeader(sample ?? '');
  return { encoding: text.encoding, delimiter, headerLines };
}

/** A header of two rows begins on the upper one. */
function linesOf({ line, preamble }: FoundRow): HeaderLines {
  return { first: line, last: preamble.header.at(-1)?.line ?? line };
}

/** The headers of a file of which no reader knows one. */
export function headersOf({ names, sample = '' }: Part): readonly string[] {
  return names ?? likelyHeader(sample).cells;
}

/** The columns of a file and what each is read as. */
export function inspectedColumns(
  part: Part,
  contents: FileContents | undefined,
): readonly InspectedColumn[] {
  const { table, found } = part;
  const [first] = found;
  const match = table === undefined ? first?.match : sourceOf(table);
  if (match === undefined) return headersOf(part).map((header) => ({ header, readAs: undefined }));
  const { header, positions, columnGroups, reader } = match;
  const canonical: readonly Column[] = COLUMNS[reader.layout];
  const known: readonly Column[] = [
    ...canonical,
    ...reader.columns,
    ...(reader.columnGroups ?? []),
  ];
  return header.written.map((written, at) => {
    const single = [...positions].find(([, place]) => place === at)?.[0];
    const id = single ?? [...columnGroups].find(([, places]) => places.includes(at))?.[0];
    const title = known.find((column) => column.id === id);
    const readAs = id ?? contents?.metrics.get(at);
    return { header: written, readAs, ...(title === undefined ? {} : { title }) };
  });
}

/**
 * The headers by which a file was told: without any of them it would not have been. Each is tried, so that no
 * reader has to say twice what it looks for.
 */
export function recognisedBy(table: Table | undefined): readonly string[] {
  if (table === undefined) return [];
  const { header, reader } = sourceOf(table);
  if (!reader.recognises(header)) return [];
  return header.written.filter((_, at) => !reader.recognises(withoutName(header, at)));
}

/** The columns that its reader knows and the file does not have. */
export function absentOf(table: Table | undefined): readonly Column[] {
  if (table === undefined) return [];
  const { reader, positions } = sourceOf(table);
  return reader.columns.filter(({ id }) => !positions.has(id));
}

/** The readers that a file which is not recognised comes near to. */
export function nearestOf({ found }: Part): readonly Nearest[] {
  // A row of one cell is the same whatever the delimiter: a reader finds it under each.
  const matches = new Map(found.map(({ match }) => [match.reader, match] as const));
  // A file that is known not to be read comes near to nothing.
  const read = [...matches.values()].filter(({ reader }) => reader.notRead === undefined);
  return read.map((match) => ({
    reader: match.reader,
    known: match.reader.columns.filter(({ id }) => match.positions.has(id)),
    missing: match.missing,
  }));
}
