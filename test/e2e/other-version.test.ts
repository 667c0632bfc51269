import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explainLine } from '../../src/cli/months/sealing.js';
import { closeMonth } from '../../src/ledger/close-month.js';
import type { Month } from '../../src/lib/month.js';
import { calculateMonth } from '../../src/payroll/calculate.js';
import { commissionShop, orderOf } from '../setup/commission-shop.js';
import { kpi } from '../setup/program.js';
import { type ShopFiles, writeShop } from '../setup/shop.js';

const MONTH = '2026-10' as Month;

const SHOP: ShopFiles = { ...commissionShop(), ...orderOf(MONTH, 1000) };

/** A shop whose October a later version of the program has closed. */
async function closedByLater(): Promise<string> {
  const folder = writeShop(SHOP);
  const closing = {
    version: '9.9.9',
    explain: explainLine,
    strict: false,
    evenIfProvisional: undefined,
  };
  const closed = await closeMonth(
    folder,
    MONTH,
    (open) => calculateMonth({ folder, month: MONTH, open }),
    closing,
  );
  expect(closed.kind).toBe('closed');
  return folder;
}

describe('a month that another version of the program closed', () => {
  it('is verified as any other', async () => {
    const { code, out } = await kpi(['verify', '-C', await closedByLater()]);
    expect([code, out]).toEqual([0, expect.stringContaining('2026-10,与封存的一致')]);
  });

  it('is told with that version where it does not come out the same', async () => {
    const folder = await closedByLater();
    for (const [file, text] of Object.entries(orderOf(MONTH, 3000))) {
      writeFileSync(join(folder, file), text);
    }
    const { code, out, err } = await kpi(['verify', '-C', folder]);
    expect(code).toBe(1);
    expect(out + err).toContain('9.9.9');
    expect(out + err).toContain('orders.csv');
  });

  it('is shown and looked back on as any other', async () => {
    const folder = await closedByLater();
    const { code, out } = await kpi(['calc', '--month', MONTH, '-C', folder]);
    expect([code, out]).toEqual([0, expect.stringContaining('A01,甲,售前,presales,,,10,10,0,10')]);
  });
});
