import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { close, closedShop } from '../setup/closed.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';
import { BOOKS, CONFIG, orders, SHOP } from './months-shop.js';

/** What a closed month's file says of an agent's pay. */
interface Sealed {
  readonly id: string;
  readonly lines: readonly { readonly id: string; readonly amount?: string }[];
  readonly notices: readonly { readonly code: string; readonly text: { readonly zh: string } }[];
}

function sealed(shop: string, month: string): readonly Sealed[] {
  return JSON.parse(readFileSync(join(shop, 'closed', `${month}.json`), 'utf8')).statements;
}

/** The amounts of the lines of each agent, by agent and line. */
function paid(shop: string, month: string) {
  return Object.fromEntries(
    sealed(shop, month).map(({ id, lines }) => [
      id,
      Object.fromEntries(lines.map((line) => [line.id, Number(line.amount)])),
    ]),
  );
}

describe('a rule that looks back', () => {
  it('is given the closed months, one after the other', async () => {
    const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'];
    const shop = await closedShop(SHOP, ...months);
    const [january, february, march, april, may] = months.map((month) => paid(shop, month));
    const line = (
      share: number,
      last: readonly number[],
      run: number,
      mean: number,
      sum: number,
    ) => ({
      share,
      last_share: last[0],
      last_score: last[1],
      last_orders: last[2],
      run,
      mean,
      sum,
    });
    // 40 + 60 of two buyers. There is no month before, which the shop says.
    expect(january).toEqual({ A01: line(10, [0, 0, 0], 1, 50, 100) });
    // One order: 10 points, below 20. 300 of three buyers.
    expect(february).toEqual({ A01: line(20, [10, 20, 2], 0, 100, 300) });
    // 360 of six buyers; the mean of 50, 200 and 20 would be 90. 乙 was not there before.
    expect(march).toEqual({
      A01: line(6, [20, 10, 1], 1, 60, 360),
      A02: line(8, [0, 0, 0], 0, 80, 80),
    });
    // February to April: 460 of six buyers = 76.666…; 乙: 200 of three = 66.666…
    expect(april).toEqual({
      A01: line(20, [6, 30, 3], 2, 76.67, 460),
      A02: line(12, [8, 10, 1], 1, 66.67, 200),
    });
    // March to May: 60 + 200 + 150 = 410 of eight; 乙: 80 + 120 + 600 = 800 of six.
    expect(may).toEqual({
      A01: line(15, [20, 20, 2], 3, 51.25, 410),
      A02: line(60, [12, 20, 2], 2, 133.33, 800),
    });
    expect((await kpi(['verify', '--ids'], { cwd: shop })).code).toBe(0);
  });

  it('does not know what was before the first closed month, and says what to do', async () => {
    const shop = writeShop({ ...SHOP, 'kpi.yaml': csv(...CONFIG) });
    const zh = await kpi(['calc', '--month', '2026-01'], { cwd: shop });
    expect(zh).toMatchObject({ code: 1, out: '' });
    expect(zh.err).toContain('no-history');
    expect(zh.err).toContain('先结账前几个月；确实没有的，在 kpi.yaml 写 history: {assume: none}');
    const en = await kpi(['calc', '--month', '2026-01', '--lang', 'en'], { cwd: shop });
    expect(en.err).toContain('close the earlier months first');
  });

  it('knows a run that broke among closed months, and asks no further', async () => {
    const streak = BOOKS['rules/back.yaml'] as string;
    const shop = writeShop({
      ...SHOP,
      'kpi.yaml': csv(...CONFIG),
      'rules/back.yaml': csv(
        ...streak.split('\n').filter((row) => row !== '' && !/last_|mean|sum/.test(row)),
      ),
    });
    // January would have to know what was before: 20 points there. February has 10.
    expect((await kpi(['calc', '--month', '2026-01'], { cwd: shop })).err).toContain('no-history');
    await close(shop, '2026-02', '2026-03', '2026-04');
    expect(paid(shop, '2026-04')).toMatchObject({ A01: { run: 2 }, A02: { run: 1 } });
  });

  it('does not know a month that is not closed, whatever the shop says of the time before', async () => {
    const { '2026-03/orders.csv': _, ...without } = SHOP;
    const shop = await closedShop(without, '2026-01', '2026-02');
    const run = await kpi(['calc', '--month', '2026-04'], { cwd: shop });
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toContain('no-history');
  });
});

