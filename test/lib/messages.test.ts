import { describe, expect, it } from 'vitest';
import { en } from '../../src/lib/messages/en.js';
import { levels } from '../../src/lib/messages/levels.js';
import { zh } from '../../src/lib/messages/zh.js';

/** The `{name}` places of a text, in order of name. */
function places(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}

describe('the messages', () => {
  it('have a sentence on cause and remedy for every problem, in both languages', () => {
    const codes = Object.keys(levels).sort();
    for (const { problems } of [zh, en]) {
      expect(Object.keys(problems).sort()).toEqual(codes);
      for (const { text, remedy } of Object.values(problems)) {
        expect(text).not.toBe('');
        expect(remedy).not.toBe('');
      }
    }
  });

  it('speak of the same things in both languages', () => {
    for (const [key, text] of Object.entries(zh.texts)) {
      expect([key, ...places(en.texts[key as keyof typeof en.texts])]).toEqual([
        key,
        ...places(text),
      ]);
    }
    for (const [code, { text, remedy }] of Object.entries(zh.problems)) {
      const other = en.problems[code as keyof typeof en.problems];
      expect([code, ...places(other.text + other.remedy)]).toEqual([
        code,
        ...places(text + remedy),
      ]);
    }
  });

  it('are Chinese in Chinese and not in English', () => {
    const sentences = Object.values(zh.problems).flatMap(({ text, remedy }) => [text, remedy]);
    for (const sentence of sentences) expect(sentence).toMatch(/[\u4e00-\u9fff]/);
  });
});
