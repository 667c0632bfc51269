import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correctionsDue } from '../../src/ledger/corrections-due.js';
import { type Ledger, readLedger } from '../../src/ledger/whole-ledger.js';
import { decimal } from '../../src/lib/decimal.js';
import { sameInAll } from '../../src/lib/language.js';
import type { Month } from '../../src/lib/month.js';
import type { DueCorrection } from '../../src/payroll/correction.js';
import { collectProblems } from '../../src/words/problem.js';
import { brief } from '../intake/world.js';
import {
  correctedLine,
  correction,
  emptyShop,
  sealed,
  write,
  writeChain,
  writeCorrection,
} from './months.js';

async function dueIn(shop: string, month: string) {
  const problems = collectProblems();
  const ledger = await readLedger(shop, problems);
  if (ledger === undefined) throw new Error(brief(problems.all).join());
  const { files, due } = await correctionsDue(shop, month as Month, ledger)(problems);
  return {
    files: files.map(({ file }) => file),
    due: due.map(
      ({ agent, month: of, line, amount }) => `${of} ${agent} ${line} ${amount.toFixed()}`,
    ),
    problems: brief(problems.all),
  };
}

/** September and October closed; September was corrected by 30 for A01, in a later month. */
function corrected(into: string): string {
  const shop = emptyShop();
  const [september] = writeChain(shop, sealed('2026-09'), sealed('2026-10'));
  if (september === undefined) throw new Error('no chain');
  const lines = [correctedLine('A01', '100', '70')];
  writeCorrection(shop, correction(september, 1, into, { lines }));
  return shop;
}

/** What October left open of a correction. */
const OPEN: DueCorrection = {
  agent: 'A02',
  name: 'A02',
  month: '2026-09' as Month,
  line: 'share',
  title: sameInAll('提成'),
  kind: 'earning',
  category: 'commission',
  amount: decimal('-12.5'),
  parts: [],
};

describe('the corrections that a month has to settle', () => {
  it('are those that are made into it', async () => {
    expect(await dueIn(corrected('2026-11'), '2026-11')).toEqual({
      files: ['closed/corrections/2026-09-1.json'],
      due: ['2026-09 A01 share -30'],
      problems: [],
    });
  });

  it('are none of a later month, and none of the first month of all', async () => {
    const nothing = { files: [], due: [], problems: [] };
    expect(await dueIn(corrected('2026-12'), '2026-11')).toEqual(nothing);
    expect(await dueIn(corrected('2026-11'), '2026-09')).toEqual(nothing);
  });

  it('are those of the months between that there never were', async () => {
    expect((await dueIn(corrected('2026-11'), '2026-12')).due).toEqual(['2026-09 A01 share -30']);
  });

  it('wait for a month between that is still to be closed', async () => {
    const shop = corrected('2026-11');
    mkdirSync(join(shop, '2026-11'));
    expect(await dueIn(shop, '2026-12')).toEqual({
      files: [],
      due: [],
      problems: ['correction-waits | 2026-11'],
    });
  });

  it('are first what the month before left open', async () => {
    const shop = emptyShop();
    const september = write(shop, sealed('2026-09'));
    const previous = { month: september.month, sha256: september.sha256 };
    const corrections = { files: [], paid: [], open: [OPEN] };
    write(shop, sealed('2026-10', { previous, corrections }));
    const lines = [correctedLine('A01', '100', '70')];
    writeCorrection(shop, correction(september, 1, '2026-11', { lines }));
    expect((await dueIn(shop, '2026-11')).due).toEqual([
      '2026-09 A02 share -12.5',
      '2026-09 A01 share -30',
    ]);
  });

  it('say which amounts they rest on, and how the line comes about today', async () => {
    const shop = corrected('2026-11');
    const ledger = (await readLedger(shop, collectProblems())) as Ledger;
    const due = await correctionsDue(shop, '2026-11' as Month, ledger)(collectProblems());
    expect(due.due[0]?.parts).toEqual([
      {
        number: 1,
        file: 'closed/corrections/2026-09-1.json',
        before: decimal(100),
        after: decimal(70),
        carried: decimal(0),
        change: decimal(-30),
        reason: sameInAll('a = 1'),
        inputs: [],
      },
    ]);
  });
});
