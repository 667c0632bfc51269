import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Language } from '../../src/lib/language.js';
import { parseMonth } from '../../src/lib/month.js';
import { problemReport } from '../../src/output/problems/problem-report.js';
import { PLAIN_STYLE } from '../../src/output/report/style.js';
import { checkShop } from '../../src/payroll/calculate.js';
import { kpi } from '../setup/program.js';

/** Contents of a shop's files, by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What the program printed, the shop's folder written as `shop`, and how it ended. */
export interface Printed {
  readonly code: number;
  readonly text: string;
}

/** A shop in a folder of its own. */
export interface TemporaryShop {
  /** Runs a command on the shop; `{shop}` in it stands for the folder. */
  run(command: string, language: Language): Promise<Printed>;
  /** Writes a file of the shop, or takes it away. */
  put(file: string, content: Uint8Array | undefined): Promise<void>;
  /** What `kpi check --format table` prints, in both languages: the shop is checked only once. */
  check(month: string | undefined): Promise<Readonly<Record<Language, string>>>;
}

/** The folder of the month that every example is about. It is there even when it is empty. */
const MONTH = '2026-10';

/** Writes a shop, lets `use` work with it, and removes it. */
export async function withShop<T>(
  files: Files,
  use: (shop: TemporaryShop) => Promise<T>,
): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'kpi-docs-'));
  const folder = join(parent, 'shop');
  try {
    await mkdir(join(folder, MONTH), { recursive: true });
    for (const [file, content] of Object.entries(files)) {
      const path = join(folder, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    }
    return await use({
      run: (command, language) => runIn(folder, command, language),
      put: (file, content) =>
        content === undefined ? rm(join(folder, file)) : writeFile(join(folder, file), content),
      check: (month) => checkIn(folder, month),
    });
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

const SHA256 = /SHA-256 [0-9a-f]{64}/g;

async function runIn(folder: string, command: string, language: Language): Promise<Printed> {
  const words = command.split(' ').map((word) => word.replaceAll('{shop}', folder));
  const { code, out, err } = await kpi([...words, '-C', folder, '--lang', language]);
  // A hash over what somebody has signed is another one with each key.
  const text = `${out}${err}`.replaceAll(folder, 'shop').replaceAll(SHA256, 'SHA-256 …');
  return { code, text };
}

async function checkIn(folder: string, month = '') {
  const { problems } = await checkShop({ folder, month: parseMonth(month) });
  const report = (language: Language) => problemReport(problems, { language, style: PLAIN_STYLE });
  return { zh: report('zh'), en: report('en') };
}
