import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { present } from '../../../src/intake/cells/cells.js';
import { createNicks, NO_NICK } from '../../../src/intake/chats/nicks.js';
import { runs } from '../../setup/runs.js';

function reading(team: readonly string[] = []) {
  const nicks = createNicks(team);
  const numberOf = (cell: string) => {
    const bytes = Buffer.from(`,${cell},`);
    return nicks.numberIn(bytes, 1, bytes.length - 1);
  };
  return { nicks, numberOf };
}

describe('a nick', () => {
  it('is the same however it is wrapped', () => {
    const { numberOf } = reading();
    const cells = ['tb1', '"tb1', '="tb1"', "'tb1", ' tb1\t', '\u3000tb1'];
    const [plain, , ...wrapped] = cells.map(numberOf);
    expect(wrapped).toEqual(wrapped.map(() => plain));
    expect(numberOf('店：tb1')).toBe(numberOf('店:tb1'));
    // What is unwrapped once is not unwrapped again.
    expect(numberOf("''tb1")).not.toBe(plain);
    expect(numberOf("'tb1")).toBe(plain);
  });

  it('is none where a cell says so', () => {
    const { numberOf } = reading();
    for (const cell of ['', '-', 'NULL', 'none', '——', '1970-01-01']) {
      expect(numberOf(cell), cell).toBe(NO_NICK);
    }
  });

  it('is of the team where it is exactly an id or an account of an agent', () => {
    const { nicks, numberOf } = reading(['A01', '店:小张']);
    const isTeam = (cell: string) => nicks.isTeam(numberOf(cell));
    expect(['A01', ' A01', '店：小张', '小张', 'A011'].map(isTeam)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('is what the reader of cells reads, of any text', () => {
    const { nicks, numberOf } = reading();
    const piece = fc.constantFrom(
      '=',
      '"',
      "'",
      ' ',
      '\u00a0',
      '：',
      '-',
      '—',
      'n',
      'a',
      '1',
      '小',
      'null',
    );
    const cell = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(cell, (text) => {
        const number = numberOf(text);
        const nick = number === NO_NICK ? undefined : nicks.text(number);
        expect(nick).toBe(present(text)?.replaceAll('：', ':'));
      }),
      { numRuns: runs(20_000) },
    );
  });
});
