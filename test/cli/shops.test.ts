import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commissionShop } from '../setup/commission-shop.js';
import { kpi, startKpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const orders = (amount: number) =>
  csv(
    '订单编号,买家,创建时间,付款时间,实付金额,备注',
    `1001,b1,2026-10-02 10:00:00,2026-10-02 10:01:00,${amount},A01`,
  );

/** A client whose A01 sold for so much: 1 % of that is hers. */
function client(amount: number, more: ShopFiles = {}): ShopFiles {
  return { ...commissionShop(), '2026-10/orders.csv': orders(amount), ...more };
}

const BROKEN: ShopFiles = client(700, { '2026-10/orders.csv': orders(700).replace('700', 'x') });

/** A folder of an agency, with these clients below `客户 clients`. */
function agency(clients: Readonly<Record<string, ShopFiles>>): string {
  const files = Object.entries(clients).flatMap(([name, shop]) =>
    Object.entries(shop).map(([file, content]) => [`客户 clients/${name}/${file}`, content]),
  );
  return writeShop(Object.fromEntries(files));
}

const calc = (cwd: string, ...args: readonly string[]) =>
  kpi(['calc', '--month', '2026-10', '--shops', '客户 clients/*', ...args], { cwd });

const text = (...path: readonly string[]) => readFileSync(join(...path), 'utf8');

describe('kpi calc --shops', () => {
  it('writes the table of each shop into its folder, as a run for that shop does', async () => {
    const folder = agency({ a: client(100), b: client(250) });
    const ran = await calc(folder, '-o', '工资.csv');
    expect([ran.code, ran.out]).toEqual([0, '']);
    expect(ran.err).toContain('2 家店，算好 2 家');
    for (const name of ['a', 'b']) {
      const shop = join(folder, '客户 clients', name);
      const alone = await kpi([
        'calc',
        '--month',
        '2026-10',
        '-C',
        shop,
        '-o',
        `${shop}/alone.csv`,
      ]);
      expect(alone.code).toBe(0);
      expect(text(shop, '工资.csv')).toBe(text(shop, 'alone.csv'));
    }
  });

  it('loses nothing of one shop by the fault of another', async () => {
    const folder = agency({ a: BROKEN, b: client(250) });
    mkdirSync(join(folder, '客户 clients/资料'));
    const ran = await calc(folder, '-o', '工资.csv');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('— 客户 clients/a\n');
    expect(ran.err).toContain('2026-10/orders.csv:2');
    expect(ran.err).toContain('2 家店，算好 1 家');
    expect(ran.err).toContain('没有算好：客户 clients/a');
    expect(ran.err).toContain('不是店铺，没有算：客户 clients/资料');
    expect(readdirSync(join(folder, '客户 clients/a'))).not.toContain('工资.csv');
    expect(text(folder, '客户 clients/b/工资.csv')).toContain('2.5');
  });

  it('makes one table of all with --long, by whatever number of processes', async () => {
    const folder = agency({ a: client(100), b: BROKEN, c: client(250) });
    const ran = await calc(folder, '--long', '--format', 'csv', '--ids');
    expect(ran.code).toBe(1);
    const [header, ...rows] = ran.out.trimEnd().split('\n');
    expect(header).toMatch(/^shop,agent,name,/);
    // 1 % of 100 and of 250 yuan; 乙 sold nothing.
    const amountAt = header?.split(',').indexOf('amount') ?? -1;
    expect(
      rows.map((row) => {
        const cells = row.split(',');
        return [cells[0], cells[1], cells[amountAt]];
      }),
    ).toEqual([
      ['客户 clients/a', 'A01', '1'],
      ['客户 clients/a', 'A02', '0'],
      ['客户 clients/c', 'A01', '2.5'],
      ['客户 clients/c', 'A02', '0'],
    ]);
    const flags = [
      '--shops',
      '客户 clients/*',
      '--long',
      '--format',
      'csv',
      '--ids',
      '--jobs',
      '2',
    ];
    const started = await startKpi(['calc', '--month', '2026-10', ...flags], { cwd: folder });
    expect(started).toEqual({ code: 1, out: ran.out, err: ran.err });
  });

  it('takes folders that the shell has listed, too', async () => {
    const folder = agency({ a: client(100), b: client(250) });
    const shops = ['客户 clients/a', '客户 clients/b'];
    const ran = await kpi(['calc', '--month', '2026-10', '-o', 'x.csv', '--shops', ...shops], {
      cwd: folder,
    });
    expect(ran.code).toBe(0);
    expect(text(folder, '客户 clients/b/x.csv')).toContain('2.5');
  });

  it('refuses what cannot be meant, once', async () => {
    const folder = agency({ a: client(100), b: client(250) });
    writeFileSync(join(folder, 'note.txt'), '');
    const said = async (...args: readonly string[]) => {
      const { code, err } = await kpi(['calc', '--lang', 'en', ...args], { cwd: folder });
      return [code, err.split('\n')[0]];
    };
    const all = ['--shops', '客户 clients/*'];
    expect(await said('--shops', 'nobody/*', '-o', 'x.csv')).toEqual([
      2,
      'kpi: nobody/*: no folder of a shop, with a kpi.yaml in it',
    ]);
    for (const output of [[], ['-o', 'out/x.csv']]) {
      expect(await said(...all, ...output)).toEqual([
        2,
        expect.stringMatching(/^kpi: --shops needs -o with a bare file name/),
      ]);
    }
    expect(await said(...all, '-o', 'x.csv', '--jobs', '0')).toEqual([
      2,
      'kpi: --jobs takes a whole number from 1 to 999, not “0”',
    ]);
    expect(await said(...all, '-o', 'x.csv', '--month', '2026-13')).toEqual([
      2,
      expect.stringMatching(/2026-13/),
    ]);
    expect(await said(...all, '--long', '-o', 'x.xlsx')).toEqual([
      2,
      'kpi: --shops with --long makes one table, csv or markdown',
    ]);
  });
});
