import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/lib/decimal.js';
import type { Month } from '../../src/lib/month.js';
import { calculateMonth } from '../../src/payroll/calculate.js';
import type { PaidMonth } from '../../src/payroll/run.js';
import { closedOf } from '../../src/run/closed-month.js';
import { type MonthAsked, monthOf } from '../../src/run/month-of.js';
import { payableMonth } from '../../src/run/payable.js';
import { collectProblems } from '../../src/words/problem.js';
import { closedShop } from '../setup/closed.js';
import { csv, type ShopFiles } from '../setup/shop.js';

const SEPTEMBER = '2026-09' as Month;
const OCTOBER = '2026-10' as Month;

function orders(month: Month, amount: number): string {
  const cells = `${month}-02 10:00:00,${month}-02 10:05:00,${amount},小甲`;
  return csv('订单编号,买家,创建时间,付款时间,实付金额,客服', `${month},买家,${cells}`);
}

function rules(rate: string): string {
  return csv(
    'id: share',
    'title: 提成',
    'kind: pay',
    `parameters: {rate: {value: ${rate}, title: 比例}}`,
    'lines:',
    '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 比例}',
    '  - {id: last, title: 上月提成, kind: earning, category: bonus, formula: 之前(line.share), undefined: 0}',
  );
}

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [share]}}', 'history: {assume: none}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
  'rules/share.yaml': rules('1%'),
  '2026-09/orders.csv': orders(SEPTEMBER, 1000),
  '2026-10/orders.csv': orders(OCTOBER, 100),
};

/** September is closed with 1 % of 1000; since then its order has become 2000 and the rate 3 %. */
async function changedShop(): Promise<string> {
  const folder = await closedShop(SHOP, SEPTEMBER);
  writeFileSync(join(folder, '2026-09/orders.csv'), orders(SEPTEMBER, 2000));
  writeFileSync(join(folder, 'rules/share.yaml'), rules('3%'));
  return folder;
}

async function asked(
  month: Month,
  how: Pick<MonthAsked, 'basis' | 'variant'>,
): Promise<MonthAsked> {
  const folder = await changedShop();
  const closed = await closedOf(folder, month, collectProblems());
  return { folder, month, closed, ...how };
}

function amounts({ statements }: PaidMonth): Record<string, string> {
  const lines = statements.flatMap((statement) => statement.lines);
  return Object.fromEntries(lines.map(({ id, amount }) => [id, amount ? plain(amount) : '']));
}

describe('a closed month', () => {
  it('is what was sealed, and nothing is computed', async () => {
    const month = await monthOf<PaidMonth>(await asked(SEPTEMBER, { basis: 'seal' }), () => {
      throw new Error('computed');
    });
    expect(amounts(month)).toEqual({ share: '10', last: '0' });
  });

  it('is computed again by its sealed policy from its files as they are', async () => {
    const request = await asked(SEPTEMBER, { basis: 'sealed-policy' });
    expect(amounts(await monthOf(request, calculateMonth))).toEqual({ share: '20', last: '0' });
  });

  it('is computed by the policy of today as the folder stands', async () => {
    const request = await asked(SEPTEMBER, { basis: 'folder' });
    expect(amounts(await monthOf(request, calculateMonth))).toEqual({ share: '60', last: '0' });
  });

  it('is computed by another policy in place of the one it would rest on', async () => {
    const variant = { set: ['share.rate=5%'], rules: undefined };
    const request = await asked(SEPTEMBER, { basis: 'sealed-policy', variant });
    expect(amounts(await monthOf(request, calculateMonth))).toEqual({ share: '100', last: '0' });
  });

  it('gives what its pay is worked out from', async () => {
    const problems = collectProblems();
    const payable = await payableMonth(
      await asked(SEPTEMBER, { basis: 'sealed-policy' }),
      problems,
    );
    expect(payable?.shop.rulebooks?.map(({ text }) => text)).toEqual([rules('1%')]);
    expect(payable?.active.map(({ id }) => id)).toEqual(['A01']);
    expect(problems.all).toEqual([]);
  });
});

describe('an open month', () => {
  it.each([
    'seal',
    'sealed-policy',
    'folder',
  ] as const)('rests on the folder, and on the months closed before it, by %s', async (basis) => {
    const request = await asked(OCTOBER, { basis });
    expect(amounts(await monthOf(request, calculateMonth))).toEqual({ share: '3', last: '10' });
  });

  it('is computed by another policy', async () => {
    const variant = { set: ['share.rate=5%'], rules: undefined };
    const request = await asked(OCTOBER, { basis: 'folder', variant });
    expect(amounts(await monthOf(request, calculateMonth))).toEqual({ share: '5', last: '10' });
  });
});
