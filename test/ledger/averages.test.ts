import { describe, expect, it } from 'vitest';
import type { MetricValue } from '../../src/catalogue/figure.js';
import { averagesOf } from '../../src/ledger/averages.js';
import { decimal } from '../../src/lib/decimal.js';

function known(value: string, top?: string, bottom?: string): MetricValue {
  const parts =
    top === undefined || bottom === undefined
      ? {}
      : { numerator: decimal(top), denominator: decimal(bottom) };
  return { state: 'known', value: decimal(value), origin: 'computed', ...parts };
}

const NOTHING_ASKED: MetricValue = {
  state: 'undefined',
  numerator: decimal(0),
  denominator: decimal(0),
};
const UNKNOWN: MetricValue = { state: 'missing', reason: { kind: 'not-recorded' } };

/** The reply rate and the sales of months, as one. */
function average(id: string, ...months: readonly (MetricValue | undefined)[]) {
  const figures = months.map((figure) => new Map(figure === undefined ? [] : [[id, figure]]));
  const figure = averagesOf(figures).get(id);
  return figure?.state === 'known' ? figure.value.toFixed() : figure?.state;
}

describe('figures of several months as one', () => {
  it('a quotient is the sum of numerators over the sum of denominators', () => {
    // 1 of 2 and 9 of 10: 10 of 12 is 0.8333…, while the mean of the quotients would be 0.7.
    const rate = average('reply_rate', known('0.5', '1', '2'), known('0.9', '9', '10'));
    expect(rate).toMatch(/^0\.83333333333333/);
  });

  it('a month without anything to divide by changes nothing', () => {
    expect(average('reply_rate', known('0.5', '1', '2'), NOTHING_ASKED)).toBe('0.5');
    expect(average('reply_rate', NOTHING_ASKED, NOTHING_ASKED)).toBe('undefined');
  });

  it('anything else is the mean of its months', () => {
    expect(average('sales', known('100'), known('50.5'))).toBe('75.25');
  });

  it('is not known when a month does not know it, or lacks it', () => {
    expect(average('sales', known('100'), UNKNOWN)).toBe('missing');
    expect(average('sales', known('100'), undefined)).toBe('missing');
  });

  it('a quotient that was imported without its parts is known of one month alone', () => {
    expect(average('satisfaction', known('0.95'))).toBe('0.95');
    expect(average('satisfaction', known('0.95'), known('0.97'))).toBe('missing');
  });
});
