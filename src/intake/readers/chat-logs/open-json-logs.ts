import type { ArchiveEntry } from '../../files/archive.js';
import type { CsvRecord } from '../../files/csv.js';
import type { Digest } from '../../files/digest.js';
import { headerOf, matchHeader } from '../../files/header.js';
import type { FileToOpen, OpeningOptions, Part } from '../../files/opening.js';
import type { RecordTable } from '../../files/table.js';
import { isDiskError } from '../../files/workbook/parts.js';
import { conversationRecords, messagesMatch } from './message-records.js';
import { customerLog, USERSCRIPT_JSON } from './userscript-json.js';

const JSON_NAME = /\.json$/i;

/** Opens the JSON files of an archive, one of each customer, as one chat log; undefined where they are none. */
export async function openJsonLogs(
  { file, path, kind, source }: FileToOpen,
  digest: Digest,
  all: readonly ArchiveEntry[],
  options: OpeningOptions,
): Promise<Part | undefined> {
  const entries = all.filter(({ name }) => JSON_NAME.test(name));
  const [first] = entries;
  if (first === undefined || (kind !== undefined && kind !== 'chats')) return undefined;
  const text = await textOf(first);
  if (text === undefined || customerLog(text, file) === undefined) return undefined;
  const columns = USERSCRIPT_JSON.columns.map(({ id }) => id);
  const match = matchHeader(USERSCRIPT_JSON, headerOf(columns));
  const table: RecordTable = {
    form: 'records',
    file,
    input: file,
    path,
    match: messagesMatch(match),
    source: match,
    headerLine: 1,
    sha256: digest.sha256,
    size: digest.size,
    rowsAbout: digest.linesAbout,
    mapped: source?.columns ?? {},
    records: () => recordsOf(entries, file, options),
  };
  return { file, found: [{ match, recognised: true }], table };
}

async function* recordsOf(
  entries: readonly ArchiveEntry[],
  archive: string,
  options: OpeningOptions,
): AsyncGenerator<CsvRecord> {
  for (const entry of entries) {
    const file = `${archive}/${entry.name}`;
    const log = customerLog((await textOf(entry)) ?? '', file);
    if (log === undefined) {
      yield { cells: [], line: 1, file, problem: { code: 'bad-chat-json', params: {} } };
      continue;
    }
    const { count, messages } = log;
    if (count !== undefined && count !== messages.length) {
      const params = { count, found: messages.length };
      yield { cells: [], line: 1, file, problem: { code: 'fewer-messages', params } };
    }
    yield* conversationRecords(oneByOne(messages), options);
  }
}

async function* oneByOne<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** More than one customer and the agents can have written. */
const MOST_BYTES = 256 * 1024 ** 2;

/** The text of an entry; undefined where it is damaged, or no text. */
async function textOf({ size, bytes }: ArchiveEntry): Promise<string | undefined> {
  if (size > MOST_BYTES) return undefined;
  try {
    const pieces: Buffer[] = [];
    for await (const piece of bytes()) pieces.push(piece);
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces));
  } catch (error) {
    if (isDiskError(error)) throw error;
    return undefined;
  }
}