describe('the quarterly bonus', () => {
  /** Nine orders of the agent whose score counts make 90 points; the shop meets 100. */
  const good = [20, 20, 20, 20, 20, 20, 20, 20, 20];
  const months = ['01', '02', '03', '04', '05', '06', '07'].map((each) => `2026-${each}`);
  const shopOf = (config: readonly string[], weak?: string) => ({
    ...SHOP,
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {presales: {scores: [card], pay: [quarterly_bonus]}}',
      'targets: {team_sales: 100}',
      ...config,
    ),
    'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
    ...Object.assign(
      {},
      ...months.map((month) => orders(month, { 小甲: month === weak ? [150] : good })),
    ),
  });
  const bonuses = async (files: ShopFiles) => {
    const shop = await closedShop(files, ...months);
    return months.map((month) => {
      const [agent] = sealed(shop, month);
      return [agent?.lines[0]?.amount, agent?.notices.map(({ text }) => text.zh)];
    });
  };
  const UNKNOWN = '季度奖金：不知道以往月份的情况，这个月没有这一项';

  it('is paid once per run of three; the first months say that they do not know', async () => {
    expect(await bonuses(shopOf([]))).toEqual([
      [undefined, [UNKNOWN]],
      [undefined, [UNKNOWN]],
      ['300', []],
      [undefined, []],
      [undefined, []],
      ['300', []],
      [undefined, []],
    ]);
  });

  it('begins anew after a month that fell short, and a new shop needs no notice', async () => {
    // The second month has one order, 10 points: months 3 to 5 are the next three.
    expect(await bonuses(shopOf(['history: {assume: none}'], '2026-02'))).toEqual(
      Array.from({ length: 7 }, (_, at) => [at === 4 ? '300' : undefined, []]),
    );
  });
});

describe('notices over months', () => {
  const violation = (month: string, agent: string) => ({
    [`${month}/events.csv`]: csv('工号,日期,事项,次数', `${agent},${month}-05,违规,1`),
  });
  const EARLIER = '{formula: "月累计(事项.违规, 12) − 事项.违规", title: 以前违规次数}';
  const SHOP_OF_RULES: ShopFiles = {
    ...SHOP,
    'kpi.yaml': csv(
      'shop: 小店',
      'plans: {presales: {scores: [card], pay: [base_flat, conduct_taobao], notices: [dismissal, levels]}}',
      'history: {assume: none}',
      'set: {levels.first_review: 3, base_flat.amount: 800}',
    ),
    'agents.csv': csv(
      '工号,姓名,岗位,账号,级别,定级日期',
      'A01,甲,售前,小甲,初级,2025-12-01',
      'A02,乙,售前,小乙,中级,2025-01-01',
    ),
    'rules/conduct.yaml': csv(
      'id: conduct_taobao',
      'kind: pay',
      'extends: conduct_taobao',
      `parameters: {earlier_violations: ${EARLIER}}`,
    ),
    'rules/dismissal.yaml': csv(
      'id: dismissal',
      'kind: notices',
      'extends: dismissal',
      `parameters: {earlier: ${EARLIER}}`,
    ),
    ...violation('2026-01', 'A01'),
    ...violation('2026-02', 'A01'),
    ...violation('2026-03', 'A01'),
    ...orders('2026-03', { 小甲: [1, 1, 1, 1, 1, 1, 1, 1], 小乙: [1] }),
  };

  it('count violations of months before, and stay as they were sealed', async () => {
    const shop = await closedShop(SHOP_OF_RULES, '2026-01', '2026-02');
    const fines = () => ['2026-01', '2026-02'].map((month) => paid(shop, month).A01?.violation);
    expect(fines()).toEqual([10, 30]);
    const notices = () => kpi(['notices', '--month', '2026-03', '--ids'], { cwd: shop });
    const before = await notices();
    expect(before.out).toBe(
      csv(
        'level,id,name,role,plan,rulebook,code,notice',
        'dismissal,A01,甲,presales,presales,dismissal,third_violation,违规 3 次，达到辞退级别（本人、主管、店长签字）',
        'warning,A02,乙,presales,presales,levels,loses_level,10 分，低于本级别要求，可能降级',
        'info,A01,甲,presales,presales,levels,due_intermediate,任初级 4 个月，80 分，可评中级',
      ),
    );
    await close(shop, '2026-03');
    writeFileSync(join(shop, '2026-03/events.csv'), csv('工号,日期,事项,次数'));
    const after = await notices();
    expect(after.out).toBe(before.out);
    expect(after.err).toContain('2026-03 已结账');
    const json = await kpi(['notices', '--month', '2026-03', '-f', 'json'], { cwd: shop });
    expect(JSON.parse(json.out)).toMatchObject({ closed: true, counts: { dismissal: 1 } });
  });
});
