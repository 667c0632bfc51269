import { withRoom } from './byte-texts.js';

/** Chat days under numbers, in the order in which they came. */
export interface ChatDays {
  count(): number;
  /** The number of a chat day, which is there from then on. */
  numberOf(agent: number, nick: number, shop: number, day: number): number;
  agentOf(number: number): number;
  nickOf(number: number): number;
  shopOf(number: number): number;
  dayOf(number: number): number;
}

const FIRST_SLOTS = 4096;
const EMPTY = -1;
/** Four numbers tell a chat day. */
const KEY = 4;

/** An open hash table. */
export function createChatDays(): ChatDays {
  let slots = new Int32Array(FIRST_SLOTS).fill(EMPTY);
  let keys = new Int32Array((FIRST_SLOTS / 2) * KEY);
  let count = 0;
  const keyAt = (number: number, column: number): number => keys[number * KEY + column] ?? 0;
  const grow = (): void => {
    slots = new Int32Array(slots.length * 2).fill(EMPTY);
    keys = withRoom(keys, (slots.length / 2) * KEY);
    const mask = slots.length - 1;
    for (let number = 0; number < count; number += 1) {
      const at = number * KEY;
      let slot =
        hashOf(keys[at] ?? 0, keys[at + 1] ?? 0, keys[at + 2] ?? 0, keys[at + 3] ?? 0) & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
  };
  return {
    count: () => count,
    numberOf(agent, nick, shop, day) {
      const mask = slots.length - 1;
      let slot = hashOf(agent, nick, shop, day) & mask;
      for (;;) {
        const found = slots[slot] ?? EMPTY;
        if (found === EMPTY) break;
        const at = found * KEY;
        const isSame =
          keys[at + 1] === nick &&
          keys[at] === agent &&
          keys[at + 3] === day &&
          keys[at + 2] === shop;
        if (isSame) return found;
        slot = (slot + 1) & mask;
      }
      const number = count;
      slots[slot] = number;
      keys.set([agent, nick, shop, day], number * KEY);
      count += 1;
      if (2 * count >= slots.length) grow();
      return number;
    },
    agentOf: (number) => keyAt(number, 0),
    nickOf: (number) => keyAt(number, 1),
    shopOf: (number) => keyAt(number, 2),
    dayOf: (number) => keyAt(number, 3),
  };
}

/** Each number times an odd one, and the upper bits mixed into the lower ones, which choose the slot. */
function hashOf(agent: number, nick: number, shop: number, day: number): number {
  let hash = Math.imul(nick, 0x9e3779b1) ^ Math.imul(agent, 0x85ebca6b);
  hash ^= Math.imul(day, 0xc2b2ae35) ^ Math.imul(shop, 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
