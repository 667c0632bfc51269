import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain } from '../../../src/lib/decimal.js';
import type { ShopFiles } from '../../setup/shop.js';
import { readOctober, type World } from '../world.js';

const EXPORTS = join(import.meta.dirname, '../../../fixtures/exports');

/** A shop whose 小满 has two accounts. */
export const SHOP: ShopFiles = {
  'kpi.yaml': 'shop: 云朵家居\n',
  'agents.csv':
    '工号,姓名,岗位,账号\nA01,小满,售前,云朵家居:小满;云朵家居:小满2\nA02,阿青,售后,云朵家居:阿青\n',
};

/** The bytes of an export in fixtures/exports. */
export function exported(name: string): Buffer {
  return readFileSync(join(EXPORTS, name));
}

/** Reads an October of these files in that shop. */
export function readReports(files: ShopFiles): Promise<World> {
  const inMonth = Object.entries(files).map(
    ([file, content]) =>
      [
        file.includes('.yaml') || file === 'agents.csv' ? file : `2026-10/${file}`,
        content,
      ] as const,
  );
  return readOctober({ ...SHOP, ...Object.fromEntries(inMonth) });
}

/** What was imported of an agent, by metric; at most 6 decimals. */
export function figuresOf(world: World, agent: number): Record<string, string> {
  const rows = world.facts?.imported.filter((row) => row.agent === agent) ?? [];
  return Object.fromEntries(rows.map(({ metric, value }) => [metric, plain(value, 6)]));
}
