import { describe, expect, test } from 'vitest';
import { YES_NO_WORDS } from '../../src/catalogue/yes-no.js';
import { yesNo } from '../../src/shop/scalars.js';
import { readOctober } from '../intake/world.js';
import { failures, problemsOf } from '../setup/books.js';

const WORDS = [...YES_NO_WORDS.keys()];
// In a parameter 1 and 0 are numbers.
const NO_NUMBERS = WORDS.filter((word) => !/^\d$/.test(word));

/** Pays 1 yuan for a yes, 2 for a no. */
const book = (more: string, asks: string) =>
  `id: t\nkind: pay\n${more}lines:\n  - {id: x, kind: earning, category: bonus, formula: '如果(${asks}, 1, 2)'}\n`;
const pay = (word: string) => (YES_NO_WORDS.get(word) === true ? 1 : 2);

describe('yes and no', () => {
  test('are these words, in both languages', () => {
    const [yes, no] = [true, false].map((answer) =>
      WORDS.filter((word) => YES_NO_WORDS.get(word) === answer),
    );
    expect(yes).toEqual(['是', 'yes', 'y', 'true', '1', '√', '✓']);
    expect(no).toEqual(['否', 'no', 'n', 'false', '0', '×', '✗']);
  });

  test('are read of them in kpi.yaml, in any case', () => {
    for (const word of WORDS) {
      expect(yesNo(word), word).toEqual({ value: YES_NO_WORDS.get(word) });
      expect(yesNo(word.toUpperCase()), word).toEqual({ value: YES_NO_WORDS.get(word) });
    }
    expect(yesNo('也许')).toEqual({ want: 'want-yes-no' });
    expect(yesNo(['是'])).toEqual({ want: 'want-yes-no' });
  });

  test('are read of them in a parameter', () => {
    for (const word of NO_NUMBERS) {
      const example = `examples: [{title: ${word}, expect: {x: ${pay(word)}}}]\n`;
      const text = book(`parameters: {开门: {value: ${word}}}\n`, '开门');
      expect(failures(text + example), word).toEqual([]);
    }
    const wrong = problemsOf(book('parameters: {开门: {value: 也许}}\n', '开门'));
    expect(wrong).toContain('bad-parameter 3:26');
  });

  test('are read of them in an example', () => {
    const examples = WORDS.map(
      (word) => `{title: "${word}", given: {全月在职: "${word}"}, expect: {x: ${pay(word)}}}`,
    );
    expect(failures(`${book('', '全月在职')}examples: [${examples.join(', ')}]\n`)).toEqual([]);
  });

  test('are read of them in the files of a month, which the engine and the code read', async () => {
    // A complaint that is verified counts, one that is not does not.
    const { problems, facts, query } = await readOctober({
      '2026-10/calls.csv': `time,agent,answered\n${WORDS.map((word, at) => `2026-10-05 ${10 + at}:00:00,A01,${word}\n`).join('')}`,
      '2026-10/complaints.csv': `日期,客服,类型,属实\n${WORDS.map((word) => `2026-10-05,A01,投诉,${word}\n`).join('')}`,
    });
    expect(problems).toEqual([]);
    expect(await query('SELECT answered FROM calls ORDER BY rowid')).toEqual(
      WORDS.map((word) => ({ answered: YES_NO_WORDS.get(word) })),
    );
    expect(facts?.complaints).toHaveLength(WORDS.filter((word) => YES_NO_WORDS.get(word)).length);
  });
});
