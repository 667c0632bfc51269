import type { Day } from '../../lib/month.js';
import { accountKey } from '../../shop/roster.js';
import type { RecordCells } from '../cells/record-cells.js';
import { AGENT, ROBOT, senderIn } from '../chats/senders.js';
import type { Table } from '../files/table.js';

/** An account as exports show it. */
export interface SeenAccount {
  readonly account: string;
  /** What it wrote to buyers. */
  messages: number;
  /** Messages with words of after-sales service. */
  afterSales: number;
  /** Messages of it that a robot wrote. */
  robot: number;
  /** Rows of reports and orders that name it. */
  rows: number;
  first: Day | undefined;
  last: Day | undefined;
}

/** A person as tables of attendance show them. */
export interface SeenPerson {
  readonly id: string | undefined;
  readonly name: string;
}

/** Whom the rows of exports name. */
export interface PeopleSeen {
  readonly accounts: ReadonlyMap<string, SeenAccount>;
  readonly persons: ReadonlyMap<string, SeenPerson>;
  /** By what rows name agents, of every kind: ids, names or accounts, as `accountKey` has them. */
  readonly names: ReadonlySet<string>;
  see(row: RecordCells, table: Table, day: Day | undefined): void;
}

const AFTER_SALES = /退|换货|售后|补发|破损|漏发|少发|错发|质量问题|运费险|赔/;

/** Collects whom rows name. */
export function peopleSeen(): PeopleSeen {
  const accounts = new Map<string, SeenAccount>();
  const persons = new Map<string, SeenPerson>();
  const names = new Set<string>();
  const accountOf = (cell: string): SeenAccount => {
    const account = accountKey(cell);
    const found = accounts.get(account) ?? {
      account,
      messages: 0,
      afterSales: 0,
      robot: 0,
      rows: 0,
      first: undefined,
      last: undefined,
    };
    accounts.set(account, found);
    return found;
  };
  return {
    accounts,
    persons,
    names,
    see(row, { match }, day) {
      const { kind } = match.reader;
      const agent = match.positions.has('agent') ? row.text('agent') : undefined;
      if (agent !== undefined) names.add(accountKey(agent));
      if (kind === 'attendance') {
        const name = row.text('name');
        if (name !== undefined) persons.set(JSON.stringify([agent, name]), { id: agent, name });
        return;
      }
      if (kind !== 'chats' && kind !== 'orders' && kind !== 'metrics') return;
      if (agent === undefined) return;
      const seen = accountOf(agent);
      if (kind !== 'chats') seen.rows += 1;
      else seeMessage(seen, row);
      if (day !== undefined) seeDay(seen, day);
    },
  };
}

function seeDay(seen: SeenAccount, day: Day): void {
  if (seen.first === undefined || day < seen.first) seen.first = day;
  if (seen.last === undefined || day > seen.last) seen.last = day;
}

function seeMessage(seen: SeenAccount, row: RecordCells): void {
  const sender = senderIn(row.verbatim('sender'));
  if (sender === ROBOT) seen.robot += 1;
  if (sender !== AGENT) return;
  seen.messages += 1;
  if (AFTER_SALES.test(row.verbatim('text'))) seen.afterSales += 1;
}
