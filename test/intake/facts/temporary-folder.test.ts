import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../../src/intake/facts/temporary-folder.js';
import { writeShop } from '../../setup/shop.js';

beforeEach(() => vi.stubEnv('TMPDIR', writeShop({})));
afterEach(() => vi.unstubAllEnvs());

it('what a killed run has left is removed by the next, and nothing else', async () => {
  const own = temporaryFolder();
  const path = await own.path();
  const [, prefix = '', rest = ''] = /^(kpi-[0-9a-f]{8}-)(.*)$/.exec(basename(path)) ?? [];
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const left = [`${prefix}${pid}-${rest.split('-')[1]}-abc`, `${prefix}${process.pid}-1-abc`];
  const kept = [`kpi-00000000-${pid}-1-abc`, 'kpi-abc', `${prefix}abc`];
  for (const name of [...left, ...kept]) {
    mkdirSync(join(dirname(path), name));
    writeFileSync(join(dirname(path), name, '1.csv'), 'b1,在吗\n');
  }
  const next = temporaryFolder();
  await next.path();
  expect(existsSync(path)).toBe(true);
  await next.remove();
  await own.remove();
  expect(readdirSync(dirname(path)).sort()).toEqual(kept.sort());
});
