import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/intake/files/workbook/open-workbook.js';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** 2% of sales less 4% of refunds: what is below 0 is carried forward, and a fifth is held back until October. */
const BOOK = csv(
  'id: carry',
  'kind: pay',
  'title: 结转',
  'define:',
  "  due: {title: 应计提成, unit: yuan, formula: '销售额 × 2% − 退款金额 × 4% + 之前(提成结转)'}",
  "  kept: {title: 本月扣留, unit: yuan, formula: '最大(0, 应计提成) × 20%'}",
  'lines:',
  "  - {id: paid, title: 提成, kind: earning, category: commission, formula: '最大(0, 应计提成) − 本月扣留'}",
  "  - {id: owed, title: 提成结转, kind: balance, formula: '最小(0, 应计提成)'}",
  "  - {id: returned, title: 年终返还, kind: earning, category: bonus, when: 月份(月末) = 10, formula: '之前(扣留余额) + 本月扣留'}",
  "  - {id: held, title: 扣留余额, kind: balance, formula: '之前(扣留余额) + 本月扣留 − 年终返还'}",
  'examples:',
  '  - title: 上月欠 100，扣留 10',
  '    month: 2026-10',
  '    given: {销售额: 10000, 退款金额: 0, 月末: 2026-10-31}',
  '    history: [{提成结转: -100, 扣留余额: 10}]',
  '    expect: {paid: 80, owed: 0, returned: 30, held: 0}',
);

const month = (sales: number, refunds: number) =>
  csv('工号,销售额,退款金额', `A,${sales},${refunds}`);

const SHOP = {
  'kpi.yaml': csv(
    'shop: 小店',
    'plans: {presales: {scores: [], pay: [carry]}}',
    'history: {assume: none}',
  ),
  'rules/carry.yaml': BOOK,
  'agents.csv': csv('工号,姓名,岗位', 'A,甲,售前'),
  '2026-08/metrics.csv': month(10000, 0), // 200: 160 paid, 40 held
  '2026-09/metrics.csv': month(5000, 5000), // 100 − 200: −100 carried
  '2026-10/metrics.csv': month(15000, 0), // 300 − 100 = 200: 160 paid, 40 + 40 returned
};

interface Paid {
  readonly gross: number;
  readonly payable: number;
  readonly lines: readonly {
    readonly id: string;
    readonly kind: string;
    readonly amount: number;
  }[];
}

async function closed(folder: string, at: string) {
  const run = await kpi(['calc', '-C', folder, '--month', at, '--format', 'json']);
  if (run.code !== 0) throw new Error(run.err);
  const [{ gross, payable, lines }] = JSON.parse(run.out).agents as [Paid];
  expect((await kpi(['close', '-C', folder, '--month', at])).code).toBe(0);
  return [gross, payable, ...lines.filter(({ kind }) => kind === 'balance').map((b) => b.amount)];
}

