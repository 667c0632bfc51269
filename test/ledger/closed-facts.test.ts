import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../src/ledger/closed-facts.js';
import { decimal } from '../../src/lib/decimal.js';
import type { Month } from '../../src/lib/month.js';
import { NOTHING_COUNTED } from '../../src/payroll/pay.js';
import type { Slot } from '../../src/rulebook/values/node.js';
import { numberValue, UNDEFINED } from '../../src/rulebook/values/value.js';
import { collectProblems } from '../../src/words/problem.js';
import { brief } from '../intake/world.js';
import { emptyShop, paid, sealed, writeChain } from './months.js';

const month = (name: string) => name as Month;
const slot = (key: string) => ({ key }) as Slot;

/** August to November closed, October left out; A01 was paid in all of them, A02 in November only. */
function closed() {
  const shop = emptyShop();
  const row = {
    place: { file: '2026-11/events.csv', line: 2 },
    day: '2026-11-03',
    count: decimal(2),
    grave: false,
  };
  const own = {
    metrics: new Map([
      ['sales', { state: 'known', value: decimal(500), origin: 'computed' } as const],
      [
        'reply_rate',
        { state: 'undefined', numerator: decimal(0), denominator: decimal(0) } as const,
      ],
    ]),
    ratings: new Map([['attitude', { kind: 'number', mean: decimal(91), count: 3 } as const]]),
    gradings: new Map(),
    cases: undefined,
    events: new Map([['fine', [row]]]),
  };
  writeChain(
    shop,
    sealed('2026-08', { statements: [paid('A01', { share: '10' })] }),
    sealed('2026-09', { statements: [paid('A01', { share: '20' })] }),
    sealed('2026-11', {
      statements: [paid('A01', { share: '30' }), paid('A02', { share: '40' })],
      metrics: { ...NOTHING_COUNTED, agents: new Map([['A01', own]]) },
    }),
  );
  return { shop, months: ['2026-08', '2026-09', '2026-11'].map(month) };
}

function history(before?: (shop: string) => void) {
  const { shop, months } = closed();
  before?.(shop);
  const problems = collectProblems();
  return { of: historyOf(shop, months, [])(problems).of, problems };
}

/** What is known of an agent in a month that was closed. */
function facts(agent: string, name: string) {
  const found = history().of(agent, month(name));
  if (typeof found === 'string') throw new Error(found);
  return found.facts;
}

describe('what closed months say of agents', () => {
  it('is what was sealed of the month that is asked for', () => {
    const share = (name: string) => facts('A01', name).recorded(slot('line.share'));
    expect(share('2026-08')).toEqual(numberValue(decimal(10)));
    expect(share('2026-09')).toEqual(numberValue(decimal(20)));
    expect(facts('A01', '2026-09').recorded(slot('line.other'))).toBeUndefined();
  });

  it('is nothing of who was not paid then, and of months before the first', () => {
    const { of } = history();
    expect(of('A02', month('2026-09'))).toBe('none');
    expect(of('A01', month('2026-07'))).toBe('before');
  });

  it('is not known of a month between that was not closed', () => {
    expect(history().of('A01', month('2026-10'))).toBe('unknown');
  });

  it('is not known of an altered month, which is told once', () => {
    const { of, problems } = history((shop) => {
      const file = join(shop, 'closed/2026-09.json');
      writeFileSync(file, readFileSync(file, 'utf8').replace('"20"', '"21"'));
    });
    expect(of('A01', month('2026-09'))).toBe('unknown');
    expect(of('A02', month('2026-09'))).toBe('unknown');
    expect(brief(problems.all)).toEqual(['closed-altered | closed/2026-09.json']);
  });

  it('is nothing that anybody has to read while nobody asks', () => {
    const { problems } = history((shop) => writeFileSync(join(shop, 'closed/2026-08.json'), ''));
    expect(problems.all).toEqual([]);
  });

  it('has figures, ratings and rows', () => {
    const { metric, rating, events } = facts('A01', '2026-11');
    expect(metric('sales').value).toEqual(numberValue(decimal(500)));
    expect(metric('reply_rate').value).toEqual(UNDEFINED);
    expect(rating('attitude')).toEqual(numberValue(decimal(91)));
    expect(events('fine')).toMatchObject([{ place: { line: 2 }, count: decimal(2) }]);
    expect(metric('refund_rate').value.kind).toBe('missing');
  });

  it('has neither days nor hours', () => {
    const { days, hours } = facts('A01', '2026-11');
    const none = {
      metrics: new Set<string>(),
      events: new Set<string>(),
      cases: new Set<string>(),
    };
    expect(days(none)).toHaveProperty('missing');
    expect(hours()).toHaveProperty('missing');
  });
});
