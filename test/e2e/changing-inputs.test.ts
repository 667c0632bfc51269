import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commissionShop } from '../setup/commission-shop.js';
import { BINARY, ROOT, runProgram } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

const HEADER = '订单编号,买家,创建时间,付款时间,实付金额,客服';
const row = (id: number) => `${id},b${id},2026-10-02 10:00:00,2026-10-02 10:05:00,100,小甲`;
const COMPLAINTS = csv('日期,工号,类型', '2026-10-05,A01,差评');

function run(shop: string, args: readonly string[], change: string, append: string) {
  const preloaded = ['--import', join(ROOT, 'test/e2e/changing.mjs'), BINARY, ...args];
  const env = { ...process.env, CHANGE: join(shop, change), APPEND: append };
  return runProgram(process.execPath, preloaded, { cwd: shop, env });
}

describe('a file that is written while it is read', () => {
  it.each([
    ['2026-10/orders.csv', `${row(2)}\n`, ['close', '--month', '2026-10']],
    ['2026-10/orders.csv', `${row(2)}\n`, ['calc', '--month', '2026-10', '-o', 'pay.csv']],
    ['2026-10/complaints.csv', '2026-10-06,A01,差评\n', ['close', '--month', '2026-10']],
  ] as const)('%s: is refused, and nothing is sealed or written', async (file, more, args) => {
    const shop = writeShop({
      ...commissionShop(),
      '2026-10/orders.csv': csv(HEADER, row(1)),
      '2026-10/complaints.csv': COMPLAINTS,
    });
    const { code, err, out } = await run(shop, args, file, more);
    expect(err).toContain(`${file}`);
    expect(err).toContain('读的时候它被改了');
    expect([code, out]).toEqual([1, '']);
    expect(existsSync(join(shop, 'closed/2026-10.json'))).toBe(false);
    expect(existsSync(join(shop, 'pay.csv'))).toBe(false);
    // As it stands now it can be closed.
    const again = await runProgram(process.execPath, [BINARY, 'close', '--month', '2026-10'], {
      cwd: shop,
    });
    expect(again.code, again.err).toBe(0);
  });

  it('is told by verify where it was written after the month was closed', async () => {
    const shop = writeShop({ ...commissionShop(), '2026-10/orders.csv': csv(HEADER, row(1)) });
    const kpi = (...args: readonly string[]) =>
      runProgram(process.execPath, [BINARY, ...args], { cwd: shop });
    expect((await kpi('close', '--month', '2026-10')).code).toBe(0);
    appendFileSync(join(shop, '2026-10/orders.csv'), `${row(2)}\n`);
    const verified = await kpi('verify', '--month', '2026-10');
    expect(verified.code).toBe(1);
    expect(verified.out + verified.err).toContain('2026-10/orders.csv');
  });
});
