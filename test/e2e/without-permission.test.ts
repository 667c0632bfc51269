import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commissionShop } from '../setup/commission-shop.js';
import { BINARY, type Ran, runProgram } from '../setup/program.js';
import { csv, type ShopFiles, writeShop } from '../setup/shop.js';

const NOBODY = 65_534;

/** Runs the program as a user to whom nothing here belongs. */
function asNobody(args: readonly string[], cwd: string, temporary: string): Promise<Ran> {
  const env = { PATH: process.env.PATH, HOME: temporary, TMPDIR: temporary };
  return runProgram('runuser', ['-u', 'nobody', '--', process.execPath, BINARY, ...args], {
    cwd,
    env,
  });
}

/** Only root can become somebody else, and only where others may read the program. */
const canBecomeNobody =
  process.getuid?.() === 0 && (await asNobody(['--version'], '/', '/tmp')).code === 0;

const OCTOBER = csv(
  '订单编号,买家,创建时间,付款时间,实付金额,客服',
  '1,b1,2026-10-02 10:00:00,2026-10-02 10:05:00,100,小甲',
);

/** A shop that everybody may read and nobody but its owner may write, and a folder for what is temporary. */
function readableShop(files: ShopFiles = {}) {
  const shop = writeShop({ ...commissionShop(), '2026-10/orders.csv': OCTOBER, ...files });
  chmodSync(dirname(shop), 0o755);
  const temporary = join(dirname(shop), 'temporary');
  mkdirSync(temporary);
  chownSync(temporary, NOBODY, NOBODY);
  return { shop, temporary };
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

describe.skipIf(!canBecomeNobody)('a user without permission', () => {
  it.each([
    'kpi.yaml',
    'agents.csv',
    'rules/share.yaml',
    '2026-10/orders.csv',
    '2026-10',
    'rules',
  ])('to read %s is told so', async (name) => {
    const { shop, temporary } = readableShop();
    chmodSync(join(shop, name), 0o700);
    const { code, out, err } = await asNobody(['calc', '--month', '2026-10'], shop, temporary);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(name);
    expect(err).toContain('没有权限');
    expect(err).not.toContain('程序出错');
  });

  it.each([
    [['calc', '--month', '2026-10', '-o', 'pay.csv']],
    [['calc', '--month', '2026-10', '-o', 'pay.xlsx']],
    [['payslips', '--month', '2026-10', '-o', 'slips']],
    [['close', '--month', '2026-10']],
    [['new', '2026-11']],
  ])('to write is told so, and nothing is left: %s', async (args) => {
    const { shop, temporary } = readableShop();
    const before = filesIn(shop);
    const { code, out, err } = await asNobody(args, shop, temporary);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('没有权限');
    expect(err).not.toContain('程序出错');
    expect(filesIn(shop)).toEqual(before);
    expect(filesIn(temporary).filter((name) => name.startsWith('kpi-'))).toEqual([]);
  });

  it('to keep what it made of rulebooks is paid all the same', async () => {
    const { shop, temporary } = readableShop();
    mkdirSync(join(temporary, '.cache'), { mode: 0o700 });
    const { code, out } = await asNobody(['calc', '--month', '2026-10'], shop, temporary);
    expect(code).toBe(0);
    // 1 % of 100.
    expect(out).toContain('A01,甲,售前,presales,,,1,1,0,1');
  });

  it('to write into the temporary folder is told so where one is needed', async () => {
    const { shop, temporary } = readableShop();
    chownSync(temporary, 0, 0);
    const { code, out, err } = await asNobody(['calc', '--month', '2026-10'], shop, temporary);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('没有权限');
    expect(err).not.toContain('程序出错');
  });
});
