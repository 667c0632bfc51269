import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/lib/decimal.js';
import { sameInAll } from '../../src/lib/language.js';
import type { Day, Month } from '../../src/lib/month.js';
import { NOTHING_COUNTED } from '../../src/payroll/pay.js';
import { provisionalMetrics, reportProvisional } from '../../src/payroll/provisional.js';
import type { Trace } from '../../src/rulebook/values/trace.js';
import { collectProblems, problemText } from '../../src/words/problem.js';
import { paid } from '../ledger/months.js';

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

describe('what is said of lines that rest on them', () => {
  it('names the first five people, and how many there are', () => {
    const problems = collectProblems();
    const statements = [1, 2, 3, 4, 5, 6].flatMap((number) =>
      paidBy('conversion').map((each) => ({ ...each, agent: `A0${number}`, name: '客服' })),
    );
    const ordersAwaited = { due: '2026-11-01' as Day, last: undefined };
    const metrics = { ...NOTHING_COUNTED, shop, ordersAwaited };
    reportProvisional({ month: '2026-10' as Month, metrics, statements }, problems);
    expect(problems.all.map(({ code, params }) => problemText('zh', { code, params }))).toEqual([
      'share（A01 客服、A02 客服、A03 客服、A04 客服、A05 客服等 6 人）依据的询单转化率还没有定：订单要有到 2026-11-01 的，现在最晚的：没有',
    ]);
  });
});
