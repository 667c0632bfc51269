import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** Contents of a shop's files, by path. */
export type ShopFiles = Readonly<Record<string, string | Uint8Array>>;

/** Writes a shop into a new folder that goes away with the test; gives the folder. */
export function writeShop(files: ShopFiles, name = 'shop'): string {
  const parent = mkdtempSync(join(tmpdir(), 'kpi-test-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const folder = join(parent, name);
  mkdirSync(folder);
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** An empty folder for all tests of a file; to be called outside of them, or before all. */
export function keptFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kpi-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Rows of cells as CSV text. */
export function csv(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}
