import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMessageStore, ROW } from '../../../src/intake/chats/message-store.js';
import { runs } from '../../setup/runs.js';
import { writeShop } from '../../setup/shop.js';

interface Message {
  readonly chatDay: number;
  readonly second: number;
  readonly byAgent: boolean;
  readonly chars: number;
}

/** The messages of each chat day as a store of so many in memory gives them back, each with its piece. */
async function stored(pieces: readonly (readonly Message[])[], most: number) {
  const folder = writeShop({});
  const store = createMessageStore({ most, folder: async () => folder, groupOf: (day) => day });
  for (const messages of pieces) {
    store.beginPiece(messages.length);
    for (const { chatDay, second, byAgent, chars } of messages) {
      store.add(chatDay, second, byAgent, chars);
      await store.settle();
    }
  }
  await store.close();
  const days = new Map<number, unknown[]>();
  for (const { rows, length, pieces: begins } of store.parts()) {
    for (let row = 0; row < length; row += 1) {
      const [chatDay = 0, word = 0, chars] = rows.subarray(row * ROW, (row + 1) * ROW);
      const piece = begins.findLastIndex((begin) => begin <= row);
      const message = { second: word >> 1, byAgent: word % 2 === 1, chars, piece };
      days.set(chatDay, [...(days.get(chatDay) ?? []), message]);
    }
  }
  return { days, isSpilled: readdirSync(folder).length > 0 };
}

test('messages come back chat day by chat day in their order, from memory and from the disk', async () => {
  const message = fc.record({
    chatDay: fc.nat({ max: 200 }),
    second: fc.nat({ max: 86_399 }),
    byAgent: fc.boolean(),
    chars: fc.nat({ max: 8_388_608 }),
  });
  const pieces = fc.array(fc.array(message, { maxLength: 60 }), { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(pieces, async (all) => {
      const expected = new Map<number, unknown[]>();
      for (const [piece, messages] of all.entries()) {
        for (const { chatDay, ...said } of messages) {
          expected.set(chatDay, [...(expected.get(chatDay) ?? []), { ...said, piece }]);
        }
      }
      const count = all.flat().length;
      const inMemory = await stored(all, count + 1);
      const onDisk = await stored(all, 7);
      expect(inMemory).toEqual({ days: expected, isSpilled: false });
      expect(onDisk).toEqual({ days: expected, isSpilled: count >= 7 });
    }),
    { numRuns: runs(100) },
  );
});
