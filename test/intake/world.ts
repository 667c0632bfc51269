import { onTestFinished } from 'vitest';
import { type Engine, type EngineRow, openEngine } from '../../src/lib/engine.js';
import type { Month } from '../../src/lib/month.js';
import type { Problem } from '../../src/words/problem.js';
import { type SpokenMessage, spokenIn } from '../setup/chats.js';
import { type Reading, type ReadShop, readShop } from '../setup/month.js';
import { type ShopFiles, writeShop } from '../setup/shop.js';

/** A shop of two agents; a test adds its month's files. */
export const SMALL_SHOP: ShopFiles = {
  'kpi.yaml': 'shop: 小店\n',
  'agents.csv': '工号,姓名,岗位,账号\nA01,张三,售前,店:小张;小张二号\nA02,李四,售后,店:小李\n',
};

export const OCTOBER = '2026-10' as Month;

/** What a run over a folder has found. */
export interface World extends Omit<ReadShop, 'problems'> {
  readonly problems: readonly Problem[];
  /** Rows of the engine's tables. */
  query(sql: string): Promise<readonly EngineRow[]>;
  /** The messages of buyers and agents; of a month that was refused none. */
  messages(): Promise<readonly SpokenMessage[]>;
}

/** Opens a shop of these files (over those of the small shop) and reads its October. */
export function readOctober(files: ShopFiles, reading?: Reading): Promise<World> {
  return readFolder(writeShop({ ...SMALL_SHOP, ...files }), reading);
}

/** Engines of this test, of which a test that reads many months compares only the last few. */
const OPEN: Engine[] = [];
const MOST_OPEN = 6;

async function closeAll(): Promise<void> {
  for (const engine of OPEN.splice(0)) await engine.close();
}

export async function readFolder(folder: string, reading?: Reading): Promise<World> {
  const engine = await openEngine();
  OPEN.push(engine);
  if (OPEN.length > MOST_OPEN) await OPEN.shift()?.close();
  onTestFinished(closeAll);
  const unpacked = writeShop({});
  const read = await readShop(folder, OCTOBER, engine, {
    unpackInto: async () => unpacked,
    ...reading,
  });
  return {
    ...read,
    problems: read.problems.all,
    query: (sql) => engine.query(sql),
    messages: async () =>
      read.facts === undefined ? [] : spokenIn(read.facts, read.settings?.dayStartsAt),
  };
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
