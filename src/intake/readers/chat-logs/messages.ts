import type { Roster } from '../../../shop/roster.js';
import { accountKey } from '../../../shop/roster.js';

/** Whose account a nick is. */
export interface Accounts {
  /** True for an agent's; whoever is not an agent is a buyer. */
  readonly isAgent: (nick: string) => boolean;
}

/**
 * An agent's account is `shop:agent`, or any that the roster has; the shop's own account, which stands before
 * the colon of theirs, is the shop's too. `nicks`: accounts that are seen in a file.
 */
export function accountsOf(roster: Roster | undefined, nicks: Iterable<string> = []): Accounts {
  const known = new Set<string>();
  const shops = new Set<string>();
  const addShop = (account: string) => {
    const colon = account.indexOf(':');
    if (colon > 0) shops.add(account.slice(0, colon));
  };
  for (const { id, accounts } of roster?.agents ?? []) {
    for (const account of [accountKey(id), ...accounts]) {
      known.add(account);
      addShop(account);
    }
  }
  for (const nick of nicks) addShop(accountKey(nick));
  return {
    isAgent: (nick) => {
      const key = accountKey(nick);
      return key.includes(':') || known.has(key) || shops.has(key);
    },
  };
}

/** A text, and the header that it stands under, as its file writes it; '' where it has none. */
export interface Said {
  readonly text: string;
  readonly header: string;
}

/** A message as an export has it: what it does not say of itself follows from those around it. */
export interface Message {
  /** Where it stands; `file` only where a table is put together from several. */
  readonly line: number;
  readonly file?: string | undefined;
  /** With its day. */
  readonly time: Said;
  readonly text: Said;
  /** Whoever wrote it. */
  readonly from?: Said | undefined;
  /** Whom it was written to. */
  readonly to?: Said | undefined;
  /** What the export calls the one who wrote it: a word of the column `sender`, or one that nobody knows. */
  readonly role?: Said | undefined;
  /** The buyer and the agent whose conversation it is, where the export says so. */
  readonly buyer?: Said | undefined;
  readonly agent?: Said | undefined;
  /** True where it surely is the first of another conversation. */
  readonly begins?: boolean | undefined;
}

/** What a chat export gives: the columns of `chats`, by id. */
export const MESSAGE_COLUMNS = ['time', 'agent', 'buyer', 'sender', 'text'] as const;
