import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kpi } from '../setup/program.js';
import { csv, writeShop } from '../setup/shop.js';

/** A shop whose month cannot be paid: nobody says how often anyone was late. */
const SHOP = {
  'kpi.yaml': csv('shop: 小店', 'plans: {presales: {pay: [base_flat, lateness]}}'),
  'agents.csv': csv('工号,姓名,岗位', 'A01,甲,售前'),
  '2026-10/complaints.csv': csv('日期,工号,类型'),
};

describe('kpi close that is refused', () => {
  it('leaves nothing behind: no folder, no lock', async () => {
    const cwd = writeShop(SHOP);
    const before = readdirSync(cwd);
    const { code, err } = await kpi(['close', '--month', '2026-10'], { cwd });
    expect([code, err]).toEqual([1, expect.stringContaining('metric-without-file')]);
    expect(readdirSync(cwd)).toEqual(before);
  });

  it('makes nothing in a folder that is no shop', async () => {
    const cwd = writeShop({ 'agents.csv': SHOP['agents.csv'] });
    const { code, err } = await kpi(['close', '--month', '2026-10'], { cwd });
    expect([code, err]).toEqual([1, expect.stringContaining('missing-config')]);
    expect(readdirSync(cwd)).toEqual(['agents.csv']);
  });
});

describe('kpi backtest where no month is closed', () => {
  const ask = ['backtest', '--set', 'base_flat.amount=900'];

  it('says so, and how months are closed', async () => {
    const { code, err } = await kpi(ask, { cwd: writeShop(SHOP) });
    expect([code, err]).toEqual([
      1,
      '还没有结过账的月份，没有什么可比；先用 `kpi close --month 月份` 结账\n',
    ]);
  });
});
