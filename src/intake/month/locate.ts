import type { InputKind } from '../../catalogue/inputs.js';
import { SENDERS, wordId } from '../../catalogue/vocabulary.js';
import { groupBy } from '../../lib/group.js';
import type { Day } from '../../lib/month.js';
import { dayAlone, type Resolution, type Roster } from '../../shop/roster.js';
import { collectProblems } from '../../words/problem.js';
import { parseTime, present } from '../cells/cells.js';
import { placeOf } from '../cells/row-width.js';
import { eachRecord } from '../cells/scan.js';
import { businessDay } from '../facts/month-context.js';
import type { BulkRow, EngineRowPlace, Locate } from '../facts/row-places.js';
import type { CsvRecord } from '../files/csv-records.js';
import type { Table } from '../files/table.js';

/** What rows are looked for in. */
interface SearchedFiles {
  readonly tables: ReadonlyMap<InputKind, readonly Table[]>;
  readonly roster: Roster;
  /** Whether shops are told apart. */
  readonly withShops: boolean;
  /** Seconds after midnight at which a business day begins. */
  readonly dayStartsAt: number;
}

/** Nothing is read until rows are asked for; then one pass over the files, keeping only what is asked. */
export function rowLocator(files: SearchedFiles): Locate {
  return async (kind, rows) => {
    const search = searchFor(rows);
    const agents = new Set(rows.map(({ agent }) => agent));
    for (const table of files.tables.get(kind) ?? []) {
      if (search.isOver()) break;
      const keyOf = keyReader(kind, table, agents, files);
      await eachRecord(table, collectProblems(), async (records) => {
        for await (const record of records) {
          const key = keyOf(record);
          if (key !== undefined) search.pass(key, placeOf(record, table));
          if (search.isOver()) break;
        }
      });
    }
    return search.found;
  };
}

/** Rows that are looked for, and the places found so far. */
function searchFor(rows: readonly BulkRow[]) {
  const wanted = wantedRows(rows);
  const found = rows.map((): EngineRowPlace | undefined => undefined);
  let left = rows.length;
  return {
    found,
    isOver: () => left === 0,
    /** A row of this key goes by. */
    pass(key: string, place: EngineRowPlace): void {
      const same = wanted.get(key);
      if (same === undefined) return;
      same.seen += 1;
      const here = same.byNth.get(same.seen) ?? [];
      for (const index of here) found[index] = place;
      left -= here.length;
    },
  };
}

/** The rows asked for that say the same, and how many such rows have gone by. */
interface Same {
  readonly byNth: ReadonlyMap<number, readonly number[]>;
  seen: number;
}

function wantedRows(rows: readonly BulkRow[]): Map<string, Same> {
  const indexed = rows.map(({ agent, time, message, nth }, index) => {
    return { key: keyFor(agent, time, message), nth, index };
  });
  const alike = groupBy(indexed, ({ key }) => key);
  return new Map([...alike].map(([key, same]) => [key, { byNth: indicesByNth(same), seen: 0 }]));
}

function indicesByNth(rows: readonly { readonly nth: number; readonly index: number }[]) {
  const byNth = groupBy(rows, ({ nth }) => nth);
  return new Map([...byNth].map(([nth, same]) => [nth, same.map(({ index }) => index)] as const));
}

function keyFor(agent: number | undefined, time: number, message: BulkRow['message']): string {
  const call = `${agent ?? ''}\t${time}`;
  return message === undefined
    ? call
    : `${call}\t${message.byBuyer}\t${message.shop}\t${message.buyer}`;
}

/**
 * Reads of a record what `keyFor` makes of a row; undefined for a row that no figure counts, and, before
 * anything else of it is read, for one of another agent.
 */
function keyReader(
  kind: 'chats' | 'calls',
  table: Table,
  agents: ReadonlySet<number | undefined>,
  { roster, withShops, dayStartsAt }: SearchedFiles,
) {
  const raw = (record: CsvRecord, column: string): string => {
    const at = table.match.positions.get(column);
    return at === undefined ? '' : (record.cells[at] ?? '');
  };
  const cell = (record: CsvRecord, column: string) => present(raw(record, column));
  const agentOf = agentReader(roster);
  const messageIn = (record: CsvRecord): BulkRow['message'] => {
    const sender = wordId(SENDERS, cell(record, 'sender') ?? '');
    const buyer = cell(record, 'buyer')?.replaceAll('：', ':');
    if (buyer === undefined || (sender !== 'buyer' && sender !== 'agent')) return undefined;
    const shop = withShops ? (cell(record, 'shop') ?? '') : '';
    return { buyer, shop, byBuyer: sender === 'buyer' };
  };
  return (record: CsvRecord): string | undefined => {
    const named = agentOf(raw(record, 'agent'));
    if (named === 'nobody' || (typeof named !== 'object' && !agents.has(named))) return undefined;
    const time = parseTime(cell(record, 'time') ?? '');
    if (time === undefined) return undefined;
    const agent = typeof named === 'object' ? named.on(businessDay(time, dayStartsAt)) : named;
    if (agent === 'nobody' || !agents.has(agent)) return undefined;
    if (kind === 'calls') return keyFor(agent, time, undefined);
    const message = messageIn(record);
    return message === undefined ? undefined : keyFor(agent, time, message);
  };
}

/** The place in the roster of whom a cell names; undefined when it is empty. */
type Found = number | undefined | 'nobody';

/** Whom an account means that is not the same agent's on every day. */
interface ByDay {
  on(day: Day): Found;
}

/**
 * Whom a cell names: undefined when it is empty, `nobody` when no agent has the name. Each cell is looked
 * up once: a log of a million rows has a few dozen.
 */
function agentReader(roster: Roster): (cell: string) => Found | ByDay {
  const known = new Map<string, Found | ByDay>();
  return (cell) => {
    if (!known.has(cell)) known.set(cell, lookUp(present(cell), roster));
    return known.get(cell);
  };
}

function lookUp(name: string | undefined, roster: Roster): Found | ByDay {
  if (name === undefined) return undefined;
  const match = roster.find(name);
  if ('holdings' in match) return { on: (day) => agentIn(roster.resolve(name, dayAlone(day))) };
  return agentIn(match);
}

function agentIn(resolution: Resolution): Found {
  return 'agent' in resolution ? resolution.agent.index : 'nobody';
}
