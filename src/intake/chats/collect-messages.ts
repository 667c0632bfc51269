import { NUL } from '../../lib/encoding.js';
import { accountDaysOf } from '../../shop/roster.js';
import { type ByteMoment, byteTimeReader } from '../cells/byte-times.js';
import { present } from '../cells/cells.js';
import type { MonthContext } from '../facts/month-context.js';
import type { ByteRecord } from '../files/byte-records.js';
import type { Table } from '../files/table.js';
import { type Advertising, advertisingBy } from './advertising.js';
import { type AgentReading, AMBIGUOUS, agentReading, NO_AGENT } from './agent-reading.js';
import { type CellReading, remembered } from './cell-readings.js';
import { type ChatDays, createChatDays } from './chat-day-keys.js';
import { type FileRows, momentCounter, noRows } from './file-rows.js';
import { createMessageStore, type MessageStore } from './message-store.js';
import { createNicks, type Nicks, NO_NICK } from './nicks.js';
import { AGENT, BUYER, NO_SENDER, ROBOT, SYSTEM, senderIn } from './senders.js';

/** The messages of buyers and agents in a month's chat files, as they are collected. */
export interface CollectedMessages {
  readonly nicks: Nicks;
  readonly chatDays: ChatDays;
  readonly store: MessageStore;
  readonly advertising: Advertising;
  /** The shops, by their places in the keys of chat days; '' is the first. */
  readonly shops: readonly string[];
}

export interface MessageCollector extends CollectedMessages {
  /**
   * Takes the records of the next file, rows in their order. `withShops`: the shop column counts. Says what its rows
   * come to so far.
   */
  nextFile(table: Table, withShops: boolean): FileReading;
  /** To be waited for now and then: what is more than memory may hold goes to the disk. */
  settle(): Promise<void>;
  /** Nothing more comes. */
  close(): Promise<void>;
}

interface FileReading {
  readonly take: (record: ByteRecord) => void;
  readonly rows: FileRows;
  /** Which piece of the messages its own are. */
  readonly piece: number;
}

export function messageCollector(context: MonthContext): MessageCollector {
  const { roster, settings, engine, lastingFolder: folder, messagesInMemory } = context;
  const shops = [''];
  const names = roster.agents.flatMap((agent) => [
    agent.id,
    ...accountDaysOf(agent).map(({ account }) => account),
  ]);
  const chatDays = createChatDays();
  const groupOf = chatDays.nickOf;
  const collected: CollectedMessages = {
    nicks: createNicks(names),
    chatDays,
    store: createMessageStore({ most: messagesInMemory, folder, groupOf }),
    advertising: advertisingBy(settings.adPatterns, engine),
    shops,
  };
  const readings: Readings = {
    agents: agentReading(roster),
    sender: remembered(senderIn),
    shop: remembered((cell) => placeOf(present(cell) ?? '', shops)),
  };
  return {
    ...collected,
    nextFile(table, withShops) {
      const piece = collected.store.beginPiece(table.rowsAbout);
      const rows = noRows();
      return { take: rowTaking(table, withShops, rows, readings, collected, context), rows, piece };
    },
    async settle() {
      await collected.store.settle();
      await collected.advertising.settle();
    },
    async close() {
      await collected.store.close();
      await collected.advertising.close();
    },
  };
}

function placeOf(shop: string, shops: string[]): number {
  const found = shops.indexOf(shop);
  return found === -1 ? shops.push(shop) - 1 : found;
}

/** What the cells of all files are read with. */
interface Readings {
  readonly agents: AgentReading;
  readonly sender: CellReading;
  readonly shop: CellReading;
}

