import { expect, it } from 'vitest';
import { decimal } from '../../../src/lib/decimal.js';
import { sparkline } from '../../../src/output/report/sparkline.js';

const drawn = (...figures: readonly (number | undefined)[]) =>
  sparkline(figures.map((figure) => (figure === undefined ? undefined : decimal(figure))));

it('draws the least as the lowest bar and the greatest as the highest', () => {
  expect(drawn(0, 1, 2, 3, 4, 5, 6, 7)).toBe('▁▂▃▄▅▆▇█');
  expect(drawn(-3, 11)).toBe('▁█');
});

it('leaves a month without a figure blank, and draws a level line of figures that are all the same', () => {
  expect(drawn(undefined, 2, undefined, 1)).toBe(' █ ▁');
  expect(drawn(5, 5)).toBe('▄▄');
  expect(drawn(undefined)).toBe('');
});
