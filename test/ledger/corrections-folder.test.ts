import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { monthText } from '../../src/ledger/sealed-month.js';
import { readLedger } from '../../src/ledger/whole-ledger.js';
import { collectProblems } from '../../src/words/problem.js';
import { brief } from '../intake/world.js';
import { correction, emptyShop, sealed, write, writeChain, writeCorrection } from './months.js';

async function read(shop: string) {
  const problems = collectProblems();
  const found = (await readLedger(shop, problems))?.corrections;
  return {
    found: found?.map(({ month, number }) => `${month} ${number}`),
    problems: brief(problems.all),
  };
}

/** A shop whose September was corrected so many times, and October once. */
function corrected(times: number): string {
  const shop = emptyShop();
  const [september, october] = writeChain(shop, sealed('2026-09'), sealed('2026-10'));
  if (september === undefined || october === undefined) throw new Error('no chain');
  let previous: string | undefined;
  for (let number = 1; number <= times; number += 1) {
    previous = writeCorrection(shop, correction(september, number, '2026-11', { previous }));
  }
  writeCorrection(shop, correction(october, 1, '2026-11'));
  return shop;
}

describe('corrections', () => {
  it('are none where nothing was corrected', async () => {
    expect(await read(emptyShop())).toEqual({ found: [], problems: [] });
  });

  it('are read by month, then by number: the tenth after the ninth', async () => {
    const { found, problems } = await read(corrected(10));
    expect(problems).toEqual([]);
    const numbers = Array.from({ length: 10 }, (_, at) => `2026-09 ${at + 1}`);
    expect(found).toEqual([...numbers, '2026-10 1']);
  });

  it('follow each other: one that was taken away is missed by the next', async () => {
    const shop = corrected(3);
    rmSync(join(shop, 'closed/corrections/2026-09-2.json'));
    expect(await read(shop)).toEqual({
      found: undefined,
      problems: ['correction-unlinked | closed/corrections/2026-09-3.json'],
    });
  });

  it('are of the month that is closed, not of one that was closed in its place', async () => {
    const shop = corrected(0);
    const text = readFileSync(join(shop, 'closed/2026-10.json'), 'utf8');
    const { previous } = monthText.read(text) ?? {};
    const october = sealed('2026-10', { previous, shop: '大店' });
    write(shop, october);
    expect(await read(shop)).toEqual({
      found: undefined,
      problems: ['correction-unlinked | closed/corrections/2026-10-1.json'],
    });
  });

  it('are of a month that is closed', async () => {
    const shop = corrected(0);
    rmSync(join(shop, 'closed/2026-10.json'));
    expect((await read(shop)).problems).toEqual([
      'correction-unlinked | closed/corrections/2026-10-1.json',
    ]);
  });

  it('that were altered are named', async () => {
    const shop = corrected(1);
    writeFileSync(join(shop, 'closed/corrections/2026-09-1.json'), '{}\n');
    expect(await read(shop)).toEqual({
      found: undefined,
      problems: ['correction-altered | closed/corrections/2026-09-1.json'],
    });
  });

  it('are files of such a name alone', async () => {
    const shop = corrected(1);
    for (const name of ['2026-09-0.json', '2026-09-01.json', '2026-13-1.json', 'x.json']) {
      writeFileSync(join(shop, 'closed/corrections', name), '');
    }
    expect((await read(shop)).found).toEqual(['2026-09 1', '2026-10 1']);
  });
});
