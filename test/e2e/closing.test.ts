import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closedShop } from '../setup/closed.js';
import { commissionShop } from '../setup/commission-shop.js';
import { DEMO, kpi, startKpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const ORDERS = '订单编号,买家,创建时间,付款时间,实付金额,客服';

/** Three months of a shop that pays 1 % of what each agent sold. */
const SHOP: ShopFiles = {
  ...commissionShop(),
  ...month('2026-09', '100', '200'),
  ...month('2026-10', '300', '400'),
  ...month('2026-11', '500', '600'),
};

function month(name: string, first: string, second: string): ShopFiles {
  const order = (id: string, amount: string, agent: string) =>
    `${name}-${id},b${id},${name}-02 10:00:00,${name}-02 10:05:00,${amount},${agent}`;
  return {
    [`${name}/orders.csv`]: csv(ORDERS, order('1', first, '小甲'), order('2', second, '小乙')),
  };
}

function sealed(shop: string, name: string): string {
  return readFileSync(join(shop, 'closed', `${name}.json`), 'utf8');
}

describe('kpi close', () => {
  it('seals what was paid, as the same bytes wherever, whenever and by whom it is closed', async () => {
    const one = writeShop(SHOP, '小店 甲');
    const other = writeShop(SHOP, 'b');
    const first = await kpi(['close', '--month', '2026-09'], { cwd: one });
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('2026-09 已结账：2 人，实发合计 3；closed/2026-09.json');
    const env = { ...process.env, TZ: 'America/New_York', LC_ALL: 'de_DE.UTF-8' };
    const args = ['close', '--month', '2026-09', '--lang', 'en', '-C', other];
    expect(await startKpi(args, { env })).toMatchObject({ code: 0 });
    expect(sealed(other, '2026-09')).toBe(sealed(one, '2026-09'));
  });

  it('is what calc shows from then on, whatever becomes of the policy', async () => {
    const shop = writeShop(SHOP);
    const before = await kpi(['calc', '--month', '2026-10', '--long'], { cwd: shop });
    await kpi(['close', '--month', '2026-10'], { cwd: shop });
    const rulebook = join(shop, 'rules/share.yaml');
    writeFileSync(rulebook, readFileSync(rulebook, 'utf8').replace('1%', '2%'));
    const after = await kpi(['calc', '--month', '2026-10', '--long'], { cwd: shop });
    expect(after.out).toBe(before.out);
    expect(after.err).toContain('2026-10 已结账');
    const json = await kpi(['calc', '--month', '2026-10', '-f', 'json'], { cwd: shop });
    expect(JSON.parse(json.out)).toMatchObject({ closed: true, totals: { payable: 7 } });
    const recalc = await kpi(['calc', '--month', '2026-10', '--recalc', '--ids'], { cwd: shop });
    expect(recalc.out).toBe(
      csv(
        'agent,name,line,title,before,after,change,formula',
        'A01,甲,share,提成,3,6,3,销售额 × 比例 = 300 × 2%',
        'A02,乙,share,提成,4,8,4,销售额 × 比例 = 400 × 2%',
      ),
    );
  });

  it('happens once, and in order', async () => {
    const shop = writeShop(SHOP);
    const close = (name: string) => kpi(['close', '--month', name], { cwd: shop });
    await close('2026-09');
    const bytes = sealed(shop, '2026-09');
    expect(await close('2026-09')).toMatchObject({ code: 3, out: '' });
    expect(sealed(shop, '2026-09')).toBe(bytes);
    const over = await close('2026-11');
    expect(over).toMatchObject({ code: 1, out: '' });
    expect(over.err).toContain('closing-gap');
    expect(await close('2026-10')).toMatchObject({ code: 0 });
    expect(await close('2026-11')).toMatchObject({ code: 0 });
    expect(readdirSync(join(shop, 'closed')).sort()).toEqual([
      '2026-09.json',
      '2026-10.json',
      '2026-11.json',
      'months.sha256',
    ]);
  });

  it('refuses while anything is wrong, and leaves nothing', async () => {
    const shop = writeShop({
      ...SHOP,
      '2026-09/orders.csv': csv(ORDERS, '1,b,2026-09-02 10:00:00,,x,'),
    });
    const { code, out, err } = await kpi(['close', '--month', '2026-09'], { cwd: shop });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('bad-amount');
    expect(existsSync(join(shop, 'closed'))).toBe(false);
  });

  it('waits for figures that are final, or takes a reason', async () => {
    const shop = writeShop({}, 'demo');
    cpSync(DEMO, shop, { recursive: true });
    const orders = join(shop, '2026-10/orders.csv');
    const lines = readFileSync(orders, 'latin1').split('\n');
    const october = lines.filter((line) => !line.includes(',2026-11-'));
    writeFileSync(orders, october.join('\n'), 'latin1');
    const close = (...more: string[]) =>
      kpi(['close', '--month', '2026-10', ...more], { cwd: shop });
    expect((await close()).err).toContain('provisional-figures');
    expect(await close('--even-if', 'provisional')).toMatchObject({ code: 2 });
    expect(await close('--even-if', 'provisional', '--reason', '先发')).toMatchObject({ code: 0 });
    expect(JSON.parse(sealed(shop, '2026-10')).accepted).toMatchObject([{ reason: '先发' }]);
  });
});

describe('kpi verify', () => {
  it('computes every closed month again and names what is not as it was', async () => {
    const shop = await closedShop(SHOP, '2026-09', '2026-10');
    const sound = await kpi(['verify', '--ids'], { cwd: shop });
    expect(sound).toMatchObject({
      code: 0,
      out: csv('month,state,finding', '2026-09,same,', '2026-10,same,'),
    });
    const rulebook = join(shop, 'rules/share.yaml');
    writeFileSync(rulebook, readFileSync(rulebook, 'utf8').replace('1%', '2%'));
    const changed = await kpi(['verify', '--ids', '--month', '2026-10'], { cwd: shop });
    expect(changed.code).toBe(0);
    expect(changed.out).toContain('rules/share.yaml');
    const orders = join(shop, '2026-10/orders.csv');
    writeFileSync(orders, readFileSync(orders, 'utf8').replace(',300,', ',310,'));
    const wrong = await kpi(['verify', '-f', 'json', '--month', '2026-10'], { cwd: shop });
    expect(wrong.code).toBe(1);
    const { months } = JSON.parse(wrong.out);
    expect(months[0].findings).toMatchObject([
      { kind: 'input-changed', file: '2026-10/orders.csv' },
      { kind: 'result-differs', change: 0.1, changes: [{ agent: 'A01', before: 3, after: 3.1 }] },
      { kind: 'policy-changed', file: 'rules/share.yaml' },
    ]);
  });

  it('finds any byte that was changed, and any link that is missing', async () => {
    const shop = await closedShop(SHOP, '2026-09', '2026-10');
    const file = join(shop, 'closed/2026-10.json');
    const bytes = readFileSync(file);
    for (const at of [0, 30, bytes.length >> 1, bytes.length - 70, bytes.length - 1]) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      writeFileSync(file, altered);
      expect((await kpi(['verify'], { cwd: shop })).err).toContain('closed-altered');
    }
    writeFileSync(file, bytes);
    rmSync(join(shop, 'closed/2026-09.json'));
    expect((await kpi(['verify'], { cwd: shop })).err).toContain('closed-unlinked');
  });

  it('takes no other chain for its own', async () => {
    const shop = await closedShop(SHOP, '2026-09', '2026-10');
    const other = await closedShop({ ...SHOP, ...month('2026-09', '111', '200') }, '2026-09');
    cpSync(join(other, 'closed/2026-09.json'), join(shop, 'closed/2026-09.json'));
    expect((await kpi(['verify'], { cwd: shop })).err).toContain('closed-unlinked');
    mkdirSync(join(shop, 'empty'));
    writeFileSync(join(shop, 'empty/kpi.yaml'), 'shop: 空\n');
    expect(await kpi(['verify', '-C', 'empty'], { cwd: shop })).toMatchObject({ code: 0, out: '' });
  });
});

