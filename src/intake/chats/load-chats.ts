import { SENDERS } from '../../catalogue/vocabulary.js';
import type { Row as EngineRow } from '../../lib/engine.js';
import type { ProblemCode, Problems } from '../../lib/problem.js';
import { sqlFile } from '../../lib/sql-file.js';
import { dayAlone, writtenHolders } from '../../shop/roster.js';
import { settleAgents } from '../cells/agents-of-rows.js';
import { type Row, rowReader, shorten } from '../cells/row.js';
import {
  blankRow,
  eachRecord,
  limitProblems,
  loadScan,
  onShareRead,
  scanColumn,
} from '../cells/scan.js';
import { anyPattern, wordOf } from '../cells/words-sql.js';
import { checkMonth, noteRange, rangeOf } from '../cells/wrong-month.js';
import { businessDay, count, type MonthContext } from '../facts/month-context.js';
import { headerName, type Table } from '../files/table.js';
import { isSummary } from '../files/total-rows.js';

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
    const text = scanColumn(table, 'text');
    const nick = scanColumn(table, 'buyer');
    const shop = `coalesce(${scanColumn(table, 'shop')}, '')`;
    const hasText = table.match.positions.has('text');
    await engine.run(
      sqlFile(new URL('./load-chats.sql', import.meta.url), {
        rows: scan.rows,
        blank: blankRow(scan),
        time: scanColumn(table, 'time'),
        agent: scanColumn(table, 'agent'),
        buyer: withShops ? `buyer_key(${shop}, ${nick})` : nick,
        sender: wordOf(scanColumn(table, 'sender'), SENDERS, 'sender'),
        chars: hasText ? `length(coalesce(${text}, ''))` : 'NULL',
        advertising: anyPattern(`coalesce(${text}, '')`, context.settings.adPatterns),
      }),
      onShareRead(table, context),
    );
    return { isWhole: scan.isWhole };
  });
  if (loaded === undefined) return undefined;
  const nobodys = 'CASE WHEN key_of_written(buyer) IS NOT NULL THEN settled.name END';
  const also = { buyer: `CASE WHEN settled.agent IS NULL THEN ${nobodys} ELSE buyer END` };
  const these = `chats.rowid >= ${start}`;
  await settleAgents({ table: 'chats', these, time: 'time', also }, context);
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
    await reportRows(table, Number(found.wrong), context);
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

/** Warns of accounts that no agent has, and counts their rows. */
export function reportAccounts(
  table: Table,
  kind: 'chats' | 'orders' | 'calls' | 'metrics',
  accounts: readonly EngineRow[],
  context: MonthContext,
): void {
  const place = { file: table.file, column: headerName(table, 'agent') };
  for (const { account, rows } of accounts) {
    count(context, `${kind}.unknown-agent`, Number(rows));
    if (account === null || account === undefined) {
      context.problems.report('rows-without-agent', place, { params: { rows: Number(rows) } });
    } else {
      const cell = shorten(String(account));
      const params = { account: cell, rows: Number(rows) };
      const named = context.roster.named(String(account));
      if ('holdings' in named) {
        const holders = writtenHolders(named.holdings);
        context.problems.report('unknown-account-then', place, {
          cell,
          params: { ...params, holders },
        });
      } else context.problems.report('unknown-account', place, { cell, params });
    }
  }
}

/** Reads the file once more, row by row, to say where its wrong cells are. */
async function reportRows(table: Table, wrong: number, context: MonthContext): Promise<void> {
  await findWrongRows(table, wrong, context, (row) => {
    const time = row.time('time', 'required');
    const sender = row.word('sender', SENDERS, 'required');
    if (sender === 'buyer' || sender === 'agent') row.text('buyer', 'required');
    checkAgent(row, time, context);
  });
}

/**
 * An agent cell that several agents answer to at that time; one that nobody answers to is only counted. Of a row
 * without a time there is something else to tell.
 */
export function checkAgent(row: Row, time: number | undefined, context: MonthContext): void {
  const cell = row.text('agent');
  if (cell === undefined) return;
  const { roster, settings } = context;
  const day = time === undefined ? undefined : businessDay(time, settings.dayStartsAt);
  const resolution = roster.resolve(cell, day && dayAlone(day));
  if ('problem' in resolution && resolution.problem === 'ambiguous') {
    row.report('ambiguous-agent', 'agent', { agent: shorten(cell) });
  }
}

/**
 * Finds the wrong cells of a file of which the engine has told only their number: `check` reports those
 * of a row. The first thousand are reported in full, the rest as a number.
 */
export async function findWrongRows(
  table: Table,
  wrong: number,
  context: MonthContext,
  check: (row: Row) => void,
): Promise<void> {
  const limited = limitProblems(context.problems, table.file);
  const read = rowReader({
    table,
    roster: context.roster,
    problems: limited,
    dayStartsAt: context.settings.dayStartsAt,
  });
  const told = linesTold(table, context.problems);
  await eachRecord(table, context.problems, async (records) => {
    for await (const record of records) {
      if (told.has(record.line) || record.problem !== undefined) continue;
      if (table.match.reader.kind === 'orders' && isSummary(record, table.match)) continue;
      const row = read(record);
      if (row.sound()) check(row);
    }
  });
  limited.reportRest();
  if (limited.seen() > 0) return;
  // The two grammars of cells disagree: nothing may pass in silence.
  context.problems.report('unreadable-rows', { file: table.file }, { params: { rows: wrong } });
}

/** Lines of which it has been said that they have too many cells or too few. */
function linesTold({ file }: Table, problems: Problems): ReadonlySet<number | undefined> {
  const codes: readonly ProblemCode[] = ['short-row', 'long-row'];
  const told = problems.all.filter((each) => each.file === file && codes.includes(each.code));
  return new Set(told.map(({ line }) => line));
}
