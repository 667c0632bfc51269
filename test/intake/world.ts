import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { MonthFacts } from '../../src/intake/facts/month-facts.js';
import { type MonthRequest, readMonth } from '../../src/intake/month/read-month.js';
import { readRoster } from '../../src/intake/people/read-roster.js';
import { openEngine, type Row } from '../../src/lib/engine.js';
import type { Month } from '../../src/lib/month.js';
import { openShop } from '../../src/shop/open.js';
import { settingsIn } from '../../src/shop/settings.js';
import type { Agent, Shop } from '../../src/shop/shop.js';
import { collectProblems, type Problem } from '../../src/words/problem.js';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A shop of two agents; a test adds its month's files. */
export const SMALL_SHOP: Files = {
  'kpi.yaml': 'shop: 小店\n',
  'agents.csv': '工号,姓名,岗位,账号\nA01,张三,售前,店:小张;小张二号\nA02,李四,售后,店:小李\n',
};

export const OCTOBER = '2026-10' as Month;

/** Writes a folder with the files; it is removed after the test. */
export async function makeFolder(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kpi-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
  return folder;
}

/** What a run over a folder has found. */
export interface World {
  readonly shop: Shop | undefined;
  readonly roster: readonly Agent[] | undefined;
  readonly facts: MonthFacts | undefined;
  readonly problems: readonly Problem[];
  /** Rows of the engine's tables. */
  query(sql: string): Promise<readonly Row[]>;
}

/** Opens a shop of these files (over those of the small shop) and reads its October. */
export async function readOctober(
  files: Files,
  options: Partial<Pick<MonthRequest, 'knownEvents' | 'knownRatings' | 'watch'>> = {},
): Promise<World> {
  const folder = await makeFolder({ ...SMALL_SHOP, ...files });
  return readFolder(folder, options);
}

export async function readFolder(
  folder: string,
  options: Partial<Pick<MonthRequest, 'knownEvents' | 'knownRatings' | 'watch'>> = {},
): Promise<World> {
  const problems = collectProblems();
  const shop = await openShop(folder, problems);
  const roster = shop && (await readRoster(shop, problems));
  const settings = shop && settingsIn(shop.config.metrics, OCTOBER, problems);
  const engine = await openEngine({ threads: 2 });
  const unpacked = await mkdtemp(join(tmpdir(), 'kpi-test-'));
  onTestFinished(() => rm(unpacked, { recursive: true, force: true }));
  onTestFinished(() => engine.close());
  const facts =
    shop === undefined || roster === undefined || settings === undefined
      ? undefined
      : await readMonth({
          shop,
          roster,
          month: OCTOBER,
          settings,
          engine,
          knownEvents: options.knownEvents,
          knownRatings: options.knownRatings,
          watch: options.watch,
          unpackInto: async () => unpacked,
          problems,
        });
  return { shop, roster, facts, problems: problems.all, query: (sql) => engine.query(sql) };
}

/** The problems in short: code, place and cell. */
export function brief(problems: readonly Problem[]): string[] {
  return problems.map(({ code, file = '', line, column, cell }) =>
    [code, `${file}${line === undefined ? '' : `:${line}`}`, column, cell]
      .filter((part) => part !== undefined && part !== '')
      .join(' | '),
  );
}

/** Seconds of a wall-clock time, worked out without the program. */
export function at(time: string): string {
  return String(Date.parse(`${time.replace(' ', 'T')}Z`) / 1000);
}