describe('what is said of a closed month', () => {
  it('is what was sealed, whatever has become of the policy', async () => {
    const cwd = await closedShop(SHOP, '2026-10');
    const rulebook = join(cwd, 'rules/share.yaml');
    writeFileSync(rulebook, readFileSync(rulebook, 'utf8').replace('1%', '2%'));
    const explained = await kpi(['explain', 'A01', '--month', '2026-10'], { cwd });
    expect(explained.out).toContain('300 × 1%');
    expect(explained.err).toContain('2026-10 已结账');
    rmSync(join(cwd, '2026-10'), { recursive: true });
    const metrics = await kpi(['metrics', '--month', '2026-10', '-f', 'json'], { cwd });
    expect(JSON.parse(metrics.out)).toMatchObject({
      agents: [{ metrics: { sales: 300 } }, { metrics: { sales: 400 } }],
    });
    expect(metrics.err).toContain('2026-10 已结账');
  });

  it('is refused when the inputs no longer give it, or its seal has been taken away', async () => {
    const cwd = await closedShop(SHOP, '2026-10', '2026-11');
    const orders = join(cwd, '2026-10/orders.csv');
    writeFileSync(orders, readFileSync(orders, 'utf8').replace(',300,', ',310,'));
    const explained = await kpi(['explain', 'A01', '--month', '2026-10'], { cwd });
    expect(explained).toMatchObject({ code: 1, out: '' });
    expect(explained.err).toContain('closed-differs');
    rmSync(join(cwd, 'closed/2026-10.json'));
    const calculated = await kpi(['calc', '--month', '2026-10'], { cwd });
    expect(calculated).toMatchObject({ code: 1, out: '' });
    expect(calculated.err).toContain('closed-unlinked');
  });

  it('compares another policy with --recalc too', async () => {
    const cwd = await closedShop(SHOP, '2026-10');
    const args = ['calc', '--month', '2026-10', '--recalc', '--set', 'share.rate=3%', '--ids'];
    expect((await kpi(args, { cwd })).out).toContain('A01,甲,share,提成,3,9,6,');
  });
});
