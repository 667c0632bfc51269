import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import {
  cutToWidth,
  longestWord,
  padRight,
  singleLine,
  textWidth,
  wrap,
} from '../../src/lib/text-width.js';
import { runs } from '../setup/runs.js';

describe('text on a terminal', () => {
  test('a Chinese character takes two columns', () => {
    expect(textWidth('林小雨')).toBe(6);
    expect(textWidth('A01')).toBe(3);
    expect(padRight('林', 4)).toBe('林  ');
  });

  test('simple texts are as wide as any terminal library says', () => {
    const characters = fc.oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.integer({ min: 0x3000, max: 0x3040 }),
      fc.integer({ min: 0x4e00, max: 0x9fff }),
      fc.integer({ min: 0xff00, max: 0xff70 }),
    );
    fc.assert(
      fc.property(fc.array(characters), (codes) => {
        const content = String.fromCodePoint(...codes);
        expect(textWidth(content)).toBe(stringWidth(content));
      }),
      { numRuns: runs(1000) },
    );
  });

  test('a Chinese heading breaks between any two characters', () => {
    expect(wrap('个人提成', 4)).toEqual(['个人', '提成']);
  });

  test('closing marks stay with what they close', () => {
    expect(wrap('三次以上（含），停发', 10)).toEqual(['三次以上', '（含），停', '发']);
    expect(wrap('格式：.csv .json', 10)).toEqual(['格式：.csv', '.json']);
  });

  test('an English heading breaks at blanks, and after the underscore of an id', () => {
    expect(wrap('Monthly bonus', 8)).toEqual(['Monthly', 'bonus']);
    expect(wrap('aftersales_score', 12)).toEqual(['aftersales_', 'score']);
    expect(longestWord('Monthly bonus')).toBe(7);
  });

  test('a word that is too long for a line is chopped', () => {
    expect(wrap('abcdefgh', 3)).toEqual(['abc', 'def', 'gh']);
  });

  test('a long cell is cut with an ellipsis', () => {
    expect(cutToWidth('一二三四五', 7)).toBe('一二三…');
    expect(cutToWidth('一二三', 6)).toBe('一二三');
  });

  test('escape sequences and line breaks of other people reach no terminal', () => {
    expect(singleLine('a\u001b[31mb\nc\u202Ed')).toBe('a [31mb c d');
  });

  test('wrapping loses no character but blanks, and no line is too wide', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab_-.,，。（）提成月 9%') }),
        fc.integer({ min: 2, max: 12 }),
        (content, width) => {
          const lines = wrap(content, width);
          expect(lines.join('').replaceAll(' ', '')).toBe(content.replaceAll(' ', ''));
          for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
