import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withEngine } from '../../../src/intake/facts/month-engine.js';
import { engineLimitOf } from '../../../src/lib/engine.js';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kpi-'));
  vi.stubEnv('TMPDIR', folder);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** Bytes in the temporary folder now. */
function spilled(): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.reduce((bytes, name) => bytes + statSync(join(folder, name)).size, 0);
}

const ROWS = 6_000_000;

describe('a month larger than the memory that it may take', () => {
  test('is spilled, comes out the same, and leaves nothing behind', async () => {
    const sorted = await withEngine(async (engine) => {
      await engine.run(`CREATE TABLE x AS SELECT range AS a, hash(range) AS b FROM range(${ROWS})`);
      await engine.run('CREATE TABLE y AS SELECT * FROM x ORDER BY b');
      // Two numbers of eight bytes a row, twice: 192 MB, where 100 are allowed.
      expect(spilled()).toBeGreaterThan(50_000_000);
      const [row] = await engine.query('SELECT count(*) AS rows, sum(a) AS sum FROM y');
      return row;
    }, 100);
    expect(sorted).toEqual({ rows: `${ROWS}`, sum: `${(BigInt(ROWS) * BigInt(ROWS - 1)) / 2n}` });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('leaves nothing behind when the work fails', async () => {
    const failed = withEngine(async (engine) => {
      await engine.run(`CREATE TABLE x AS SELECT range AS a, hash(range) AS b FROM range(${ROWS})`);
      throw new Error('stopped');
    }, 50);
    await expect(failed).rejects.toThrow('stopped');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('says when not even that is enough, or when the disk is', async () => {
    const failing = (...statements: readonly string[]) =>
      withEngine(async (engine) => {
        for (const sql of statements) await engine.run(sql);
      }, 50).then(
        () => 'done',
        (error: unknown) => engineLimitOf(error) ?? error,
      );
    // One value of 160 MB cannot be spilled in parts.
    expect(await failing('CREATE TABLE x AS SELECT list(range) FROM range(20000000)')).toBe(
      'memory',
    );
    expect(
      await failing(
        "SET max_temp_directory_size = '1MB'",
        `CREATE TABLE x AS SELECT range AS a, hash(range) AS b FROM range(${ROWS})`,
      ),
    ).toBe('disk');
    expect(await failing('SELECT no_such_column')).toBeInstanceOf(Error);
  });
});
