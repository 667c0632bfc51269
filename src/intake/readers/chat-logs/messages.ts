import type { Roster } from '../../../shop/roster.js';
import { accountKey } from '../../../shop/roster.js';

/** Whose account a nick is. */
export interface Accounts {
  /** True for an agent's; whoever is not an agent is a buyer. */
  readonly isAgent: (nick: string) => boolean;
  /** True for one that is surely the shop's: the roster has it, or others of the same shop. */
  readonly isKnown: (nick: string) => boolean;
}

/**
 * An agent's account is `shop:agent`, or any that the roster has; the shop's own account, which stands before
 * the colon of theirs, is the shop's too. `nicks`: accounts that are seen in a file.
 */
export function accountsOf(roster: Roster | undefined, nicks: readonly string[] = []): Accounts {
  const known = new Set(
    (roster?.agents ?? []).flatMap(({ id, accounts }) => [accountKey(id), ...accounts]),
  );
  const isInRoster = (key: string) => known.has(key) || known.has(key.slice(key.indexOf(':') + 1));
  const keys = nicks.map(accountKey);
  const ours = [...known, ...keys.filter(isInRoster)].flatMap(shopOf);
  // Of a shop whose agents are not in the roster any account may be one.
  const shops = new Set(ours.length > 0 ? ours : keys.flatMap(shopOf));
  return {
    isAgent: (nick) => {
      const key = accountKey(nick);
      return key.includes(':') || known.has(key) || shops.has(key);
    },
    isKnown: (nick) => {
      const key = accountKey(nick);
      return isInRoster(key) || [key, ...shopOf(key)].some((shop) => shops.has(shop));
    },
  };
}

/** The shop of an account that names it, else none. */
function shopOf(key: string): readonly string[] {
  const colon = key.indexOf(':');
  return colon > 0 ? [key.slice(0, colon)] : [];
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
  /** Lines of it that might as well begin a message of another buyer. */
  readonly doubtful?: readonly number[] | undefined;
}

/** What a chat export gives: the columns of `chats`, by id. */
export const MESSAGE_COLUMNS = ['time', 'agent', 'buyer', 'sender', 'text'] as const;
