import { expect, it } from 'vitest';
import { contributionsOf } from './contributions.js';

// The reference against the worked examples of the page, so that it may judge the program.

const INSURED = { supplement: '0', injuryRate: '0.002' };

it.each([
  ['shanghai', '2026-08', '8000', '0.07', '640 160 40 560 0'],
  ['beijing', '2026-07', '3000', '0.12', '581.6 148.4 36.35 360 0'],
  ['guangzhou', '2026-09', '6000', '0.05', '480 124.68 12 300 0'],
])('%s %s, base %s', (place, month, base, fundRate, expected) => {
  const { agent } = contributionsOf({
    ...INSURED,
    place,
    month,
    siBase: base,
    fundBase: base,
    fundRate,
  });
  expect(Object.values(agent).join(' ')).toBe(expected);
});
