import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kpi, ROOT } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

const SEALED = join(ROOT, 'fixtures/sealed');

/** A copy of a shop as a version of the program has left it. */
function shopOf(version: string): string {
  const shop = writeShop({});
  cpSync(join(SEALED, version), shop, { recursive: true });
  return shop;
}

describe.each(readdirSync(SEALED))('months that version %s closed', (version) => {
  it('are what they were: 10% of sales, and 1% of what the month before paid of that', async () => {
    const { code, out } = await kpi(['history', '--format', 'csv', '--ids', '-C', shopOf(version)]);
    expect(code).toBe(0);
    const [head = '', ...rows] = out.trimEnd().split('\n');
    const at = (name: string) => head.split(',').indexOf(name);
    const paid = rows.map((row) => {
      const cells = row.split(',');
      return [cells[at('id')], cells[at('month')], cells[at('payable')]].join(' ');
    });
    // July: 1000 and 500 sold. August: 2000 and 500. September: 3000 and 500, and 10 recovered of July's 100.
    expect(paid).toEqual([
      'A01 2026-07 100',
      'A01 2026-08 201',
      'A01 2026-09 292',
      'A02 2026-07 50',
      'A02 2026-08 50.5',
      'A02 2026-09 50.5',
    ]);
  });

  it('come out the same when they are computed again', async () => {
    const { code, out } = await kpi(['verify', '--ids', '-C', shopOf(version)]);
    expect(code).toBe(0);
    expect(out).toContain('2026-07,corrected,');
    expect(out).toContain('2026-08,same,');
    expect(out).toContain('2026-09,same,');
  });

  it('are followed by months that are closed today, and not written anew', async () => {
    const shop = shopOf(version);
    const files = ['2026-07', '2026-08', '2026-09'].map((month) => `closed/${month}.json`);
    const texts = () => files.map((file) => readFileSync(join(shop, file), 'utf8'));
    const before = texts();
    cpSync(join(shop, '2026-09'), join(shop, '2026-10'), { recursive: true });
    const orders = join(shop, '2026-10/orders.csv');
    writeFileSync(orders, readFileSync(orders, 'utf8').replaceAll('2026-09', '2026-10'));
    expect(await kpi(['close', '--month', '2026-10', '-C', shop])).toMatchObject({ code: 0 });
    expect(await kpi(['verify', '-C', shop])).toMatchObject({ code: 0 });
    expect(texts()).toEqual(before);
  });

  it('are told where their files have changed', async () => {
    const shop = shopOf(version);
    const orders = join(shop, '2026-09/orders.csv');
    writeFileSync(orders, readFileSync(orders, 'utf8').replace(',500,', ',600,'));
    const { code, out } = await kpi(['verify', '--ids', '--month', '2026-09', '-C', shop]);
    expect(code).toBe(1);
    expect(out).toContain('2026-09,differs,');
    expect(out).toContain('2026-09/orders.csv');
  });
});
