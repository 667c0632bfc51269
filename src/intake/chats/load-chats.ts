import { SENDERS } from '../../catalogue/vocabulary.js';
import type { Row as EngineRow } from '../../lib/engine.js';
import { sqlFile } from '../../lib/sql-file.js';
import { assignAgentsByDay } from '../cells/agents-of-rows.js';
import { oneOf, TIME, VERBATIM, WRITTEN } from '../cells/cell-kinds.js';
import { loadScan, onShareRead } from '../cells/scan.js';
import { reportAccounts } from '../cells/unknown-accounts.js';
import { type RowKind, readCells } from '../cells/valid-row.js';
import { anyPattern } from '../cells/words-sql.js';
import { checkMonth, noteRange, rangeOf } from '../cells/wrong-month.js';
import { findWrongRows } from '../cells/wrong-rows.js';
import { count, type MonthContext } from '../facts/month-context.js';
import type { Table } from '../files/table.js';

/** A row of chats. Of what robots and the platform write there need be no buyer. */
const MESSAGE: RowKind = {
  columns: [
    { id: 'time', as: 'time', read: TIME, required: true },
    { id: 'sender', as: 'sender', read: oneOf(SENDERS, 'sender'), required: true },
    {
      id: 'buyer',
      as: 'nick',
      read: WRITTEN,
      required: { where: 'sender', is: ['buyer', 'agent'] },
    },
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
  const { engine, span } = context;
  const start = await nextRow('chats', context);
  const firstBuyer = await nextRow('chat_buyers', context);
  const loaded = await loadScan(table, context, async (scan) => {
    const hasText = table.match.positions.has('text');
    await engine.run(
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
  if (loaded === undefined) return undefined;
  const nobodys = 'CASE WHEN key_of_written(buyer) IS NOT NULL THEN of_day.name END';
  const also = { buyer: `CASE WHEN of_day.agent IS NULL THEN ${nobodys} ELSE buyer END` };
  const these = `chats.rowid >= ${start}`;
  await assignAgentsByDay({ table: 'chats', these, time: 'time', also }, context);
  await engine.run(
    sqlFile(new URL('./chat-buyers.sql', import.meta.url), { start: String(start) }),
  );
  const [found = {}] = await engine.query(
    sqlFile(new URL('./check-chats.sql', import.meta.url), {
      from: String(span.from),
      to: String(span.to),
      start: String(start),
    }),
  );
  const rows = await check(table, found, { start, ...loaded }, context);
  if (rows === undefined) return undefined;
  const shops = await engine.query(
    `SELECT DISTINCT shop_of_key(key) AS shop FROM chat_buyers WHERE rowid >= ${firstBuyer}`,
  );
  return {
    rows,
    shops: shops.map(({ shop }) => String(shop)),
    start,
    first: Number(found.first),
    last: Number(found.last),
  };
}

async function nextRow(table: 'chats' | 'chat_buyers', { engine }: MonthContext): Promise<number> {
  const [row] = await engine.query(`SELECT coalesce(max(rowid) + 1, 0) AS next FROM ${table}`);
  return Number(row?.next);
}

async function check(
  table: Table,
  found: EngineRow,
  { start, isWhole }: { readonly start: number; readonly isWhole: boolean },
  context: MonthContext,
): Promise<number | undefined> {
  const rows = Number(found.rows);
  const range = rangeOf(found);
  count(context, 'chats.read', rows);
  if (found.first !== null && found.first !== undefined) {
    const first = Number(found.first);
    context.begins.set('chats', Math.min(first, context.begins.get('chats') ?? first));
  }
  noteRange(table, range, context);
  if (Number(found.wrong) > 0) {
    await findWrongRows(table, MESSAGE, Number(found.wrong), context);
    // Of the next file only its own are to be found.
    await context.engine.run('DELETE FROM chat_buyers WHERE key IS NULL');
    return undefined;
  }
  if (!isWhole) return undefined;
  checkMonth(table, range, context);
  count(context, 'chats.robot', Number(found.robot));
  count(context, 'chats.system', Number(found.system));
  if (Number(found.unknown) > 0) await reportUnknown(table, start, context);
  await context.engine.run(`DELETE FROM chats WHERE agent IS NULL AND rowid >= ${start}`);
  return rows;
}

async function reportUnknown(table: Table, start: number, context: MonthContext): Promise<void> {
  const accounts = await context.engine.query(`
    SELECT nullif(buyer, '') AS account, count(*) AS rows FROM chats
    WHERE rowid >= ${start} AND agent IS NULL AND sender IN ('buyer', 'agent')
    GROUP BY account ORDER BY count(*) DESC, account`);
  reportAccounts(table, 'chats', accounts, context);
}
