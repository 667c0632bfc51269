import { expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** What is said of a line for somebody who joins on 12 October 2026 (20 of 31 days) and sells for 10000. */
async function said(line: string, dates = '2026-10-12,') {
  const cwd = writeShop({
    'kpi.yaml': csv('shop: 小店', 'plans: {presales: {scores: [], pay: [own]}}'),
    'rules/own.yaml': csv(
      'id: own',
      'kind: pay',
      'parameters: {amount: {title: 定额, unit: yuan, value: 3100}}',
      'lines:',
      '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 1%}',
      `  - {id: own, title: 某项, ${line}}`,
    ),
    'agents.csv': csv('工号,姓名,岗位,入职日期,离职日期', `A,甲,售前,${dates}`),
    '2026-10/metrics.csv': csv('工号,销售额', 'A,10000'),
  });
  const run = await kpi(['calc', '--month', '2026-10', '--ids', '--long'], { cwd });
  expect(run.code, run.err).toBe(0);
  return run.err;
}

const EARNING = 'kind: earning, category: base';

it('a guarantee that does not say how it pays a part of a month is told with both amounts', async () => {
  // 100 of commission: 3000 short of 3100, 1900 short of 3100 × 20 ÷ 31 = 2000.
  const err = await said(`${EARNING}, at_least: {of: 提成, amount: 3100}`);
  expect(err).toContain(
    '“某项”没有写怎么折算：按全月的发 3000（现在这样发），按在职的日历天数折算是 1900',
  );
});

it('so is one with a formula for its amount, of somebody who leaves', async () => {
  // 10 of 31 days: 3100 × 10 ÷ 31 − 100 = 900.
  const err = await said(`${EARNING}, at_least: {of: 提成, amount: 定额}`, ',2026-10-10');
  expect(err).toContain('按全月的发 3000（现在这样发），按在职的日历天数折算是 900');
});

it.each(['3100', '定额', '定额 × 2 ÷ 2'])('so is a fixed amount: %s', async (formula) => {
  // 3100 × 20 ÷ 31
  const err = await said(`${EARNING}, formula: ${formula}`);
  expect(err).toContain('按全月的发 3100（现在这样发），按在职的日历天数折算是 2000');
});

it.each([
  ['paid in part', `${EARNING}, formula: 3100, prorate: calendar_days`],
  ['a guarantee in part', `${EARNING}, at_least: {of: 提成, amount: 3100}, prorate: calendar_days`],
  ['in full on purpose', `${EARNING}, formula: 3100, prorate: none`],
  [
    'a guarantee in full on purpose',
    `${EARNING}, at_least: {of: 提成, amount: 3100}, prorate: none`,
  ],
  ['a guarantee that is reached', `${EARNING}, at_least: {of: 提成, amount: 50}`],
  ['of what was done', `${EARNING}, formula: 销售额 × 2%`],
  ['by a formula of its own', `${EARNING}, formula: '如果(全月在职, 3100, 1000)'`],
  ['a cap', 'kind: deduction, category: fine, at_most: {of: 提成, amount: 50}'],
  ['a balance', 'kind: balance, formula: 3100'],
])('nothing is said of a line %s', async (_, line) => {
  expect(await said(line)).toBe('');
});

it('nothing is said of who is employed all month', async () => {
  expect(await said(`${EARNING}, formula: 3100`, '2026-10-01,2026-10-31')).toBe('');
});