describe('a line of kind balance', () => {
  it('is carried from month to month and not paid', async () => {
    const folder = writeShop(SHOP);
    expect((await kpi(['check', '-C', folder])).out).not.toContain('错误');
    expect((await kpi(['rules', 'test', 'carry', '-C', folder])).code).toBe(0);
    expect(await closed(folder, '2026-08')).toEqual([160, 160, 0, 40]);
    expect(await closed(folder, '2026-09')).toEqual([0, 0, -100, 40]);
    expect(await closed(folder, '2026-10')).toEqual([240, 240, 0, 0]);
    expect((await kpi(['verify', '-C', folder])).code).toBe(0);
  });

  it('stands behind what is paid in the salary table and in the explanation', async () => {
    const folder = writeShop(SHOP);
    await closed(folder, '2026-08');
    const ask = ['-C', folder, '--month', '2026-09'];
    const table = await kpi(['calc', ...ask, '--format', 'csv']);
    const [header = '', row = ''] = table.out.split('\n');
    expect(header).toMatch(/提成,年终返还,应发工资,扣款,实发,提成结转,扣留余额$/);
    expect(row).toMatch(/,0,,0,0,0,-100,40$/);
    const { out } = await kpi(['explain', 'A', ...ask]);
    expect(out).toMatch(/结转（不发）：提成结转 [-−]100/);
  });

  it('has no category, and a correction does not pay it', async () => {
    const wrong = BOOK.replace('kind: balance, formula', 'kind: balance, category: bonus, formula');
    const { out } = await kpi(['check', '-C', writeShop({ ...SHOP, 'rules/carry.yaml': wrong })]);
    expect(out).toContain('key-without-use');
  });

  it('is no part of what a correction pays, nor of what history and workbook sum up', async () => {
    const folder = writeShop(SHOP);
    await closed(folder, '2026-08');
    writeFileSync(join(folder, '2026-08/metrics.csv'), month(20000, 0));
    // 400 instead of 200 are due in August: 320 are paid instead of 160, and 80 instead of 40 held back.
    const run = await kpi(['correct', '-C', folder, '--month', '2026-08', '--in', '2026-09']);
    expect(run).toMatchObject({ code: 0 });
    expect(run.out + run.err).toContain('1 行，补发 160，追回 0');
    const file = join(folder, 'salary.xlsx');
    await kpi(['calc', '-C', folder, '--month', '2026-09', '-o', file]);
    // September itself pays nothing and carries −100.
    const [, header, row] = await sheetOfPlan(file);
    expect(header?.slice(-4, -1)).toEqual(['实发', '提成结转', '扣留余额']);
    expect(row?.slice(-4, -2)).toEqual(['160', '-100']);
    expect(await closed(folder, '2026-09')).toContain(160);
    const { out } = await kpi(['history', 'A', '-C', folder]);
    expect(out).toContain('A,甲,2026-08,presales,,,10000,160,0,160');
    expect(out).toContain('A,甲,2026-09,presales,,,5000,160,0,160');
    expect((await kpi(['verify', '-C', folder])).code).toBe(0);
  });
});

/** What is paid of the three months, those before October already closed. */
async function paidInAll(folder: string, ...months: readonly string[]): Promise<readonly number[]> {
  const payables: number[] = [];
  for (const at of months) payables.push((await closed(folder, at))[1] ?? 0);
  return payables;
}

async function correct(folder: string, at: string, into: string) {
  const run = await kpi(['correct', '-C', folder, '--month', at, '--in', into]);
  expect(run).toMatchObject({ code: 0 });
  return run.out + run.err;
}

/** August with twice the sales. */
const AUGUST = month(20000, 0);

describe('a balance of a month that is corrected', () => {
  // Of 40000 less 5000 given back 800 − 200 = 600 are due over the three months, whatever way they come.
  // August: 400, of which 80 are held back: 160 were paid, 160 are back pay. September: −100 carried.
  // October: 300 − 100 = 200: 160 and the 80 + 40 that were held back.
  it('is carried on by the month that settles it', async () => {
    const folder = writeShop(SHOP);
    expect(await paidInAll(folder, '2026-08')).toEqual([160]);
    writeFileSync(join(folder, '2026-08/metrics.csv'), AUGUST);
    expect(await correct(folder, '2026-08', '2026-09')).toContain('按更正后的：1 人有变动');
    expect(await paidInAll(folder, '2026-09', '2026-10')).toEqual([160, 280]);
    expect((await kpi(['verify', '-C', folder])).code).toBe(0);
  });

  it('is carried on by a month before the one that settles it', async () => {
    const folder = writeShop(SHOP);
    expect(await paidInAll(folder, '2026-08')).toEqual([160]);
    writeFileSync(join(folder, '2026-08/metrics.csv'), AUGUST);
    await correct(folder, '2026-08', '2026-10');
    expect(await closed(folder, '2026-09')).toEqual([0, 0, -100, 80]);
    expect(await paidInAll(folder, '2026-10')).toEqual([160 + 280]);
    expect((await kpi(['verify', '-C', folder])).code).toBe(0);
  });

  it('is carried through a month that was closed over it by a correction of that month', async () => {
    const folder = writeShop(SHOP);
    expect(await paidInAll(folder, '2026-08', '2026-09')).toEqual([160, 0]);
    writeFileSync(join(folder, '2026-08/metrics.csv'), AUGUST);
    expect(await correct(folder, '2026-08', '2026-10')).toContain(
      '已结账的 2026-09 里 A 甲 的扣留余额会从 40 变成 80，实发差 0',
    );
    expect(await correct(folder, '2026-09', '2026-10')).toContain('0 行，补发 0，追回 0');
    // It is carried now: there is nothing to warn of any more.
    expect(await correct(folder, '2026-08', '2026-10')).not.toContain('2026-09');
    expect(await correct(folder, '2026-09', '2026-10')).toContain('没有新的差额');
    expect(await paidInAll(folder, '2026-10')).toEqual([160 + 280]);
    const verified = await kpi(['verify', '-C', folder, '--ids', '-f', 'csv']);
    expect(verified.code).toBe(0);
    expect(verified.out).toMatch(/2026-09,corrected/);
  });

  it('is corrected although nothing was paid of it', async () => {
    const folder = writeShop(SHOP);
    expect(await paidInAll(folder, '2026-08', '2026-09')).toEqual([160, 0]);
    // 100 − 300 = −200 instead of −100. October: 300 − 200 = 100: 80 and the 40 + 20 held back.
    writeFileSync(join(folder, '2026-09/metrics.csv'), month(5000, 7500));
    expect(await correct(folder, '2026-09', '2026-10')).toContain('0 行，补发 0，追回 0');
    expect(await paidInAll(folder, '2026-10')).toEqual([140]);
    const { out } = await kpi(['explain', 'A', '-C', folder, '--month', '2026-10']);
    expect(out).toMatch(/· 2026-09，更正后\n.*\n.*\n.*\n.*\n *提成结转 = -200.00 元/);
    expect((await kpi(['verify', '-C', folder])).code).toBe(0);
  });
});

