import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { INSURANCES, LEVELS, ROLES, wordId } from '../../catalogue/vocabulary.js';
import {
  accountDaysOf,
  accountKey,
  createRoster,
  sharedDays,
  writtenDays,
} from '../../shop/roster.js';
import type { AccountDays, Agent, Shop } from '../../shop/shop.js';
import type { Problems } from '../../words/problem.js';
import { readRecords } from '../cells/read-rows.js';
import { type Row, rowReader } from '../cells/row.js';
import { openTables } from '../files/open-table.js';
import { headerName, headerPlace, type Table } from '../files/table.js';
import { CANONICAL_AGENTS } from '../readers/canonical.js';
import { accountDaysIn } from './account-days.js';

/** The roster, under the names that it may have. */
export const ROSTER_FILES = ['agents.csv', 'agents.tsv', 'agents.txt', 'agents.xlsx', 'agents.xls'];

/**
 * Reads agents.csv, in the order of its rows. Undefined, with every problem reported, when the file is
 * missing or anything in it is wrong.
 */
export async function readRoster(
  shop: Shop,
  problems: Problems,
): Promise<readonly Agent[] | undefined> {
  return (await readRosterRows(shop, problems)).agents;
}

/** The agents of a roster, none when anything in it is wrong, and those of the rows in which nothing is. */
export interface RosterRows {
  readonly agents: readonly Agent[] | undefined;
  readonly sound: readonly Agent[];
}

/** As `readRoster`, with the agents of the rows in which nothing is wrong, whatever else is. */
export async function readRosterRows(shop: Shop, problems: Problems): Promise<RosterRows> {
  const file = await findRoster(shop.folder);
  if (file === undefined) {
    problems.report('missing-file', { file: 'agents.csv' }, { params: { file: 'agents.csv' } });
    return NO_ROSTER;
  }
  const input = { file, path: join(shop.folder, file), kind: 'agents', source: undefined } as const;
  const [table] = await openTables(input, [CANONICAL_AGENTS], problems);
  return (table && (await readAgents(table, problems))) ?? NO_ROSTER;
}

const NO_ROSTER = { agents: undefined, sound: [] };

/**
 * The agents of a roster and how many rows it has. Undefined when it cannot be split into rows; no agents,
 * with every problem reported, when anything in it is wrong.
 */
export async function readAgents(
  table: Table,
  problems: Problems,
): Promise<
  { agents: readonly Agent[] | undefined; sound: readonly Agent[]; rows: number } | undefined
> {
  const records = await readRecords(table, problems);
  if (records === undefined) return undefined;
  if (records.length === 0) problems.report('no-agents', headerPlace(table));
  const read = rowReader({ table, roster: createRoster([]), problems, dayStartsAt: 0 });
  const checks = uniqueness();
  const agents: Agent[] = [];
  let sound = records.length > 0;
  for (const record of records) {
    const row = read(record);
    const agent = row.sound() ? agentOf(row, agents.length) : undefined;
    if (agent !== undefined) checks.check(agent, row);
    if (agent !== undefined && row.sound()) agents.push(agent);
    else sound = false;
  }
  sound = checks.checkAcross(table, problems) && sound;
  return { agents: sound ? agents : undefined, sound: agents, rows: records.length };
}

async function findRoster(folder: string): Promise<string | undefined> {
  for (const file of ROSTER_FILES) {
    const found = await lstat(join(folder, file)).catch((error: NodeJS.ErrnoException) => error);
    // One that is there and cannot be read is told when it is opened.
    if (!(found instanceof Error) || found.code !== 'ENOENT') return file;
  }
  return undefined;
}

function agentOf(row: Row, index: number): Agent | undefined {
  const id = row.id('agent_id', 'required');
  const name = row.text('name', 'required');
  const role = row.text('role', 'required');
  const optional = {
    level: row.word('level', LEVELS),
    levelSince: row.day('level_since'),
    team: row.text('team'),
    shift: row.text('shift'),
    hiredOn: row.day('hired_on'),
    leftOn: row.day('left_on'),
    probationUntil: row.day('probation_until'),
    basePay: row.amount('base_pay'),
    workdaysDue: row.count('workdays_due'),
    insurance: row.word('insurance', INSURANCES),
  };
  const { hiredOn, leftOn } = optional;
  if (hiredOn !== undefined && leftOn !== undefined && leftOn < hiredOn) {
    row.report('dates-reversed', 'left_on', { left: leftOn, hired: hiredOn });
  }
  if (id === undefined || name === undefined || role === undefined) return undefined;
  return {
    index,
    id: accountKey(id),
    name,
    role: wordId(ROLES, role) ?? role,
    ...accountsOf(row),
    line: row.line,
    ...definedOnly(optional),
  };
}

function definedOnly<T extends object>(values: T): { [key in keyof T]?: NonNullable<T[key]> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [key in keyof T]?: NonNullable<T[key]> };
}

/** Accounts of an agent, and the days of those that were not the agent's always. */
type Accounts = Pick<Agent, 'accounts' | 'accountDays'>;

/**
 * The accounts of a cell, separated by semicolons, commas or line breaks, in either width. Days that cannot be
 * read are reported.
 */
function accountsOf(row: Row): Accounts {
  const written = (row.text('accounts') ?? '').split(/[;；,，、\r\n]/).map(accountKey);
  const read = written.filter((text) => text !== '').map((text) => accountDaysIn(text) ?? text);
  for (const each of read) {
    if (typeof each === 'string') row.report('bad-account-days', 'accounts', { account: each });
  }
  const days = read.filter((each) => typeof each !== 'string');
  const always = new Set(days.filter(isAlways).map(({ account }) => account));
  const accountDays = days.filter(({ account }) => !always.has(account));
  return {
    accounts: [...new Set(days.map(({ account }) => account))],
    ...(accountDays.length === 0 ? {} : { accountDays }),
  };
}

function isAlways({ from, to }: AccountDays): boolean {
  return from === undefined && to === undefined;
}

/** Ids must each name one agent, and accounts one on each day. */
function uniqueness() {
  const ids = new Map<string, number>();
  const owners = new Map<string, { readonly agent: Agent; readonly days: AccountDays }[]>();
  return {
    check(agent: Agent, row: Row): void {
      const line = ids.get(agent.id);
      if (line === undefined) ids.set(agent.id, agent.line);
      else row.report('repeated-agent', 'agent_id', { agent: agent.id, line });
      for (const days of accountDaysOf(agent)) {
        const { account } = days;
        const before = owners.get(account) ?? [];
        for (const other of before.filter((each) => each.agent !== agent)) {
          const shared = sharedDays(days, other.days);
          if (shared === undefined) continue;
          const params = { account, other: other.agent.id, days: writtenDays(shared) };
          row.report('account-taken', 'accounts', params);
        }
        owners.set(account, [...before, { agent, days }]);
      }
    },
    /** An account that is another agent's id would make a cell mean either. */
    checkAcross(table: Table, problems: Problems): boolean {
      let sound = true;
      for (const id of ids.keys()) {
        const owner = owners.get(id)?.find(({ agent }) => agent.id !== id)?.agent;
        if (owner === undefined) continue;
        sound = false;
        const place = { file: table.file, line: owner.line, column: headerName(table, 'accounts') };
        const params = { account: id, other: id, days: '' };
        problems.report('account-taken', place, { params, cell: id });
      }
      return sound;
    },
  };
}
