import { DEFAULT_SETTINGS } from '../../../src/shop/config-from-yaml.js';
import { type Random, randomFrom } from './random.js';
import type { RandomMonth } from './random-month.js';
import type { RawMessage, RawOrder } from './raw-month.js';
import { agent, at, october, order } from './small-month.js';

const AGENTS = ['A', 'B', 'C'];
const BUYERS = ['b1', 'b2', 'b3', 'b4', 'b5'];

/**
 * A month whose files the engine reads in many pieces and by several threads: few people, so that the
 * reference stays quick, and few distinct times, so that the order of rows decides almost everything.
 */
export function bigMonth(seed: number, rows: number): RandomMonth {
  const random = randomFrom(seed);
  const messages = Array.from({ length: rows }, () => message(random));
  const cut = Math.floor(rows * 0.6);
  const orders = Array.from({ length: 60 }, (_, number) => orderOf(random, String(number)));
  const month = october([], orders, {
    agents: AGENTS.map((id) => agent(id)),
    chats: [
      { name: 'chats-1.csv', rows: messages.slice(0, cut) },
      { name: 'chats-2.csv', rows: messages.slice(cut) },
    ],
  });
  return { seed, month, settings: DEFAULT_SETTINGS };
}

/** A whole minute of the first week. */
function minute(random: Random): number {
  return at('01 00:00:00') + random.whole(0, 6) * 86_400 + random.whole(0, 400) * 60;
}

function message(random: Random): RawMessage {
  const id = random.pick(AGENTS);
  return {
    time: minute(random),
    agent: { text: id, id },
    buyer: random.pick(BUYERS),
    sender: random.pick(['buyer', 'agent']),
    text: '亲，这款有货的，今天下单明天发，请放心购买。'.repeat(random.whole(2, 14)),
    shop: '',
  };
}

function orderOf(random: Random, id: string): RawOrder {
  const created = minute(random);
  const paid = random.chance(80) ? created + random.whole(0, 3) * 60 : undefined;
  return { ...order(id, '01 00:00:00', undefined), buyer: random.pick(BUYERS), created, paid };
}
