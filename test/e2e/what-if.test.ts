import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closedShop } from '../setup/closed.js';
import { kpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const ORDERS = '订单编号,买家,创建时间,付款时间,实付金额,客服';

const RULES = csv(
  'id: share',
  'title: 提成',
  'kind: pay',
  'parameters: {rate: {value: 1%, title: 比例}, prize: {value: 50, title: 奖金}}',
  'lines:',
  '  - {id: share, title: 提成, kind: earning, category: commission, formula: 销售额 × 比例, round: fen}',
  '  - id: first',
  '    title: 销售第一',
  '    kind: earning',
  '    category: bonus',
  '    when: rank(sales) = 1',
  '    formula: 奖金',
);

/** 甲 sells less than 乙 in September and more in October. */
const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [share]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲', 'A02,乙,售前,小乙'),
  'rules/share.yaml': RULES,
  'draft/share.yaml': RULES.replace('1%', '3%'),
  '2026-09/orders.csv': csv(
    ORDERS,
    '1,b1,2026-09-02 10:00:00,2026-09-02 10:05:00,1000,小甲',
    '2,b2,2026-09-02 10:00:00,2026-09-02 10:05:00,2000,小乙',
  ),
  '2026-10/orders.csv': csv(
    ORDERS,
    '3,b1,2026-10-02 10:00:00,2026-10-02 10:05:00,4000,小甲',
    '4,b2,2026-10-02 10:00:00,2026-10-02 10:05:00,2500,小乙',
  ),
};

const CHANGES = 'agent,name,line,title,before,after,change,formula';

describe('another policy', () => {
  it('is paid with --set, and shown beside the one in force with --compare', async () => {
    const shop = writeShop(SHOP);
    const month = ['calc', '--month', '2026-10', '--ids', '--set', 'share.rate=2%'];
    const other = await kpi(month, { cwd: shop });
    expect(other.out).toContain('A01,甲,presales,presales,,,80,50,130,0,130');
    const beside = await kpi([...month, '--compare'], { cwd: shop });
    expect(beside.out).toBe(
      csv(
        CHANGES,
        'A01,甲,share,提成,40,80,40,销售额 × 比例 = 4000 × 2%',
        'A02,乙,share,提成,25,50,25,销售额 × 比例 = 2500 × 2%',
      ),
    );
    expect(beside.err).toContain('实发 115 → 180，变化 65；2 人有变化');
    const unnamed = await kpi(['calc', '--set', 'share.rate=2%', '--compare'], { cwd: shop });
    expect(unnamed.err.match(/没有写 --month，取上个月：2026-10/g)).toHaveLength(1);
  });

  it('may be a folder of rulebooks, for months that are closed too', async () => {
    const shop = writeShop(SHOP, '小店 乙');
    for (const name of ['2026-09', '2026-10']) await kpi(['close', '--month', name], { cwd: shop });
    const beside = ['calc', '--month', '2026-09', '--rules', 'draft', '--compare', '--ids'];
    expect((await kpi(beside, { cwd: shop })).out).toBe(
      csv(
        CHANGES,
        'A01,甲,share,提成,10,30,20,销售额 × 比例 = 1000 × 3%',
        'A02,乙,share,提成,20,60,40,销售额 × 比例 = 2000 × 3%',
      ),
    );
    // Without --compare it would look as if the closed month had been paid so.
    expect(await kpi(beside.slice(0, 5), { cwd: shop })).toMatchObject({ code: 2, out: '' });
    const back = ['backtest', '--rules', 'draft', '--ids'];
    const all = await kpi(back, { cwd: shop });
    expect(all.out).toBe(
      csv(
        'month,agents_changed,before,after,change',
        '2026-09,2,80,140,60',
        '2026-10,2,115,245,130',
      ),
    );
    const one = await kpi([...back, '--months', '2026-10..2026-12', '-f', 'json'], { cwd: shop });
    expect(JSON.parse(one.out)).toMatchObject({
      months: [{ month: '2026-10', before: 115, after: 245, change: 130, problems: [] }],
    });
  });

  it('is refused with its place when it is wrong', async () => {
    const shop = writeShop(SHOP);
    const month = ['calc', '--month', '2026-10', '--lang', 'en'];
    for (const [flags, code] of [
      [['--set', 'share.rat=2%'], 'misspelt-parameter'],
      [['--set', 'share=2%'], 'bad-assignment'],
      [['--rules', 'nowhere'], 'missing-rules'],
    ] as const) {
      const ran = await kpi([...month, ...flags], { cwd: shop });
      expect(ran).toMatchObject({ code: 1, out: '' });
      expect(ran.err).toContain(code);
    }
    for (const args of [
      ['calc', '--compare'],
      ['backtest'],
      ['backtest', '--rules', 'draft', '--months', 'x'],
    ]) {
      expect(await kpi(args, { cwd: shop })).toMatchObject({ code: 2, out: '' });
    }
  });
});

describe('kpi diff', () => {
  it('divides the difference between two months among policy, metrics and the rest', async () => {
    const shop = await closedShop(SHOP, '2026-09');
    const rulebook = join(shop, 'rules/share.yaml');
    writeFileSync(rulebook, readFileSync(rulebook, 'utf8').replace('1%', '2%'));
    const { code, out, err } = await kpi(['diff', '2026-09', '2026-10', '--ids'], { cwd: shop });
    expect({ code, out }).toEqual({
      code: 0,
      // First the rate, at the sales of September: 1000 × 1 % and 2000 × 1 %; then the sales, at 2 %.
      out: csv(
        'agent,name,line,title,cause,before,after,change',
        'A01,甲,share,提成,rules,,,10',
        'A01,甲,share,提成,sales,1000.00,4000.00,60',
        'A01,甲,first,销售第一,sales,1000.00,4000.00,50',
        'A02,乙,share,提成,rules,,,20',
        'A02,乙,share,提成,sales,2000.00,2500.00,10',
        'A02,乙,first,销售第一,sales,2000.00,2500.00,-50',
      ),
    });
    expect(err).toContain('从 2026-09 到 2026-10 实发变化 100');
    const none = await kpi(['diff', '2026-09', '2026-09', '--lang', 'en'], { cwd: shop });
    expect(none.err).toBe('nothing differs\n');
  });

  it('takes no closed month that was altered for an open one', async () => {
    const shop = await closedShop(SHOP, '2026-09');
    const file = join(shop, 'closed/2026-09.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('甲', '丙'));
    const { code, out, err } = await kpi(['diff', '2026-09', '2026-10'], { cwd: shop });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('closed-altered');
  });
});
