import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ran, ROOT, startKpi } from '../setup/program.js';
import { IS_WHOLE } from '../setup/runs.js';

let home: string;
let fresh: Ran;

const CALC = ['calc', '-C', join(ROOT, 'fixtures/starter'), '--month', '2026-10', '--long'];

const started = (args: readonly string[], cache = home): Promise<Ran> =>
  startKpi(args, { env: { ...process.env, XDG_CACHE_HOME: cache } });

/** The files that are kept, each with its path. */
async function kept(): Promise<readonly string[]> {
  const entries = await readdir(home, { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'kpi-test-'));
  fresh = await started([...CALC, '--no-cache']);
});

afterAll(() => rm(home, { recursive: true, force: true }));

describe('what a run keeps of rulebooks for the next', () => {
  it('is nothing with --no-cache', async () => {
    expect(fresh.code).toBe(0);
    expect(await kept()).toEqual([]);
  });

  it('is read by nobody else, and gives the same', async () => {
    expect(await started(CALC)).toEqual(fresh);
    const files = await kept();
    expect(files.length).toBeGreaterThan(5);
    expect(await started(CALC)).toEqual(fresh);
    for (const file of files) expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await stat(join(home, 'kpi'))).mode & 0o077).toBe(0);
  });

  it.each([
    'a byte that is another',
    'half of it',
    'nothing in it',
  ])('is made anew of %s', async (damage) => {
    const before = await kept();
    for (const file of before) {
      const bytes = await readFile(file);
      if (damage === 'half of it') await truncate(file, bytes.length >> 1);
      else if (damage === 'nothing in it') await truncate(file, 0);
      else {
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        await writeFile(file, bytes);
      }
    }
    expect(await started(CALC)).toEqual(fresh);
    expect(await kept()).toEqual(before);
  });

  it('is not missed where nothing can be kept', async () => {
    const noFolder = join(home, 'a file');
    await writeFile(noFolder, '');
    expect(await started(CALC, noFolder)).toEqual(fresh);
  });

  it.runIf(IS_WHOLE)('is of every shipped rulebook what is read of its text', async () => {
    const list = await started(['rules', 'list', '--format', 'json']);
    const { rulebooks } = JSON.parse(list.out) as { rulebooks: readonly unknown[] };
    const test = (...flags: readonly string[]) => started(['rules', 'test', ...flags]);
    expect((await kept()).length).toBeGreaterThanOrEqual(rulebooks.length);
    const read = await test('--no-cache');
    expect(read.code).toBe(0);
    expect(await test()).toEqual(read);
    expect(await test()).toEqual(read);
  });
});
