import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createByteTexts } from '../../../src/intake/chats/byte-texts.js';
import { createChatDays } from '../../../src/intake/chats/chat-day-keys.js';
import { runs } from '../../setup/runs.js';

test('texts have numbers in the order in which they come, however many there are', () => {
  const text = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('小美', '小丽', ''));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 4000, size: 'max' }), (all) => {
      const texts = createByteTexts();
      const expected = new Map<string, number>();
      for (const each of all) {
        const known = expected.get(each);
        const bytes = Buffer.from(`«${each}»`);
        expect(texts.find(bytes, 2, bytes.length - 2)).toBe(known ?? -1);
        if (known === undefined) expected.set(each, expected.size);
        expect(texts.numberOf(bytes, 2, bytes.length - 2)).toBe(expected.get(each));
      }
      expect(texts.count()).toBe(expected.size);
      for (const [each, number] of expected) expect(texts.text(number)).toBe(each);
    }),
    { numRuns: runs(50) },
  );
});

test('chat days have numbers in the order in which they come, and say what they are', () => {
  const small = fc.integer({ min: 0, max: 12 });
  const key = fc.tuple(small, small, small, fc.integer({ min: 20_000, max: 20_012 }));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 6000, size: 'max' }), (keys) => {
      const days = createChatDays();
      const expected = new Map<string, number>();
      for (const each of keys) {
        const name = each.join();
        if (!expected.has(name)) expected.set(name, expected.size);
        const number = days.numberOf(...each);
        expect(number).toBe(expected.get(name));
        expect([
          days.agentOf(number),
          days.nickOf(number),
          days.shopOf(number),
          days.dayOf(number),
        ]).toEqual(each);
      }
      expect(days.count()).toBe(expected.size);
    }),
    { numRuns: runs(50) },
  );
});
