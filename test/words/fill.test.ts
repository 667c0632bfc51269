import { describe, expect, it } from 'vitest';
import { fill, type Places } from '../../src/words/fill.js';
import { listed, listedTitles } from '../../src/words/lists.js';
import { text } from '../../src/words/text.js';

describe('a text with places', () => {
  const template = '{orders} {orders|order was|orders were} closed';

  it.each([
    [0, '0 orders were closed'],
    [1, '1 order was closed'],
    [2, '2 orders were closed'],
    ['1', '1 order was closed'],
    ['1.5', '1.5 orders were closed'],
    ['1,238', '1,238 orders were closed'],
  ])('takes the form that fits %s', (orders, expected) => {
    expect(fill(template, { orders }, 'en')).toBe(expected);
  });

  it('has one form in Chinese', () => {
    expect(fill('{n} {n|a|b}', { n: 1 }, 'zh')).toBe('1 b');
  });

  it('keeps what is no place: braces of YAML and places of nobody', () => {
    expect(fill('{assume: none} {other}', {}, 'en')).toBe('{assume: none} {other}');
  });

  it('takes the language of a value that has several', () => {
    expect(fill('{what}', { what: { zh: '甲', en: 'A' } }, 'zh')).toBe('甲');
  });

  it('says in its type which values it needs', () => {
    const names: readonly Places<'{a} {b|one|other} {assume: none}'>[] = ['a', 'b'];
    expect(names).toEqual(['a', 'b']);
    // @ts-expect-error: a missing value does not compile
    const incomplete = text('en', 'problems.errors', {});
    expect(incomplete).toBe('{n} errors');
  });
});

describe('a list in words', () => {
  it('parts names, clauses and sentences as each language does', () => {
    expect(listed('names', ['甲', '乙'], 'zh')).toBe('甲、乙');
    expect(listed('clauses', ['甲', '乙'], 'zh')).toBe('甲，乙');
    expect(listed('sentences', ['a', 'b'], 'en')).toBe('a; b');
  });

  it('has them in every language', () => {
    const a = { zh: '甲', en: 'A' };
    expect(listedTitles('names', [a, { zh: '乙', en: 'B' }])).toEqual({
      zh: '甲、乙',
      en: 'A, B',
    });
  });
});
