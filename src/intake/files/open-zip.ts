import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Problems } from '../../words/problem.js';
import { type ArchiveEntry, isHidden, openArchive } from './archive.js';
import type { Digest } from './digest.js';
import { kindByName } from './kind-by-name.js';
import { formatsFor, headlessPart } from './open-headless.js';
import type { FileToOpen, Opening, OpeningOptions, Part } from './opening.js';
import type { Reader } from './reader.js';
import type { Table } from './table.js';
import { isDiskError } from './workbook/parts.js';

/** What opening an archive needs beside it. */
export interface ZipContext {
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

const INPUTS = /\.(?:csv|tsv|txt|xlsx|xls)$/i;
const ARCHIVES = /\.(?:zip|rar|7z|tar|gz|tgz)$/i;

/**
 * Opens the files in an archive that a month's folder would look at, as if they were there. A file whose
 * name says nothing is what the archive's name says, if any reader knows it as that.
 */
export async function openZip(
  input: FileToOpen,
  digest: Digest,
  context: ZipContext,
): Promise<readonly Part[]> {
  const { file } = input;
  const { problems } = context;
  const entries = await openArchive(input.path);
  if (typeof entries === 'string') {
    problems.report(`${entries}-archive`, { file });
    return [];
  }
  const seen = entries.filter(({ name }) => !isHidden(name));
  for (const { name } of seen.filter((entry) => ARCHIVES.test(entry.name))) {
    problems.report('nested-archive', { file: `${file}/${name}` });
  }
  const inputs = seen.filter(({ name }) => INPUTS.test(name));
  const parts: Part[] = [...(await headlessParts(input, digest, seen, context.options))];
  if (inputs.length === 0 && parts.length === 0) reportEmpty(input, seen, problems);
  for (const entry of inputs) {
    parts.push(...(await openEntry(entry, inputs.length === 1, input, digest, context)));
  }
  return parts;
}

/** The entries that are one table together: one of each customer, in the JSON of a tool. */
async function headlessParts(
  input: FileToOpen,
  digest: Digest,
  entries: readonly ArchiveEntry[],
  options: OpeningOptions,
): Promise<readonly Part[]> {
  for (const format of formatsFor(input.kind, options)) {
    const rows = await format.inArchive?.(entries, input.file, options);
    if (rows !== undefined) return [headlessPart(input, digest, rows, rows.records)];
  }
  return [];
}

function reportEmpty(
  { file, kind }: FileToOpen,
  seen: readonly ArchiveEntry[],
  problems: Problems,
): void {
  if (seen.some(({ name }) => ARCHIVES.test(name))) return;
  problems.report(kind === undefined ? 'unknown-file' : 'empty-archive', { file });
}

async function openEntry(
  entry: ArchiveEntry,
  isAlone: boolean,
  archive: FileToOpen,
  digest: Digest,
  context: ZipContext,
): Promise<readonly Part[]> {
  const file = `${archive.file}/${entry.name}`;
  const path = await unpack(entry, context);
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
function withArchive(table: Table, entry: string, { file }: FileToOpen, digest: Digest): Table {
  return {
    ...table,
    input: file,
    sha256: digest.sha256,
    entry: { file: entry, sha256: table.sha256 },
  };
}

let unpacked = 0;

/** Writes an entry to the disk, where it can be read more than once. Undefined when it is damaged. */
async function unpack(
  entry: ArchiveEntry,
  { unpackInto }: ZipContext,
): Promise<string | undefined> {
  unpacked += 1;
  const folder = join(await unpackInto(), 'unpacked');
  await mkdir(folder, { recursive: true });
  // Under a number: what an archive calls its files is nothing to name files by.
  const path = join(folder, String(unpacked));
  try {
    await pipeline(entry.bytes(), createWriteStream(path));
    return path;
  } catch (error) {
    if (isDiskError(error)) throw error;
    return undefined;
  }
}
