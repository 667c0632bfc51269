import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closedMonths, readClosed } from '../../src/ledger/closed-folder.js';
import { monthText } from '../../src/ledger/sealed-month.js';
import { sha256Of } from '../../src/ledger/sealed-text.js';
import { readLedger } from '../../src/ledger/whole-ledger.js';
import { collectProblems } from '../../src/words/problem.js';
import { brief } from '../intake/world.js';
import { emptyShop, sealed, write, writeChain } from './months.js';

async function chainOf(shop: string) {
  const problems = collectProblems();
  const ledger = await readLedger(shop, problems);
  return { months: ledger?.months.map(({ month }) => month), problems: brief(problems.all) };
}

function threeMonths(): string {
  const shop = emptyShop();
  writeChain(shop, sealed('2026-09'), sealed('2026-10'), sealed('2026-11'));
  return shop;
}

describe('the chain of closed months', () => {
  it('is every month in order, each naming the hash of the file before it', async () => {
    expect(await chainOf(threeMonths())).toEqual({
      months: ['2026-09', '2026-10', '2026-11'],
      problems: [],
    });
  });

  it('is empty where no month was ever closed', async () => {
    expect(await chainOf(emptyShop())).toEqual({ months: [], problems: [] });
  });

  it('may begin with any month, and leave months out that nobody closed', async () => {
    const shop = emptyShop();
    writeChain(shop, sealed('2025-12'), sealed('2026-03'));
    expect((await chainOf(shop)).months).toEqual(['2025-12', '2026-03']);
  });

  it('is broken by an altered month, and says which', async () => {
    const shop = threeMonths();
    const file = join(shop, 'closed/2026-10.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('小店', '大店'));
    expect(await chainOf(shop)).toEqual({
      months: undefined,
      problems: ['closed-altered | closed/2026-10.json'],
    });
  });

  it('is broken where a month was taken away: the next names another before it', async () => {
    const shop = threeMonths();
    rmSync(join(shop, 'closed/2026-10.json'));
    expect(await chainOf(shop)).toEqual({
      months: undefined,
      problems: ['closed-unlinked | closed/2026-11.json'],
    });
  });

  it('is broken where the first month was taken away', async () => {
    const shop = threeMonths();
    rmSync(join(shop, 'closed/2026-09.json'));
    expect((await chainOf(shop)).problems).toEqual(['closed-unlinked | closed/2026-10.json']);
  });

  it('is broken where a month was closed anew with another content', async () => {
    const shop = threeMonths();
    write(shop, sealed('2026-09', { shop: '大店' }));
    expect((await chainOf(shop)).problems).toEqual(['closed-unlinked | closed/2026-10.json']);
  });

  it('is broken where the last month was taken away that was written down', async () => {
    const shop = threeMonths();
    const lines = ['2026-10', '2026-11'].map((month) => {
      const text = readFileSync(join(shop, `closed/${month}.json`), 'utf8');
      return `${sha256Of(text)}  ${month}.json\n`;
    });
    writeFileSync(join(shop, 'closed/months.sha256'), lines.join(''));
    expect((await chainOf(shop)).problems).toEqual([]);
    rmSync(join(shop, 'closed/2026-11.json'));
    expect(await chainOf(shop)).toEqual({
      months: undefined,
      problems: ['closed-lost | closed/2026-11.json'],
    });
  });

  it('is broken where the last month is another one than was written down', async () => {
    const shop = threeMonths();
    const text = readFileSync(join(shop, 'closed/2026-11.json'), 'utf8');
    writeFileSync(join(shop, 'closed/months.sha256'), `${sha256Of(text)}  2026-11.json\n`);
    const { previous } = monthText.read(text) ?? {};
    write(shop, sealed('2026-11', { shop: '大店', previous }));
    expect((await chainOf(shop)).problems).toEqual(['closed-altered | closed/2026-11.json']);
  });

  it('names every broken link and every altered month', async () => {
    const shop = threeMonths();
    writeFileSync(join(shop, 'closed/2026-09.json'), '{}');
    writeFileSync(join(shop, 'closed/2026-11.json'), '');
    expect((await chainOf(shop)).problems).toEqual([
      'closed-altered | closed/2026-09.json',
      'closed-altered | closed/2026-11.json',
    ]);
  });
});

describe('a closed month', () => {
  it('is not what another month’s file says', () => {
    const shop = threeMonths();
    renameSync(join(shop, 'closed/2026-11.json'), join(shop, 'closed/2026-12.json'));
    const problems = collectProblems();
    expect(readClosed(shop, '2026-12' as never, problems)).toBeUndefined();
    expect(brief(problems.all)).toEqual(['closed-altered | closed/2026-12.json']);
  });

  it('that is not there cannot be read', () => {
    const problems = collectProblems();
    expect(readClosed(emptyShop(), '2026-12' as never, problems)).toBeUndefined();
    expect(brief(problems.all)).toEqual(['cannot-read | closed/2026-12.json']);
  });
});

describe('the folder of closed months', () => {
  it('lists months by their names, in order; other files are none of them', async () => {
    const shop = emptyShop();
    mkdirSync(join(shop, 'closed/corrections'), { recursive: true });
    const names = ['2026-10.json', '2026-09.json', '2026-13.json', '2026-08.json.bak', '.lock'];
    for (const name of [...names, '.2026-11.json.0a1b.tmp', 'notes.json', '2026-9.json']) {
      writeFileSync(join(shop, 'closed', name), '');
    }
    expect(await closedMonths(shop, collectProblems())).toEqual(['2026-09', '2026-10']);
  });

  it('that is a file is a problem', async () => {
    const shop = emptyShop();
    writeFileSync(join(shop, 'closed'), '');
    const problems = collectProblems();
    expect(await closedMonths(shop, problems)).toBeUndefined();
    expect(brief(problems.all)).toEqual(['cannot-read | closed']);
  });
});