/** Counts a row, and what it is; keeps what buyer or agent have written. */
function rowTaking(
  table: Table,
  withShops: boolean,
  rows: FileRows,
  { agents, sender, shop }: Readings,
  collected: CollectedMessages,
  context: MonthContext,
): (record: ByteRecord) => void {
  const { match } = table;
  const at = (column: string) => match.positions.get(column) ?? -1;
  const hasNul = nulSearch(table);
  const [timeAt, agentAt, buyerAt, senderAt] = [at('time'), at('agent'), at('buyer'), at('sender')];
  const shopAt = withShops ? at('shop') : -1;
  const { isDated } = context.roster;
  const moment: ByteMoment = { day: 0, second: 0 };
  const readTime = byteTimeReader(moment);
  const countMoment = momentCounter(rows, context);
  const keep = messageKeeping(at('text'), rows, collected);
  return (record) => {
    const { bytes, starts, ends } = record;
    const read = (cell: number, reading: CellReading): number =>
      reading(bytes, starts[cell] ?? 0, ends[cell] ?? 0);
    rows.rows += 1;
    const hasTime = readTime(bytes, starts[timeAt] ?? 0, ends[timeAt] ?? 0);
    if (hasTime) countMoment(moment);
    const side = read(senderAt, sender);
    const cell = read(agentAt, agents.numberIn);
    const agent = agents.agentOn(cell, moment.day);
    if (isDated) noteDated(agents.cell(cell).dated, rows);
    countSide(side, rows);
    const isSpoken = side === BUYER || side === AGENT;
    const nick = isSpoken ? read(buyerAt, collected.nicks.numberIn) : NOT_ASKED;
    const isBroken = hasNul(record);
    if (isBroken || !hasTime || side === NO_SENDER || agent === AMBIGUOUS || nick === NO_NICK)
      rows.wrong += 1;
    else if (isSpoken && agent === NO_AGENT) {
      countUnknown(agents.cell(cell).account, collected.nicks.isTeam(nick), rows);
    } else if (isSpoken) {
      const shopPlace = shopAt === -1 ? 0 : read(shopAt, shop);
      keep(record, agent, nick, shopPlace, moment, side === AGENT);
    }
  };
}

/** Looks for a NUL in the cells that are read. Of a text it is known beforehand that there is none. */
function nulSearch(table: Table): (record: ByteRecord) => boolean {
  if (table.form === 'text' && table.nulLine === undefined) return () => false;
  const cells = [...table.match.positions.values()];
  return ({ bytes, starts, ends }) =>
    cells.some((cell) => bytes.subarray(starts[cell], ends[cell]).includes(NUL));
}

/** Of what robots and the platform write there need be no buyer. */
const NOT_ASKED = -2;

function countSide(side: number, rows: FileRows): void {
  if (side === ROBOT) rows.robot += 1;
  else if (side === SYSTEM) rows.system += 1;
}

function noteDated(name: string | undefined, { datedNames }: FileRows): void {
  if (name !== undefined) datedNames.add(name);
}

/** `isSwapped`: an agent stands where the buyer should, and most likely the buyer where the agent should. */
function countUnknown(account: string | undefined, isSwapped: boolean, rows: FileRows): void {
  const { unknown } = rows;
  if (isSwapped) rows.swapped += 1;
  else unknown.set(account, (unknown.get(account) ?? 0) + 1);
}

/** Keeps messages, those between agents too: files may share them. */
function messageKeeping(
  textAt: number,
  rows: FileRows,
  { nicks, chatDays, store, advertising, shops }: CollectedMessages,
) {
  let lastShop = -1;
  return (
    { bytes, starts, ends }: ByteRecord,
    agent: number,
    nick: number,
    shop: number,
    { day, second }: ByteMoment,
    byAgent: boolean,
  ): void => {
    if (shop !== lastShop) rows.shops.add(shops[shop] ?? '');
    lastShop = shop;
    if (nicks.isTeam(nick)) rows.team += 1;
    const start = starts[textAt] ?? 0;
    const end = ends[textAt] ?? 0;
    const chatDay = chatDays.numberOf(agent, nick, shop, day);
    store.add(chatDay, second, byAgent, codePoints(bytes, start, end));
    if (byAgent) advertising.answer(chatDay);
    else advertising.see(chatDay, bytes, start, end);
  };
}

/** The Unicode code points of a text in UTF-8: the bytes that begin one. */
function codePoints(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) if (((bytes[at] ?? 0) & 0xc0) !== 0x80) count += 1;
  return count;
}
