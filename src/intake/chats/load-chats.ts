import { SENDERS } from '../../catalogue/vocabulary.js';
import { byCodePoints } from '../../lib/order.js';
import { reportLeadingZeros } from '../cells/agents-of-rows.js';
import { eachRowBytes } from '../cells/byte-rows.js';
import { PLAIN_TEXT, TIME, VERBATIM, wordIn } from '../cells/cell-kinds.js';
import { countLoadedRows } from '../cells/loaded-rows.js';
import { reportAccounts, reportBuyers } from '../cells/unknown-accounts.js';
import type { RowKind } from '../cells/valid-row.js';
import { checkMonth } from '../cells/wrong-month.js';
import { count, type MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';
import type { MessageCollector } from './collect-messages.js';
import type { FileRows } from './file-rows.js';

/** Whose messages are a conversation. Of what robots and the platform write there need be no buyer. */
const SPEAKERS = ['buyer', 'agent'] as const;

/** A row of chats. */
export const MESSAGE: RowKind = {
  columns: [
    { id: 'time', as: 'time', read: TIME, required: true },
    { id: 'sender', as: 'sender', read: wordIn(SENDERS, 'sender'), required: true },
    { id: 'buyer', as: 'nick', read: PLAIN_TEXT, required: { where: 'sender', is: SPEAKERS } },
    { id: 'agent', as: 'agent_cell', read: PLAIN_TEXT },
    { id: 'shop', as: 'shop', read: VERBATIM },
    { id: 'text', as: 'text', read: VERBATIM },
  ],
  dated: ['time'],
};

/** Fewer messages than these may all be of a full minute by chance. */
const TELLING_ROWS = 30;

/** What a chat file has brought. */
export interface LoadedChats {
  readonly rows: number;
  /** The shops that its buyers write in; '' where none is named. */
  readonly shops: readonly string[];
  /** Its first and last moment, in seconds. */
  readonly first: number;
  readonly last: number;
  /** Which piece of the messages it is. */
  readonly piece: number;
}

/**
 * Collects the messages of one chat file, rows in their order. `withShops`: the shop column counts. Undefined, with the
 * problems reported, when the file is wrong.
 */
export async function loadChats(
  table: Table,
  withShops: boolean,
  messages: MessageCollector,
  context: MonthContext,
): Promise<LoadedChats | undefined> {
  const { take, rows, piece } = messages.nextFile(table, withShops);
  const settle = () => messages.settle();
  const read = await eachRowBytes(table, { take, settle }, context);
  if (read === undefined) return undefined;
  reportLeadingZeros(table, [...rows.datedNames], context);
  const range = await countLoadedRows(table, MESSAGE, rows, read.isWhole, context);
  // What else is wrong is told in the same run.
  if (read.isWhole) {
    reportBuyers(table, rows.swapped, context);
    reportAccounts(table, mostFirst(rows.unknown), context.roster, context);
  }
  if (range === undefined) return undefined;
  checkMonth(table, range, context, Math.ceil(context.settings.window / 86_400));
  if (!rows.hasSeconds && rows.rows >= TELLING_ROWS) {
    context.problems.report('times-to-the-minute', { file: table.file });
  }
  count(context, 'chats.robot', rows.robot);
  count(context, 'chats.system', rows.system);
  count(context, 'chats.team', rows.team);
  const { first, last } = rows;
  return { rows: range.rows, shops: [...rows.shops], first, last, piece };
}

/** Accounts by how many rows they have; those without a name after the others of as many. */
function mostFirst(unknown: FileRows['unknown']) {
  const accounts = [...unknown].map(([account, rows]) => ({ account, rows }));
  const last = (account: string | undefined) => (account === undefined ? 1 : 0);
  return accounts.sort(
    (one, other) =>
      other.rows - one.rows ||
      last(one.account) - last(other.account) ||
      byCodePoints(one.account ?? '', other.account ?? ''),
  );
}
