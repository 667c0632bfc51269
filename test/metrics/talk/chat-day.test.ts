import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DayMessages } from '../../../src/intake/facts/chat-log.js';
import {
  chatDayCounter,
  eachRound,
  eachSession,
  isEffective,
} from '../../../src/metrics/talk/chat-day.js';
import { DEFAULT_SETTINGS } from '../../../src/shop/config-from-yaml.js';
import { runs } from '../../setup/runs.js';
import { chatDaysOf } from '../reference/chat-days.js';

/** Messages as `b 0`, `a 12`: who wrote, and at which second. */
function messages(...written: readonly string[]): DayMessages {
  const parts = written.map((each) => each.split(' '));
  return {
    length: parts.length,
    seconds: Int32Array.from(parts, ([, second]) => Number(second)),
    byAgent: Uint8Array.from(parts, ([side]) => (side === 'a' ? 1 : 0)),
    chars: Int32Array.from(parts, () => 4),
  };
}

const COUNT = chatDayCounter(DEFAULT_SETTINGS);
const NINE = 9 * 3600;

test('a run of the buyer’s messages and its answer are a round; a last run without one is unanswered', () => {
  const rounds: number[][] = [];
  const day = messages('a 0', 'b 10', 'b 20', 'a 50', 'a 60', 'b 100');
  eachRound(day, (first, gap) => rounds.push([first, gap]));
  // From the first message of the run, at 10, to the answer, at 50.
  expect(rounds).toEqual([
    [1, 40],
    [5, -1],
  ]);
});

test('a session ends behind a buyer’s message that nothing follows for longer than the wait', () => {
  const sessions: unknown[] = [];
  // 60 seconds are not longer than 60; an agent's message may wait for hours.
  const day = messages('b 0', 'b 60', 'a 121', 'a 9000', 'b 9001', 'b 9062', 'a 9063', 'b 9064');
  eachSession(day, DEFAULT_SETTINGS, (first, last) =>
    sessions.push([first, last, isEffective(day, first, last, DEFAULT_SETTINGS)]),
  );
  expect(sessions).toEqual([
    [0, 1, false],
    [2, 4, true],
    [5, 7, true],
  ]);
});

test('a chat day is counted by both sides, and by its rounds', () => {
  const [b, a] = [`b ${NINE}`, `a ${NINE + 20}`];
  const day = messages(b, a, `b ${NINE + 30}`, `a ${NINE + 730}`, `b ${NINE + 800}`);
  expect(COUNT(day)).toEqual({
    buyerMessages: 3,
    agentMessages: 2,
    agentChars: 8,
    firstBuyer: NINE,
    firstAgent: NINE + 20,
    lastAgent: NINE + 730,
    firstGap: 20,
    // 700 seconds are beyond max_wait: late and slow, but in no mean.
    gaps: 20,
    replies: 1,
    lateRounds: 2,
    slowGaps: 1,
    // 20, and twice the cap of 600.
    platformGaps: 1220,
    platformRounds: 3,
    within3min: 1,
    unansweredSince: NINE + 800,
  });
});

test('sessions and rounds are those of the slow reference', () => {
  const message = fc.record({ wait: fc.nat({ max: 130 }), fromBuyer: fc.boolean() });
  const settings = fc.record({
    sessionWait: fc.constantFrom(0, 30, 60),
    minMessages: fc.integer({ min: 1, max: 4 }),
  });
  fc.assert(
    fc.property(fc.array(message, { minLength: 1, maxLength: 30 }), settings, (all, own) => {
      let time = 0;
      const timed = all.map(({ wait, fromBuyer }) => {
        time += wait;
        return { time, fromBuyer };
      });
      const used = { ...DEFAULT_SETTINGS, ...own };
      const said = { agent: 'A01', buyer: { shop: '', nick: 'b' }, text: '', file: '', row: 0 };
      const [expected] = chatDaysOf(
        timed.map((each, row) => ({ ...said, ...each, row })),
        used,
      );
      const day = messages(...timed.map((each) => `${each.fromBuyer ? 'b' : 'a'} ${each.time}`));
      const sessions: unknown[] = [];
      eachSession(day, used, (first, last) =>
        sessions.push({
          start: day.seconds[first],
          end: day.seconds[last],
          buyerBegan: day.byAgent[first] === 0,
          effective: isEffective(day, first, last, used),
        }),
      );
      expect(sessions).toEqual(
        expected?.sessions.map(({ start, end, buyerBegan, effective }) => ({
          start,
          end,
          buyerBegan,
          effective,
        })),
      );
      const rounds: unknown[] = [];
      eachRound(day, (first, gap) =>
        rounds.push({ start: day.seconds[first], gap: gap === -1 ? undefined : gap }),
      );
      expect(rounds).toEqual(expected?.rounds);
    }),
    { numRuns: runs(5000) },
  );
});
