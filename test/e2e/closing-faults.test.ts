import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeMonth } from '../../src/ledger/close-month.js';
import { DISK, type Disk } from '../../src/ledger/disk.js';
import { monthText } from '../../src/ledger/sealed-month.js';
import type { Month } from '../../src/lib/month.js';
import { calculateMonth } from '../../src/payroll/calculate.js';
import { ownIdentity } from '../../src/shop/process-identity.js';
import { kpi, startKpi } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const SHOP: ShopFiles = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat]}}'),
  'agents.csv': csv('工号,姓名,岗位,账号', 'A01,甲,售前,小甲'),
  '2026-10/orders.csv': csv(
    '订单编号,买家,创建时间,付款时间,实付金额',
    '1,b,2026-10-02 10:00:00,2026-10-02 10:00:00,5',
  ),
};

const MONTH = '2026-10' as Month;
const FILE = 'closed/2026-10.json';

const close = (shop: string) => kpi(['close', '--month', MONTH], { cwd: shop });

/** The bytes of the month, closed without any fault. */
async function soundBytes(): Promise<string> {
  const shop = writeShop(SHOP);
  expect(await close(shop)).toMatchObject({ code: 0 });
  return readFileSync(join(shop, FILE), 'utf8');
}

describe('closing a month', () => {
  it('is done by one of two runs at once', async () => {
    const shop = writeShop(SHOP);
    const start = () => startKpi(['close', '--month', MONTH], { cwd: shop });
    const runs = await Promise.all([start(), start(), start()]);
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 3, 3]);
    expect(monthText.read(readFileSync(join(shop, FILE), 'utf8'))?.month).toBe(MONTH);
    expect(readdirSync(join(shop, 'closed')).sort()).toEqual(['2026-10.json', 'months.sha256']);
  });

  it('waits for whoever holds the lock, and takes over that of a run which has died', async () => {
    const shop = writeShop(SHOP);
    const lock = join(shop, 'closed/.lock');
    mkdirSync(join(shop, 'closed'));
    writeFileSync(lock, JSON.stringify({ host: 'another', pid: 1 }));
    const held = await close(shop);
    expect(held).toMatchObject({ code: 3, out: '' });
    expect(held.err).toContain('another 上的进程 1');
    writeFileSync(lock, JSON.stringify(ownIdentity()));
    expect(await close(shop)).toMatchObject({ code: 3, out: '' });
    for (const rest of [JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1 }), '', '{"ho']) {
      writeFileSync(lock, rest);
      expect(await close(shop)).toMatchObject({ code: 0 });
      rmSync(join(shop, FILE));
      rmSync(join(shop, 'closed/months.sha256'));
    }
  });

  it('says what the disk refused, and leaves nothing', async () => {
    const refusing = (operation: keyof Disk, code: string): Disk => ({
      ...DISK,
      [operation]: (path: string) => {
        if (operation === 'create' && path.includes('.lock')) return DISK.create(path, '{}');
        return Promise.reject(Object.assign(new Error(code), { code, syscall: operation }));
      },
    });
    const tell = () => {
      const none = { zh: '', en: '' };
      return { formula: none, numbers: none, reason: none };
    };
    const closing = {
      version: '1.0.0',
      explain: tell,
      strict: false,
      evenIfProvisional: undefined,
    };
    for (const [operation, code, reason] of [
      ['create', 'ENOSPC', '磁盘'],
      ['create', 'EACCES', '权限'],
      ['rename', 'EROFS', '权限'],
      ['mkdir', 'EACCES', '权限'],
    ] as const) {
      const folder = writeShop(SHOP);
      const disk = refusing(operation, code);
      const pay = (open: Parameters<Parameters<typeof closeMonth>[2]>[0]) =>
        calculateMonth({ folder, month: MONTH, open });
      const closed = await closeMonth(folder, MONTH, pay, closing, disk);
      expect(closed).toMatchObject({
        kind: 'problems',
        problems: [
          {
            code: 'cannot-write',
            file: FILE,
            params: { reason: { zh: expect.stringContaining(reason) } },
          },
        ],
      });
      expect(existsSync(join(folder, 'closed'))).toBe(false);
    }
  });

  it('does not ask the clock', async () => {
    const sound = await soundBytes();
    const shop = writeShop(SHOP);
    const args = ['close', '--month', MONTH, '-C', shop];
    expect(await kpi(args, { now: '1999-01-01T00:00:00Z' })).toMatchObject({ code: 0 });
    expect(readFileSync(join(shop, FILE), 'utf8')).toBe(sound);
  });

  it('gives the same file in another copy of the shop that has other closed months removed', async () => {
    const shop = writeShop(SHOP);
    await close(shop);
    const copy = writeShop({}, '店 铺');
    cpSync(shop, copy, { recursive: true });
    rmSync(join(copy, 'closed'), { recursive: true });
    await close(copy);
    expect(readFileSync(join(copy, FILE))).toEqual(readFileSync(join(shop, FILE)));
  });
});
