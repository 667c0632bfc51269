import type { ArchiveEntry } from '../../files/archive.js';
import type { CsvRecord } from '../../files/csv-records.js';
import type { HeadlessFormat } from '../../files/headless.js';
import type { ShopOfFile } from '../../files/reader.js';
import { isDiskError } from '../../files/workbook/parts.js';
import { conversationRecords } from './message-records.js';
import { MESSAGE_COLUMNS } from './messages.js';
import { customerLog, USERSCRIPT_JSON } from './userscript-json.js';

const JSON_NAME = /\.json$/i;

/** How the rows of a log are read. */
const ROWS = {
  reader: USERSCRIPT_JSON,
  gives: MESSAGE_COLUMNS,
  firstLine: 1,
  linesPerRow: 1,
} as const;

/** The beginning of a log of a customer; a long one is cut. */
const LOG_BEGINS = /^\s*\{(?=.*"user"\s*:\s*")(?=.*"chats"\s*:\s*\[)/s;

/** The JSON of a customer as a chat log; that of all customers, in the files of an archive, as one. */
export const JSON_LOGS: HeadlessFormat = {
  kind: 'chats',
  readers: [USERSCRIPT_JSON],
  inText(sample, _, shop) {
    if (!LOG_BEGINS.test(sample)) return undefined;
    return { ...ROWS, records: (pieces) => recordsOfText(pieces, shop) };
  },
  async inArchive(all, archive, shop) {
    const entries = all.filter(({ name }) => JSON_NAME.test(name));
    const [first] = entries;
    const text = first && (await textOf(first));
    if (text === undefined || customerLog(text, archive) === undefined) return undefined;
    return { ...ROWS, entries, records: () => recordsOf(entries, archive, shop) };
  },
};

async function* recordsOf(
  entries: readonly ArchiveEntry[],
  archive: string,
  shop: ShopOfFile,
): AsyncGenerator<CsvRecord> {
  for (const entry of entries) {
    yield* logRecords((await textOf(entry)) ?? '', `${archive}/${entry.name}`, shop);
  }
}

async function* recordsOfText(
  pieces: AsyncIterable<string>,
  shop: ShopOfFile,
): AsyncGenerator<CsvRecord> {
  let text = '';
  for await (const piece of pieces) {
    text += piece;
    if (text.length > MOST_BYTES) {
      yield { cells: [], line: 1, problem: { code: 'bad-chat-json', params: {} } };
      return;
    }
  }
  yield* logRecords(text, undefined, shop);
}

/** The messages of one customer. `file`: where they stand, if a table is put together from several files. */
async function* logRecords(
  text: string,
  file: string | undefined,
  shop: ShopOfFile,
): AsyncGenerator<CsvRecord> {
  const place = { cells: [], line: 1, ...(file === undefined ? {} : { file }) };
  const log = customerLog(text, file);
  if (log === undefined) {
    yield { ...place, problem: { code: 'bad-chat-json', params: {} } };
    return;
  }
  const { count, messages } = log;
  if (count !== undefined && count !== messages.length) {
    const params = { count, found: messages.length };
    yield { ...place, problem: { code: 'fewer-messages', params } };
  }
  yield* conversationRecords(oneByOne(messages), shop);
}

async function* oneByOne<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** More than one customer and the agents can have written in a month. */
const MOST_BYTES = 32 * 1024 ** 2;

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
