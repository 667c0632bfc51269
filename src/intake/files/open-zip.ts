import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { listedTitles } from '../../words/lists.js';
import type { Problems } from '../../words/problem.js';
import { type ArchiveEntry, openArchive } from './archive.js';
import type { Digest } from './digest.js';
import { formatOf } from './file-format.js';
import type { HeadlessEntries } from './headless.js';
import { kindByName } from './kind-by-name.js';
import { isHidden, isLeftBehind } from './left-behind.js';
import { formatsFor, headlessPart } from './open-headless.js';
import type { FileToOpen, Opening, OpeningOptions, Part } from './opening.js';
import type { Reader } from './reader.js';
import { isNeverTable } from './report-foreign.js';
import type { Table } from './table.js';
import { isDiskError } from './workbook/parts.js';

/** What opening an archive needs beside it. */
export interface ArchiveContext {
  /** Readers of the kind that its name says. */
  readonly readers: readonly Reader[];
  /** Readers of every kind. */
  readonly all: readonly Reader[];
  readonly problems: Problems;
  readonly options: OpeningOptions;
  readonly unpackInto: () => Promise<string>;
  readonly look: LookIntoEntry;
}

/** Opens one file of an archive. */
export type LookIntoEntry = (entry: FileToOpen, readers: readonly Reader[]) => Promise<Opening>;

/**
 * Opens the files in an archive as if they lay in its folder. A file whose name says nothing is what the
 * archive's name says, if any reader knows it as that.
 */
export async function openZip(
  input: FileToOpen,
  digest: Digest,
  context: ArchiveContext,
): Promise<readonly Part[]> {
  const { file } = input;
  const { problems, options } = context;
  const entries = await openArchive(input.path);
  if (typeof entries === 'string') {
    problems.report(`${entries}-archive`, { file });
    return [];
  }
  const wanted = entries.filter(({ name }) => !isLeftBehind(name));
  const seen = wanted.filter(({ name }) => !isHidden(name));
  for (const { name } of wanted.filter((each) => !seen.includes(each))) {
    problems.report('hidden-file', { file: `${file}/${name}` });
  }
  const together = await readTogether(input, seen, options);
  const parts: Part[] =
    together === undefined ? [] : [headlessPart(input, digest, together, together.records)];
  const { tables, others } = await sorted(
    seen.filter((each) => together?.entries.includes(each) !== true),
  );
  if (tables.length === 0 && parts.length === 0) {
    problems.report(input.kind === undefined ? 'unknown-file' : 'empty-archive', { file });
  } else if (others.length > 0) reportOthers(file, others, problems);
  for (const entry of tables) {
    parts.push(...(await openEntry(entry, tables.length === 1, input, digest, context)));
  }
  return parts;
}

/** The entries that may be tables, and those that never are. */
async function sorted(entries: readonly ArchiveEntry[]) {
  const tables: ArchiveEntry[] = [];
  const others: ArchiveEntry[] = [];
  for (const entry of entries) {
    (isNeverTable(formatOf(await beginning(entry))) ? others : tables).push(entry);
  }
  return { tables, others };
}

/** The first bytes of an entry; none of what is damaged, which is told when it is opened. */
async function beginning(entry: ArchiveEntry): Promise<Uint8Array> {
  try {
    for await (const piece of entry.bytes()) return piece;
  } catch (error) {
    if (isDiskError(error)) throw error;
  }
  return new Uint8Array();
}

const NAMED = 3;

function reportOthers(file: string, others: readonly ArchiveEntry[], problems: Problems): void {
  const names = others.slice(0, NAMED).map(({ name }) => ({ zh: name, en: name }));
  const params = { count: others.length, names: listedTitles('names', names) };
  problems.report('archive-left-out', { file }, { params });
}

/** The entries that are one table together: one of each customer, in the JSON of a tool. */
async function readTogether(
  { kind, file }: FileToOpen,
  entries: readonly ArchiveEntry[],
  options: OpeningOptions,
): Promise<HeadlessEntries | undefined> {
  for (const format of formatsFor(kind, options)) {
    const rows = await format.inArchive?.(entries, file, options);
    if (rows !== undefined) return rows;
  }
  return undefined;
}

async function openEntry(
  entry: ArchiveEntry,
  isAlone: boolean,
  archive: FileToOpen,
  digest: Digest,
  context: ArchiveContext,
): Promise<readonly Part[]> {
  const file = `${archive.file}/${entry.name}`;
  const path = await unpack(entry.bytes, context);
  if (path === undefined) {
    context.problems.report('damaged-archive', { file });
    return [];
  }
  const own = kindByName(entry.name.slice(entry.name.lastIndexOf('/') + 1));
  // Beside others, a file may be a note that lies with them: nobody says that it must be read.
  const kind = own ?? (isAlone ? archive.kind : undefined);
  const readers = own === undefined ? context.readers : context.all;
  const { parts } = await context.look({ file, path, kind, source: archive.source }, readers);
  return parts.map((part) => ({
    ...part,
    table: part.table && withArchive(part.table, file, archive, digest),
  }));
}

/** A table of a file in an archive: its input is the archive. */
export function withArchive(
  table: Table,
  entry: string,
  { file }: FileToOpen,
  digest: Digest,
): Table {
  return {
    ...table,
    input: file,
    sha256: digest.sha256,
    entry: { file: entry, sha256: table.sha256 },
  };
}

let unpacked = 0;

/** Writes what was packed to the disk, where it can be read more than once. Undefined when it is damaged. */
export async function unpack(
  bytes: ArchiveEntry['bytes'],
  { unpackInto }: ArchiveContext,
): Promise<string | undefined> {
  unpacked += 1;
  const folder = join(await unpackInto(), 'unpacked');
  await mkdir(folder, { recursive: true });
  // Under a number: what an archive calls its files is nothing to name files by.
  const path = join(folder, String(unpacked));
  try {
    await pipeline(bytes(), createWriteStream(path));
    return path;
  } catch (error) {
    if (isDiskError(error)) throw error;
    return undefined;
  }
}
