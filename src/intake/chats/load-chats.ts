import { SENDERS } from '../../catalogue/vocabulary.js';
import type { EngineRow } from '../../lib/engine.js';
import { sqlFile } from '../../lib/sql-file.js';
import { assignAgentsByDay } from '../cells/agents-of-rows.js';
import { TIME, VERBATIM, WRITTEN, wordIn } from '../cells/cell-kinds.js';
import { countLoadedRows, type LoadedRows, nextRow } from '../cells/loaded-rows.js';
import { loadScan, onShareRead } from '../cells/scan.js';
import { reportUnknownAccounts } from '../cells/unknown-accounts.js';
import { missingCells, type RowKind, readCells } from '../cells/valid-row.js';
import { anyPattern } from '../cells/words-sql.js';
import { checkMonth } from '../cells/wrong-month.js';
import { count, type MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';

/** Whose messages are a conversation. Of what robots and the platform write there need be no buyer. */
const SPEAKERS = ['buyer', 'agent'] as const;
const IS_SPOKEN = `(${SPEAKERS.map((sender) => `sender = '${sender}'::sender`).join(' OR ')})`;

/** A row of chats. */
export const MESSAGE: RowKind = {
  columns: [
    { id: 'time', as: 'time', read: TIME, required: true },
    { id: 'sender', as: 'sender', read: wordIn(SENDERS, 'sender'), required: true },
    { id: 'buyer', as: 'nick', read: WRITTEN, required: { where: 'sender', is: SPEAKERS } },
    { id: 'agent', as: 'agent_cell', read: WRITTEN },
    { id: 'shop', as: 'shop', read: VERBATIM },
    { id: 'text', as: 'text', read: VERBATIM },
  ],
  dated: ['time'],
};

/** What a chat file has brought. */
export interface LoadedChats {
  readonly rows: number;
  /** The shops that its buyers write in; '' where none is named. */
  readonly shops: readonly string[];
  /** The first of its rows in `chats`. */
  readonly start: number;
  /** Its first and last moment, in seconds. */
  readonly first: number;
  readonly last: number;
}

/**
 * Loads one chat file into `chats`, rows in their order. `withShops`: the shop column counts. Undefined,
 * with the problems reported, when the file is wrong.
 */
export async function loadChats(
  table: Table,
  withShops: boolean,
  context: MonthContext,
): Promise<LoadedChats | undefined> {
  const { engine } = context;
  const start = await nextRow('chats', engine);
  const firstBuyer = await nextRow('chat_buyers', engine);
  const scanned = await scanMessages(table, withShops, context);
  if (scanned === undefined) return undefined;
  const loaded = loadedSince(start);
  await assignAgentsByDay(table, loaded, context);
  await engine.run(
    sqlFile(new URL('./chat-buyers.sql', import.meta.url), {
      start: String(start),
      spoken: IS_SPOKEN,
    }),
  );
  const found = await checkMessages(start, context);
  const range = await countLoadedRows(table, MESSAGE, found, scanned.isWhole, context);
  // Of the next file only its own are to be found.
  await engine.run('DELETE FROM chat_buyers WHERE key IS NULL');
  if (range === undefined) return undefined;
  checkMonth(table, range, context, Math.ceil(context.settings.window / 86_400));
  count(context, 'chats.robot', Number(found.robot));
  count(context, 'chats.system', Number(found.system));
  await reportUnknownAccounts(table, loaded, context.roster, context);
  await engine.run(`DELETE FROM chats WHERE agent IS NULL AND ${loaded.these}`);
  const shops = await engine.query(
    `SELECT DISTINCT shop_of_key(key) AS shop FROM chat_buyers WHERE rowid >= ${firstBuyer}`,
  );
  return {
    rows: range.rows,
    shops: shops.map(({ shop }) => String(shop)),
    start,
    first: Number(found.first),
    last: Number(found.last),
  };
}

/** Scans the messages of a file into `chats`; says whether the scan has read all of it. */
function scanMessages(table: Table, withShops: boolean, context: MonthContext) {
  return loadScan(table, context, async (scan) => {
    const hasText = table.match.positions.has('text');
    await context.engine.run(
      sqlFile(new URL('./load-chats.sql', import.meta.url), {
        cells: readCells(table, MESSAGE.columns, scan),
        buyer: withShops ? "buyer_key(coalesce(shop, ''), nick)" : 'nick',
        chars: hasText ? "length(coalesce(text, ''))" : 'NULL',
        advertising: anyPattern("coalesce(text, '')", context.settings.adPatterns),
      }),
      onShareRead(table, context),
    );
    return { isWhole: scan.isWhole };
  });
}

/** The messages from a row on, as those that have just been loaded. */
function loadedSince(start: number): LoadedRows {
  const nobodys = 'CASE WHEN key_of_written(buyer) IS NOT NULL THEN of_day.name END';
  return {
    kind: MESSAGE,
    table: 'chats',
    these: `chats.rowid >= ${start}`,
    also: { buyer: `CASE WHEN of_day.agent IS NULL THEN ${nobodys} ELSE buyer END` },
    account: "nullif(buyer, '')",
    isUnknown: `agent IS NULL AND ${IS_SPOKEN}`,
  };
}

/** Counts the messages from a row on, what is wrong with them, and between which moments they are. */
async function checkMessages(start: number, { engine, span }: MonthContext): Promise<EngineRow> {
  const [found = {}] = await engine.query(
    sqlFile(new URL('./check-chats.sql', import.meta.url), {
      from: String(span.from),
      to: String(span.to),
      start: String(start),
      missing: missingCells(MESSAGE.columns),
      spoken: IS_SPOKEN,
    }),
  );
  return found;
}
