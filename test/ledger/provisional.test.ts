import { describe, expect, it } from 'vitest';
import { provisionalMetrics } from '../../src/ledger/provisional.js';
import { decimal } from '../../src/lib/decimal.js';
import { sameInAll } from '../../src/lib/language.js';
import { NOTHING_COUNTED } from '../../src/payroll/pay.js';
import type { Trace } from '../../src/rulebook/values/trace.js';
import { paid } from './months.js';

const FINAL = { state: 'known', value: decimal(1), origin: 'computed' } as const;
const PROVISIONAL = { ...FINAL, provisional: true } as const;

const shop = new Map([
  ['shop_conversion', PROVISIONAL],
  ['conversion', PROVISIONAL],
  ['sales', FINAL],
]);

/** The pay of one line whose reasons name these metrics, one within the other. */
function paidBy(...metrics: readonly string[]) {
  const statement = paid('A01', { share: '1' });
  const lines = statement.lines.map((line) => {
    const named = (inner: Trace, id: string): Trace => ({
      ...line.trace,
      name: { kind: 'metric', id, title: sameInAll(id) },
      parts: [inner],
    });
    return { ...line, trace: metrics.reduce(named, line.trace) };
  });
  return [{ ...statement, lines }];
}

function provisionalIn(...metrics: readonly string[]) {
  const month = { metrics: { ...NOTHING_COUNTED, shop }, statements: paidBy(...metrics) };
  return provisionalMetrics(month);
}

describe('the metrics in the reasons of pay that are not final', () => {
  it('are those that a line rests on, at whatever depth, by name', () => {
    expect(provisionalIn('shop_conversion', 'sales', 'conversion')).toEqual([
      'conversion',
      'shop_conversion',
    ]);
  });

  it('are none where pay rests on final figures only', () => {
    expect(provisionalIn('sales')).toEqual([]);
    expect(provisionalIn()).toEqual([]);
  });
});
