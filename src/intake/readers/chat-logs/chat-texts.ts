import type { HeadlessFormat } from '../../files/headless.js';
import { isSystemNick } from './conversations.js';
import { conversationRecords } from './message-records.js';
import { accountsOf, MESSAGE_COLUMNS } from './messages.js';
import { chatFormatOf, chatMessages, linesOf, nicksIn } from './text-messages.js';
import { STYLES } from './text-styles.js';

/** Texts of messages, in whatever style. */
export const CHAT_TEXTS: HeadlessFormat = {
  kind: 'chats',
  readers: STYLES.map(({ reader }) => reader),
  inText(sample, isNamed, shop) {
    const format = chatFormatOf(sample, accountsOf(shop.roster).isKnown);
    if (format === undefined) return undefined;
    const nicks = nicksIn(sample, format);
    const accounts = accountsOf(shop.roster, nicks);
    const isKnown = (nick: string) => accounts.isKnown(nick) || isSystemNick(nick);
    // Of a text that nobody calls a chat log, at least one who writes must be an agent.
    if (!isNamed && !nicks.some(accounts.isKnown)) return undefined;
    return {
      reader: format.reader,
      gives: MESSAGE_COLUMNS,
      firstLine: format.firstLine,
      linesPerRow: 2,
      records: (pieces) =>
        conversationRecords(chatMessages(linesOf(pieces), format, isKnown), shop, accounts),
    };
  },
};
