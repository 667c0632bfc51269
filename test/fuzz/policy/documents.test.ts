import { describe, expect, it } from 'vitest';
import { FIRST_SEED, runs } from '../../setup/runs.js';
import { documentNames, documentOf, SOUND } from './documents.js';
import { examinePolicy } from './examine.js';

/** The machine may be busy, and the first document loads the program: the runner holds each to a second. */
const TRIAL = { isRepeated: true, seconds: 10 };

describe('kpi.yaml and rulebooks by chance', () => {
  it('are not what is refused where nothing was changed', () => {
    const { broken, outcome } = examinePolicy(SOUND, TRIAL);
    expect(broken).toEqual([]);
    expect(outcome).not.toBe('refused');
  });

  it('are told what is wrong with them, with a place and a remedy, or pay lines that add up', () => {
    const names = documentNames(FIRST_SEED);
    for (let left = runs(200); left > 0; left -= 1) {
      const { value: name = '' } = names.next();
      const { broken } = examinePolicy(documentOf(name), TRIAL);
      expect(broken, name).toEqual([]);
    }
  });
});
