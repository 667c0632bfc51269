import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kpi } from '../setup/program.js';
import { some } from '../setup/runs.js';
import { writeShop } from '../setup/shop.js';
import { FAULTS, type Fault, SOUND } from './broken-shop.js';

interface Found {
  readonly level: string;
  readonly code: string;
  readonly file: string | null;
  readonly line: number | null;
}

/** Breaks the shop in these ways at once. */
function broken(faults: readonly Fault[]): string {
  const files = new Map(Object.entries(SOUND));
  for (const { breaks } of faults) breaks(files);
  return writeShop(Object.fromEntries(files));
}

/** Every error and warning that `kpi check` finds in the broken shop, in order of their text. */
async function foundIn(folder: string): Promise<readonly string[]> {
  const { code, out } = await kpi([
    'check',
    '-C',
    folder,
    '--month',
    '2026-10',
    '--format',
    'json',
  ]);
  const { problems } = JSON.parse(out) as { problems: readonly Found[] };
  expect(code).toBe(problems.some(({ level }) => level === 'error') ? 1 : 0);
  return problems
    .filter(({ level }) => level !== 'info')
    .map(({ code: what, file, line }) =>
      line === null ? `${what} ${file}` : `${what} ${file}:${line}`,
    )
    .sort();
}

function wantedOf(faults: readonly Fault[]): readonly string[] {
  return faults.flatMap(({ found }) => found).sort();
}

describe('what is wrong is told in one run', () => {
  test('the sound shop has nothing wrong, and is paid', async () => {
    expect(await foundIn(broken([]))).toEqual([]);
    const paid = await kpi(['calc', '-C', broken([]), '--month', '2026-10']);
    expect(paid.code).toBe(0);
  });

  test('thirty faults and more at once: all of them, and nothing that follows from them', async () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(30);
    const folder = broken(FAULTS);
    expect(await foundIn(folder)).toEqual(wantedOf(FAULTS));
    const calc = await kpi(['calc', '-C', folder, '--month', '2026-10', '-o', 'pay.csv'], {
      cwd: folder,
    });
    expect(calc).toMatchObject({ code: 1, out: '' });
    expect(existsSync(join(folder, 'pay.csv'))).toBe(false);
    for (const found of wantedOf(FAULTS)) expect(calc.err).toContain(found.split(' ')[0]);
  }, 60_000);

  const pairs = FAULTS.flatMap((one, at) =>
    FAULTS.slice(at + 1).map((other) => [one, other] as const),
  );

  test('each pair of them: both', async () => {
    for (const pair of some(pairs)) {
      const names = pair.map(({ name }) => name).join(' + ');
      expect(await foundIn(broken(pair)), names).toEqual(wantedOf(pair));
    }
  }, 900_000);
});
