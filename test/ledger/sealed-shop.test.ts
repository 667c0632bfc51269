import { describe, expect, it } from 'vitest';
import { sealedOpener } from '../../src/ledger/sealed-shop.js';
import { shippedRules } from '../../src/shop/shipped-rules.js';
import { collectProblems } from '../../src/words/problem.js';
import { paid, sealed } from './months.js';

const CLASSIC = { file: 'rules/plans/classic.yaml', text: 'id: classic\n' };
const MONTH = sealed('2026-10', { statements: [paid('A01', {}), paid('A02', {})] });

/** The shop of a month that was closed with the shipped plan `classic` as it was then. */
async function opened(language?: 'en') {
  const policy = { ...MONTH.policy, shipped: [CLASSIC] };
  return sealedOpener({ ...MONTH, policy }, '/nowhere')(collectProblems(), language);
}

describe('the shop as it was when a month was closed', () => {
  it('has the settings and the roster of then, whatever lies in its folder now', async () => {
    const { shop, roster } = await opened();
    expect(shop?.name).toBe('小店');
    expect(roster?.valid.map(({ id }) => id)).toEqual(['A01', 'A02']);
  });

  it('speaks the language that is asked for, else its own', async () => {
    expect((await opened()).shop?.language).toBe('zh');
    expect((await opened('en')).shop?.language).toBe('en');
  });

  it('has the shipped rulebooks that it used as they were, the others as they are', async () => {
    const { shop } = await opened();
    const now = shippedRules();
    expect(shop?.shipped.read('classic')).toBe(CLASSIC);
    expect(shop?.shipped.read('levels')).toEqual(now.read('levels'));
    expect(shop?.shipped.ids).toEqual([...now.ids].sort());
  });
});
