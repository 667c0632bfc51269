import { convertedMatch, exportRow } from '../../files/conversion.js';
import type { CsvRecord } from '../../files/csv.js';
import type { OpeningOptions } from '../../files/opening.js';
import type { HeaderMatch } from '../../files/reader.js';
import { converse } from './conversations.js';
import { type Accounts, accountsOf, MESSAGE_COLUMNS, type Message } from './messages.js';

/** The header of a chat log that is put together from messages. */
export function messagesMatch(match: HeaderMatch): HeaderMatch {
  return convertedMatch(match, { gives: MESSAGE_COLUMNS });
}

/** The messages in the rows of an export; `file`: the sheet in which they stand, where there are several. */
export async function* messagesIn(
  records: AsyncIterable<CsvRecord>,
  match: HeaderMatch,
  file?: string,
): AsyncGenerator<Message> {
  const { messageOf } = match.reader;
  if (messageOf === undefined) return;
  for await (const record of records) {
    yield { ...messageOf(exportRow(record, match)), line: record.line, file };
  }
}

/** The records of a chat log, of which `messages` gives all that its files say. */
export function conversationRecords(
  messages: AsyncIterable<Message>,
  { roster, settings }: Pick<OpeningOptions, 'roster' | 'settings'>,
  accounts: Accounts = accountsOf(roster),
): AsyncGenerator<CsvRecord> {
  return converse(messages, {
    accounts,
    sessionWait: settings?.sessionWait ?? Number.POSITIVE_INFINITY,
    dayStartsAt: settings?.dayStartsAt ?? 0,
  });
}
