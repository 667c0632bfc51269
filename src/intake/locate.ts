import type { InputKind } from '../catalogue/inputs.js';
import { SENDERS, wordId } from '../catalogue/vocabulary.js';
import { collectProblems } from '../lib/problem.js';
import type { Roster } from '../shop/roster.js';
import { parseTime, present } from './cells.js';
import type { CsvRecord } from './csv.js';
import { eachRecord } from './scan.js';
import type { Table } from './table.js';

/** Where a row stands. */
export interface RowPlace {
  readonly file: string;
  readonly line: number;
}

/**
 * A row of chats or calls as the engine has it. These are scanned in bulk, without their lines: a row is
 * told by what it says and, among rows that say the same, by its place in their order.
 */
export interface BulkRow {
  /** Undefined for a call that nobody took. */
  readonly agent: number | undefined;
  readonly time: number;
  /** Of messages only. */
  readonly message?: {
    readonly buyer: string;
    /** As in the engine: '' unless shops are told apart. */
    readonly shop: string;
    readonly byBuyer: boolean;
  };
  /** Its place among rows that say the same, from 1, in order of files and rows. */
  readonly nth: number;
}

/** Finds rows in their files by reading these once more; in the order asked, undefined for none. */
export type Locate = (
  kind: 'chats' | 'calls',
  rows: readonly BulkRow[],
) => Promise<readonly (RowPlace | undefined)[]>;

/** What rows are looked for in. */
export interface Haystack {
  readonly tables: ReadonlyMap<InputKind, readonly Table[]>;
  readonly roster: Roster;
  /** Whether shops are told apart. */
  readonly withShops: boolean;
}

/** Nothing is read until rows are asked for; then one pass over the files, keeping only what is asked. */
export function rowLocator(haystack: Haystack): Locate {
  return async (kind, rows) => {
    const wanted = wantedRows(rows);
    const found = rows.map((): RowPlace | undefined => undefined);
    if (rows.length === 0) return found;
    for (const table of haystack.tables.get(kind) ?? []) {
      const keyOf = keyReader(kind, table, haystack);
      await eachRecord(table, collectProblems(), async (records) => {
        for await (const record of records) {
          const key = keyOf(record);
          const same = key === undefined ? undefined : wanted.get(key);
          if (same === undefined) continue;
          same.seen += 1;
          const place = { file: table.file, line: record.line };
          for (const index of same.byNth.get(same.seen) ?? []) found[index] = place;
        }
      });
    }
    return found;
  };
}

/** The rows asked for that say the same, and how many such rows have gone by. */
interface Same {
  readonly byNth: Map<number, number[]>;
  seen: number;
}

function wantedRows(rows: readonly BulkRow[]): Map<string, Same> {
  const wanted = new Map<string, Same>();
  for (const [index, { agent, time, message, nth }] of rows.entries()) {
    const key = keyFor(agent, time, message);
    const same = wanted.get(key) ?? { byNth: new Map<number, number[]>(), seen: 0 };
    same.byNth.set(nth, [...(same.byNth.get(nth) ?? []), index]);
    wanted.set(key, same);
  }
  return wanted;
}

function keyFor(agent: number | undefined, time: number, message: BulkRow['message']): string {
  const call = `${agent ?? ''}\t${time}`;
  return message === undefined
    ? call
    : `${call}\t${message.byBuyer}\t${message.shop}\t${message.buyer}`;
}

/** Reads of a record what `keyFor` makes of a row; undefined for a row that no figure counts. */
function keyReader(kind: 'chats' | 'calls', table: Table, { roster, withShops }: Haystack) {
  const cell = (record: CsvRecord, column: string): string | undefined => {
    const at = table.match.positions.get(column);
    return at === undefined ? undefined : present(record.cells[at] ?? '');
  };
  const agentOf = agentReader(roster);
  return (record: CsvRecord): string | undefined => {
    const name = cell(record, 'agent');
    const agent = name === undefined ? undefined : agentOf(name);
    const time = parseTime(cell(record, 'time') ?? '');
    if (time === undefined || (name !== undefined && agent === undefined)) return undefined;
    if (kind === 'calls') return keyFor(agent, time, undefined);
    const sender = wordId(SENDERS, cell(record, 'sender') ?? '');
    const buyer = cell(record, 'buyer')?.replaceAll('：', ':');
    if (buyer === undefined || (sender !== 'buyer' && sender !== 'agent')) return undefined;
    const shop = withShops ? (cell(record, 'shop') ?? '') : '';
    return keyFor(agent, time, { buyer, shop, byBuyer: sender === 'buyer' });
  };
}

/** Looks up each name once: a log of a million rows has a few dozen. */
function agentReader(roster: Roster): (name: string) => number | undefined {
  const known = new Map<string, number | undefined>();
  return (name) => {
    if (!known.has(name)) {
      const resolution = roster.resolve(name);
      known.set(name, 'agent' in resolution ? resolution.agent.index : undefined);
    }
    return known.get(name);
  };
}
