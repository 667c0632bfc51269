import { describe, expect, it } from 'vitest';
import { changedInputs, differencesOf } from '../../src/ledger/differences.js';
import type { Month } from '../../src/lib/month.js';
import type { PaidMonth } from '../../src/payroll/run.js';
import type { Statement } from '../../src/payroll/statement.js';
import { correctedLine, correction, paid, sealed } from './months.js';

const input = (file: string, hash: string): PaidMonth['inputs'][number] => ({
  file,
  sha256: hash.repeat(64),
  rows: 1,
  readAs: 'canonical',
  kind: 'orders',
});

/** A month as it is paid today. */
function today(...statements: readonly Statement[]): PaidMonth {
  return {
    month: '2026-09' as Month,
    language: 'zh',
    shop: undefined,
    roster: [],
    active: [],
    metrics: undefined,
    inputs: [],
    problems: [],
    statements,
  };
}

const SEPTEMBER = sealed('2026-09', {
  statements: [paid('A01', { share: '100', fine: '20' }), paid('A02', { share: '50' })],
});

function differ(own: Parameters<typeof differencesOf>[1], ...now: readonly Statement[]) {
  return differencesOf(SEPTEMBER, own, today(...now)).lines.map(
    ({ agent, line, before, after, carried, change }) =>
      `${agent} ${line}: ${before?.toFixed()} → ${after?.toFixed()}, ${carried.toFixed()} carried, ${change.toFixed()}`,
  );
}

/** A correction that carries what A01 lost of the share. */
const CARRIED = {
  ...correction(
    { month: SEPTEMBER.month, sealed: SEPTEMBER, sha256: '0'.repeat(64) },
    1,
    '2026-11',
    {
      lines: [correctedLine('A01', '100', '70')],
    },
  ),
  file: 'closed/corrections/2026-09-1.json',
  sha256: '1'.repeat(64),
};

describe('what a closed month comes to today', () => {
  it('is nothing new when every line is what was paid', () => {
    expect(differ([], ...SEPTEMBER.statements)).toEqual([]);
  });

  it('is what an agent gains or loses of a line: a higher fine is less', () => {
    const now = [paid('A01', { share: '70', fine: '25' }), paid('A02', { share: '50' })];
    expect(differ([], ...now)).toEqual([
      'A01 share: 100 → 70, 0 carried, -30',
      'A01 fine: 20 → 25, 0 carried, -5',
    ]);
  });

  it('is without what earlier corrections carry', () => {
    const same = [paid('A01', { share: '70', fine: '20' }), paid('A02', { share: '50' })];
    expect(differ([CARRIED], ...same)).toEqual([]);
    const less = [paid('A01', { share: '60', fine: '20' }), paid('A02', { share: '50' })];
    expect(differ([CARRIED], ...less)).toEqual(['A01 share: 100 → 60, -30 carried, -10']);
  });

  it('takes back what a correction carried when the line is as it was again', () => {
    expect(differ([CARRIED], ...SEPTEMBER.statements)).toEqual([
      'A01 share: 100 → 100, -30 carried, 30',
    ]);
  });

  it('is all of an agent’s pay when there is no statement any more', () => {
    expect(differ([], paid('A01', { share: '100', fine: '20' }))).toEqual([
      'A02 share: 50 → undefined, 0 carried, -50',
    ]);
  });
});

describe('the files that a month was computed from', () => {
  it('are changed, missing or new, in order of their names', () => {
    const then = { inputs: [input('c', 'a'), input('a', 'a'), input('b', 'a')] };
    const now = { inputs: [input('a', 'a'), input('b', 'f'), input('aa', 'a')] };
    expect(changedInputs(then, now)).toEqual([
      { file: 'aa', how: 'new' },
      { file: 'b', how: 'changed' },
      { file: 'c', how: 'missing' },
    ]);
  });

  it('are compared with the last correction, not with what was sealed', () => {
    const own = [{ ...CARRIED, inputs: [input('a', 'f')] }];
    const month = { ...today(...SEPTEMBER.statements), inputs: [input('a', 'f')] };
    expect(differencesOf(SEPTEMBER, own, month).changed).toEqual([]);
    expect(differencesOf(SEPTEMBER, [], month).changed).toEqual([{ file: 'a', how: 'new' }]);
  });
});
