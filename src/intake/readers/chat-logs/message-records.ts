import type { CsvRecord } from '../../files/csv-records.js';
import type { ExportRow, JointConversion, PlacedRow, ShopOfFile } from '../../files/reader.js';
import { converse } from './conversations.js';
import { type Accounts, accountsOf, MESSAGE_COLUMNS, type Message } from './messages.js';

/**
 * Of an export of messages that do not all name their buyer and agent: what a row says of its message. Whose it
 * is then follows from those around it.
 */
export function messageConversion(
  messageOf: (row: ExportRow) => Omit<Message, 'line' | 'file'>,
): JointConversion {
  async function* messages(rows: AsyncIterable<PlacedRow>): AsyncGenerator<Message> {
    for await (const { row, line, file } of rows) yield { ...messageOf(row), line, file };
  }
  return {
    gives: MESSAGE_COLUMNS,
    recordsOf: (rows, shop) => conversationRecords(messages(rows), shop),
  };
}

/** The records of a chat log, of which `messages` gives all that its files say. */
export function conversationRecords(
  messages: AsyncIterable<Message>,
  { roster, settings }: ShopOfFile,
  accounts: Accounts = accountsOf(roster),
): AsyncGenerator<CsvRecord> {
  return converse(messages, {
    accounts,
    sessionWait: settings?.sessionWait ?? Number.POSITIVE_INFINITY,
    dayStartsAt: settings?.dayStartsAt ?? 0,
  });
}
