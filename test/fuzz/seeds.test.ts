import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseOf } from './cases.js';
import { examine } from './examine.js';
import { SEEDS } from './seeds.js';

describe('damaged files', () => {
  // A folder of our own: what others leave in the common one is nothing to us.
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-seeds-'));
  beforeAll(() => {
    process.env.TMPDIR = folder;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true });
  });

  it.each(SEEDS)('end as they should: %s', async (name, ...expected) => {
    const tried = await caseOf(name);
    if (tried === undefined) throw new Error(`no such case: ${name}`);
    const { outcome, codes, broken } = await examine(tried);
    expect(broken).toEqual([]);
    expect([outcome, ...codes]).toEqual(expected);
  });
});
