import type { Encoding } from '../../../lib/encoding.js';
import { textPieces } from '../../files/decode.js';
import type { Digest } from '../../files/digest.js';
import { headerOf, matchHeader } from '../../files/header.js';
import type { FileToOpen, OpeningOptions, Part } from '../../files/opening.js';
import type { RecordTable } from '../../files/table.js';
import { conversationRecords, messagesMatch } from './message-records.js';
import { accountsOf } from './messages.js';
import { chatFormatOf, chatMessages, linesOf, nicksIn } from './text-messages.js';

/** A text whose beginning has been read. */
interface BegunText {
  readonly input: FileToOpen;
  readonly digest: Digest;
  readonly encoding: Encoding;
  readonly sample: string;
}

/** Opens a text of messages without a header; undefined where it is none. */
export function openChatText(
  { input, digest, encoding, sample }: BegunText,
  options: OpeningOptions,
): Part | undefined {
  const { file, path, kind, source } = input;
  if (kind !== undefined && kind !== 'chats') return undefined;
  const format = chatFormatOf(sample);
  if (format === undefined) return undefined;
  const accounts = accountsOf(options.roster, nicksIn(sample, format));
  // Of a text that nobody calls a chat log, at least one who writes must be an agent.
  if (kind === undefined && !nicksIn(sample, format).some(accounts.isAgent)) return undefined;
  const { reader } = format;
  const match = matchHeader(reader, headerOf(reader.columns.map(({ zh }) => zh)));
  const table: RecordTable = {
    form: 'records',
    file,
    input: file,
    path,
    match: messagesMatch(match),
    source: match,
    headerLine: format.firstLine,
    sha256: digest.sha256,
    size: digest.size,
    rowsAbout: Math.round(digest.linesAbout / 2),
    mapped: source?.columns ?? {},
    records: (onBytes) => {
      const lines = linesOf(textPieces(path, encoding, onBytes));
      return conversationRecords(chatMessages(lines, format), options, accounts);
    },
  };
  return { file, encoding, found: [{ match, recognised: true }], table };
}