describe('pay that is deferred to the month after', () => {
  it('follows the month as it was corrected', async () => {
    const folder = writeShop({
      ...SHOP,
      'rules/carry.yaml': csv(
        'id: carry',
        'kind: pay',
        'title: 分两个月发',
        'lines:',
        "  - {id: first, title: 提成, kind: earning, category: commission, formula: '销售额 × 2% × 50%'}",
        "  - {id: second, title: 上月提成余额, kind: earning, category: commission, formula: '之前(销售额) × 2% × 50%', undefined: 0}",
      ),
    });
    expect(await paidInAll(folder, '2026-08')).toEqual([100]);
    writeFileSync(join(folder, '2026-08/metrics.csv'), AUGUST);
    // 400 instead of 200: the first half is 100 more, and the second is 200.
    await correct(folder, '2026-08', '2026-09');
    expect(await paidInAll(folder, '2026-09')).toEqual([50 + 200 + 100]);
    expect((await kpi(['verify', '-C', folder])).code).toBe(0);
  });
});

/** The rows of the sheet of the plan in a workbook, behind the one of all plans. */
async function sheetOfPlan(file: string): Promise<readonly (readonly string[])[]> {
  const workbook = await openWorkbook(file);
  if (typeof workbook === 'string') throw new Error(workbook);
  const found: (readonly string[])[] = [];
  for (const { rows } of workbook.sheets.slice(1, 2)) {
    for await (const { cells } of rows()) found.push(cells);
  }
  return found;
}

describe('a balance of somebody who leaves', () => {
  const withLeaver = (left: string) => ({
    ...SHOP,
    'agents.csv': csv('工号,姓名,岗位,离职日期', `A,甲,售前,${left}`, 'B,乙,售前,'),
    '2026-08/metrics.csv': csv('工号,销售额,退款金额', 'A,10000,0', 'B,10000,0'),
    '2026-09/metrics.csv': csv('工号,销售额,退款金额', 'A,10000,0', 'B,10000,0'),
  });
  const warned = async (folder: string, at: string) =>
    (await kpi(['calc', '-C', folder, '--month', at])).err.match(/A 甲 已经离职.*/g) ?? [];

  it('is told in the month of leaving, with the amount, and nobody else’s is', async () => {
    const folder = writeShop(withLeaver('2026-08-31'));
    expect(await warned(folder, '2026-08')).toEqual([
      'A 甲 已经离职，“扣留余额”还有 40 元：结转留给下个月，离职以后没有人发、也没有人扣',
    ]);
    expect(await warned(writeShop(withLeaver('2026-09-01')), '2026-08')).toEqual([]);
  });

  it('is told in the next month where the date of leaving came after closing', async () => {
    const folder = writeShop(withLeaver(''));
    expect(await warned(folder, '2026-08')).toEqual([]);
    await closed(folder, '2026-08');
    writeFileSync(join(folder, 'agents.csv'), withLeaver('2026-08-31')['agents.csv']);
    expect(await warned(folder, '2026-09')).toEqual([
      'A 甲 已经离职，“扣留余额”还有 40 元：结转留给下个月，离职以后没有人发、也没有人扣',
    ]);
  });
});
