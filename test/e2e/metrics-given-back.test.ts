import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kpi, ROOT } from '../setup/program.js';
import { writeShop } from '../setup/shop.js';

describe('what kpi metrics writes', () => {
  it.each([
    ['Chinese headers', []],
    ['ids', ['--ids']],
    ['English headers', ['--lang', 'en']],
  ])('can be given back to it with %s, and comes out the same', async (_headers, flags) => {
    const shop = writeShop({});
    cpSync(join(ROOT, 'fixtures/starter'), shop, { recursive: true });
    const args = ['metrics', '-C', shop, '--month', '2026-10', '--format', 'csv'];
    const first = await kpi([...args, ...flags]);
    expect(first.code, first.err).toBe(0);
    expect(first.out).toContain('35.833333333333');
    writeFileSync(join(shop, '2026-10/metrics.csv'), first.out);
    const second = await kpi([...args, ...flags]);
    expect(second.code, second.err).toBe(0);
    expect(second.out).toBe(first.out);
    expect(second.err).not.toContain('import-differs');
  });
});
