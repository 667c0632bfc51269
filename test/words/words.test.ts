import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemEntries, problemsBySubject } from '../../src/words/problem-entries.js';
import { textEntries } from '../../src/words/text.js';
import type { ProblemEntry } from '../../src/words/texts/entry.js';
import { notesTexts } from '../../src/words/texts/notes.js';
import { unitsTexts } from '../../src/words/texts/units.js';

const PROBLEMS: readonly (readonly [string, ProblemEntry])[] = Object.entries(problemEntries);

/** The `{name}` places of a text, in order of name. */
function places(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}

describe('the words', () => {
  it('that closed months hold stay as they were: a month must come out as it was sealed', () => {
    const rulebook = readdirSync('src/rulebook', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`src/rulebook/${file}`, 'utf8'));
    const sealed = [JSON.stringify([notesTexts, unitsTexts]), ...rulebook];
    expect(sealed.filter((text) => /\{\w+\|[^|{}]*\|/.test(text))).toEqual([]);
  });

  it('have a sentence on cause and remedy for every problem, in both languages', () => {
    for (const [code, { zh, en, remedyZh, remedyEn }] of PROBLEMS) {
      expect([code, zh, en, remedyZh, remedyEn]).not.toContain('');
    }
  });

  it('have each code and each key once', () => {
    const codes = Object.values(problemsBySubject).flatMap((subject) => Object.keys(subject));
    expect(codes.length).toBe(PROBLEMS.length);
  });

  it('speak of the same things in both languages', () => {
    for (const [key, { zh, en }] of Object.entries(textEntries)) {
      expect([key, ...places(en)]).toEqual([key, ...places(zh)]);
    }
    for (const [code, { zh, en, remedyZh, remedyEn }] of PROBLEMS) {
      expect([code, ...places(en + remedyEn)]).toEqual([code, ...places(zh + remedyZh)]);
    }
  });

  it('are Chinese in Chinese', () => {
    for (const [, { zh, remedyZh }] of PROBLEMS) {
      // A text or a remedy that is filled in as a whole has its words elsewhere.
      if (!zh.includes('{text}')) expect(zh).toMatch(/[\u4e00-\u9fff]/);
      if (remedyZh !== '{remedy}') expect(remedyZh).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
