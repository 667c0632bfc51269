import type { Engine } from '../../lib/engine.js';
import type { ChatLog, DayMessages } from '../facts/chat-log.js';
import { withRoom } from './byte-texts.js';
import { type ChatDays, createChatDays } from './chat-day-keys.js';
import type { CollectedMessages } from './collect-messages.js';
import { ROW, type StoredPart } from './message-store.js';
import { rowsByDay } from './rows-by-day.js';

/**
 * The chat days of all messages that were collected; their buyers go into the engine's `chat_buyers`. `withShops`:
 * whether buyers are told apart by shops.
 */
export async function daysOfMessages(
  collected: CollectedMessages,
  withShops: boolean,
  engine: Engine,
): Promise<ChatLog> {
  const days = withShops ? asCollected(collected) : withoutShops(collected);
  const buyers = buyersOf(days.of, collected);
  await appendBuyers(buyers, collected, engine);
  const isAdvertising = advertisingDays(days, collected);
  return {
    eachDay(take, agent) {
      const messages = dayMessages();
      for (const part of collected.store.parts()) {
        const { order, begins } = rowsByDay(part, days.of.count(), days.numberOf);
        for (let number = 0; number < days.of.count(); number += 1) {
          const [from = 0, to = 0] = [begins[number], begins[number + 1]];
          if (from === to || (agent !== undefined && days.of.agentOf(number) !== agent)) continue;
          if (collected.nicks.isTeam(days.of.nickOf(number))) continue;
          take({
            number,
            agent: days.of.agentOf(number),
            buyer: buyers.numberOf(number),
            day: days.of.dayOf(number),
            isAdvertising: isAdvertising(number),
            messages: messages.of(part, order, from, to),
          });
        }
      }
    },
  };
}

/** Chat days, and which of them is each of those under which messages were collected. */
interface FinalDays {
  readonly of: ChatDays;
  readonly numberOf: (collected: number) => number;
}

function asCollected({ chatDays }: CollectedMessages): FinalDays {
  return { of: chatDays, numberOf: (number) => number };
}

/** Where shops do not count, what an agent and a nick wrote on a day in several of them is one chat day. */
function withoutShops(collected: CollectedMessages): FinalDays {
  const { chatDays, shops } = collected;
  if (shops.length === 1) return asCollected(collected);
  const merged = createChatDays();
  const numbers = Int32Array.from({ length: chatDays.count() }, (_, number) =>
    merged.numberOf(chatDays.agentOf(number), chatDays.nickOf(number), 0, chatDays.dayOf(number)),
  );
  return { of: merged, numberOf: (number) => numbers[number] ?? 0 };
}

function advertisingDays(
  { of, numberOf }: FinalDays,
  { chatDays, advertising }: CollectedMessages,
): (number: number) => boolean {
  const found = new Uint8Array(of.count());
  for (let number = 0; number < chatDays.count(); number += 1) {
    if (advertising.has(number)) found[numberOf(number)] = 1;
  }
  return (number) => found[number] === 1;
}

/** The buyers of chat days under numbers from 0. */
interface Buyers {
  /** A buyer's key is that of a chat day, without agent and day. */
  readonly keys: ChatDays;
  numberOf(chatDay: number): number;
}

function buyersOf(days: ChatDays, { nicks }: CollectedMessages): Buyers {
  const keys = createChatDays();
  const numbers = Int32Array.from({ length: days.count() }, (_, number) => {
    const nick = days.nickOf(number);
    return nicks.isTeam(nick) ? NO_BUYER : keys.numberOf(0, nick, days.shopOf(number), 0);
  });
  return { keys, numberOf: (chatDay) => numbers[chatDay] ?? NO_BUYER };
}

const NO_BUYER = -1;

/** Buyers are written so many at a time: their nicks are texts meanwhile. */
const AT_ONCE = 16_384;

async function appendBuyers(
  { keys }: Buyers,
  { nicks, shops }: CollectedMessages,
  engine: Engine,
): Promise<void> {
  const appender = await engine.appender('chat_buyers', ['INTEGER', 'VARCHAR', 'VARCHAR']);
  for (let from = 0; from < keys.count(); from += AT_ONCE) {
    const length = Math.min(AT_ONCE, keys.count() - from);
    const numbers = Int32Array.from({ length }, (_, at) => from + at);
    appender.append([
      numbers,
      Array.from(numbers, (number) => shops[keys.shopOf(number)] ?? ''),
      Array.from(numbers, (number) => nicks.text(keys.nickOf(number))),
    ]);
  }
  appender.close();
}

/** Takes the messages of one chat day after the other out of a part, in order of time. */
function dayMessages() {
  let seconds = new Int32Array(FIRST_ROOM);
  let chars = new Int32Array(FIRST_ROOM);
  let byAgent = new Uint8Array(FIRST_ROOM);
  return {
    of({ rows }: StoredPart, order: Int32Array, from: number, to: number): DayMessages {
      const length = to - from;
      if (length > seconds.length) {
        seconds = withRoom(seconds, length);
        chars = withRoom(chars, seconds.length);
        byAgent = new Uint8Array(seconds.length);
      }
      const places = order.subarray(from, to);
      if (!isInOrder(rows, places)) places.set(inOrderOfTime(rows, places));
      for (let at = 0; at < length; at += 1) {
        const row = (places[at] ?? 0) * ROW;
        const word = rows[row + 1] ?? 0;
        seconds[at] = word >> 1;
        byAgent[at] = word & 1;
        chars[at] = rows[row + 2] ?? 0;
      }
      return { length, seconds, byAgent, chars };
    },
  };
}

const FIRST_ROOM = 256;

function isInOrder(rows: Int32Array, places: Int32Array): boolean {
  let before = 0;
  for (const place of places) {
    const second = (rows[place * ROW + 1] ?? 0) >> 1;
    if (second < before) return false;
    before = second;
  }
  return true;
}

/** Equal times stay as they are. */
function inOrderOfTime(rows: Int32Array, places: Int32Array): Int32Array {
  const secondOf = (place: number) => (rows[place * ROW + 1] ?? 0) >> 1;
  return places.slice().sort((one, other) => secondOf(one) - secondOf(other) || one - other);
}
