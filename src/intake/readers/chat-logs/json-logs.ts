import type { ArchiveEntry } from '../../files/archive.js';
import type { CsvRecord } from '../../files/csv.js';
import type { HeadlessFormat } from '../../files/headless.js';
import type { ShopOfFile } from '../../files/reader.js';
import { isDiskError } from '../../files/workbook/parts.js';
import { conversationRecords } from './message-records.js';
import { MESSAGE_COLUMNS } from './messages.js';
import { customerLog, USERSCRIPT_JSON } from './userscript-json.js';

const JSON_NAME = /\.json$/i;

/** The JSON files of an archive, one of each customer, as one chat log. */
export const JSON_LOGS: HeadlessFormat = {
  kind: 'chats',
  async inArchive(all, archive, shop) {
    const entries = all.filter(({ name }) => JSON_NAME.test(name));
    const [first] = entries;
    const text = first && (await textOf(first));
    if (text === undefined || customerLog(text, archive) === undefined) return undefined;
    return {
      reader: USERSCRIPT_JSON,
      gives: MESSAGE_COLUMNS,
      firstLine: 1,
      linesPerRow: 1,
      entries,
      records: () => recordsOf(entries, archive, shop),
    };
  },
};

async function* recordsOf(
  entries: readonly ArchiveEntry[],
  archive: string,
  shop: ShopOfFile,
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
    yield* conversationRecords(oneByOne(messages), shop);
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
