import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cutToWidth, padRight, singleLine, textWidth } from '../../src/lib/text-width.js';
import {
  longestHeadingWord,
  wrap,
  wrapHanging,
  wrapHeading,
  wrapSentence,
} from '../../src/lib/wrap.js';
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
      fc.constantFrom(...'·×÷–—‘’“”…→−≠≤≥¥▁▅█').map((mark) => mark.codePointAt(0) ?? 0),
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

  test.each([
    '小雪❤️',
    '👍🏻好的',
    '👨‍👩‍👧一家',
    '🇨🇳',
    '1️⃣',
    'Zoë',
    'Zoe\u0308',
    'ありがとう',
    'ｶﾅ',
    '한국어',
    '㎡',
    '①',
    '„“',
    '\u200b',
    '\u00a0',
    '⌚',
  ])('other texts are as wide as any terminal library says: %s', (content) => {
    expect(textWidth(content)).toBe(stringWidth(content));
  });

  test('a Chinese cell breaks between any two characters', () => {
    expect(wrap('个人提成', 4)).toEqual(['个人', '提成']);
    expect(wrap('差错损失', 6)).toEqual(['差错损', '失']);
  });

  test('a Chinese heading breaks between words', () => {
    expect(wrapHeading('差错损失', 6)).toEqual(['差错', '损失']);
    expect(wrapHeading('绩效工资', 6)).toEqual(['绩效', '工资']);
    expect(wrapHeading('发现数据错误奖', 8)).toEqual(['发现数据', '错误奖']);
    expect(longestHeadingWord('应发工资（元）')).toBe(6);
  });

  test.each([
    ['订单 4010000039986616021 的备注写明了不止一位客服', '4010000039986616021'],
    ['应发 1,300.00 元，扣款 60.00 元，实发 1,240.00 元', '1,300.00 元'],
    ['应发 1,300.00 元，扣款 60.00 元，实发 1,240.00 元', '1,240.00 元'],
    ['导入值 3 与计算值 1 相差 200%，采用导入值', '200%'],
    ['把本月的聊天记录放进 2026-10/聊天记录.csv 再运行', '2026-10/聊天记录.csv'],
    ['put it into 2026-10/orders.csv:401 and run it again', '2026-10/orders.csv:401'],
    ['在 kpi.yaml 里写 base_flat.amount 的金额，然后再算', 'base_flat.amount'],
    ['从 2026-09-28 起导出，再放进月份文件夹', '2026-09-28'],
    ['公式是“基本工资 × 60% + 奖金”，没有别的', '“基本工资 × 60% + 奖金”'],
    ['先运行 `kpi close --month 2026-09` 结账再说', '`kpi close --month 2026-09`'],
  ])('a sentence keeps together what is one thing: %s', (sentence, thing) => {
    for (let width = textWidth(thing) + 4; width < 80; width += 1) {
      const lines = wrapSentence(sentence, width);
      expect(lines.join('\n')).toContain(thing);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test('a sentence hangs behind what is before it', () => {
    expect(
      wrapHanging('一二三四五六七八九十一二三四五六', { width: 30, before: 4, indent: 6 }),
    ).toEqual(['一二三四五六七八九十一二三', '      四五六']);
    expect(wrapHanging('abc', { width: undefined, before: 4, indent: 6 })).toEqual(['abc']);
  });

  test('closing marks stay with what they close', () => {
    expect(wrap('三次以上（含），停发', 10)).toEqual(['三次以上', '（含），停', '发']);
    expect(wrap('格式：.csv .json', 10)).toEqual(['格式：.csv', '.json']);
  });

  test('an English heading breaks at blanks, and after the underscore of an id', () => {
    expect(wrap('Monthly bonus', 8)).toEqual(['Monthly', 'bonus']);
    expect(wrap('aftersales_score', 12)).toEqual(['aftersales_', 'score']);
    expect(longestHeadingWord('Monthly bonus')).toBe(7);
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
        fc.string({ unit: fc.constantFrom(...'ab_-.,，。（）提成月 9%/“”`元') }),
        fc.integer({ min: 2, max: 12 }),
        (content, width) => {
          for (const wrapped of [wrap, wrapHeading, wrapSentence]) {
            const lines = wrapped(content, width);
            expect(lines.join('').replaceAll(' ', '')).toBe(content.replaceAll(' ', ''));
            for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
          }
          const hung = wrapHanging(content, { width: 24, before: 4, indent: 4 });
          expect(hung.join('').replaceAll(' ', '')).toBe(content.replaceAll(' ', ''));
        },
      ),
    );
  });
});
