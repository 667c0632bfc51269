import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  INSURANCES,
  placeId,
  ROLES,
  TAX_DEDUCTIONS,
  TAX_RESIDENCES,
  type VocabularyWord,
  wordAmong,
  wordId,
} from '../../catalogue/vocabulary.js';
import { type Decimal, decimal } from '../../lib/decimal.js';
import { addToGroup, type Groups } from '../../lib/group.js';
import {
  accountDaysOf,
  accountKey,
  createRoster,
  isNobodys,
  likelyAgents,
  sharedDays,
  writtenAgents,
  writtenDays,
} from '../../shop/roster.js';
import type { AccountDays, Agent, RosterGap, RosterRows, Shop } from '../../shop/shop.js';
import { nearNames, wrongName } from '../../words/known-names.js';
import { collectProblems, type Problems } from '../../words/problem.js';
import { unreadColumns } from '../cells/column-contents.js';
import { readRecords } from '../cells/read-rows.js';
import { type Row, rowReader } from '../cells/row.js';
import { shownCell } from '../cells/shown-cell.js';
import { reportUnseenNul } from '../cells/unseen-nul.js';
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
  { folder, config }: Shop,
  problems: Problems,
): Promise<readonly Agent[] | undefined> {
  const own = collectProblems();
  const { agents } = await readRosterRows(folder, config.levels, own);
  problems.addAll(own.all);
  return own.hasErrors() ? undefined : agents;
}

/** As `readRoster`, with whatever agents can be read. Without the shop's levels any is taken for one. */
export async function readRosterRows(
  folder: string,
  levels: readonly VocabularyWord[] | undefined,
  problems: Problems,
): Promise<RosterRows> {
  const [file, ...others] = await findRosters(folder);
  if (file === undefined) {
    problems.report('missing-file', { file: 'agents.csv' }, { params: { file: 'agents.csv' } });
    return NO_ROSTER;
  }
  const input = { file, path: join(folder, file), kind: 'agents', source: undefined } as const;
  const { tables, incomplete } = await openTables(input, [CANONICAL_AGENTS], problems);
  const [table, ...sheets] = [...tables, ...incomplete];
  for (const other of [...sheets.map((sheet) => sheet.file), ...others]) {
    const params = { read: table?.file ?? file };
    problems.report('roster-not-read', { file: other }, { params });
  }
  const read = table && (await readAgents(table, levels, problems));
  reportUnseenNul([...tables, ...incomplete], problems);
  return read ?? NO_ROSTER;
}

const NO_ROSTER: RosterRows = { agents: [], valid: [], lacks: 'somebody' };

/** The agents of a roster and how many rows it has. Undefined when it cannot be split into rows. */
export async function readAgents(
  table: Table,
  levels: readonly VocabularyWord[] | undefined,
  problems: Problems,
): Promise<(RosterRows & { readonly rows: number }) | undefined> {
  const records = await readRecords(table, problems);
  if (records === undefined) return undefined;
  if (records.length === 0) problems.report('no-agents', headerPlace(table));
  const read = rowReader({ table, roster: createRoster([]), problems, dayStartsAt: 0 });
  const checks = uniqueness();
  const agents: Agent[] = [];
  const valid: Agent[] = [];
  const rows = new Map<string, Row>();
  const gaps = new Set<RosterGap>(records.length > 0 ? [] : ['somebody']);
  for (const record of records) {
    const row = read(record);
    const hasCells = row.isValid();
    const names = hasCells ? namesOf(row) : undefined;
    gaps.add(gapIn(names, row));
    const employment = hasCells ? employmentOf(row, levels) : undefined;
    if (names === undefined || employment === undefined) continue;
    const agent = { index: agents.length, ...names, ...employment };
    rows.set(agent.id, row);
    const { twin, taken } = checks.check(agent, row);
    if (twin === undefined) agents.push(withoutAccounts(agent, taken));
    if (taken.size > 0) gaps.add('accounts');
    if (isOther(twin, agent)) gaps.add('somebody');
    if (row.isValid()) valid.push(agent);
  }
  checks.checkAcross(table, problems);
  const lacks = widestOf(gaps);
  const led = (agent: Agent) => withLead(agent, rows.get(agent.id), { agents, lacks });
  return {
    agents: agents.map(led),
    valid: valid.map((agent) => led(agent)),
    lacks,
    unreadColumns: unreadColumns(table, records),
    rows: records.length,
  };
}

/** What is not known of a row: who it is when its names are wrong, else which accounts are theirs. */
function gapIn(names: Names | undefined, row: Row): RosterGap {
  if (names === undefined) return 'somebody';
  return row.isValid() ? 'nothing' : 'accounts';
}

/** Whoever stands there a second time under another name may be somebody else, with other accounts. */
function isOther(twin: Agent | undefined, agent: Agent): boolean {
  return twin !== undefined && twin.name !== agent.name;
}

function widestOf(gaps: ReadonlySet<RosterGap>): RosterGap {
  if (gaps.has('somebody')) return 'somebody';
  return gaps.has('accounts') ? 'accounts' : 'nothing';
}

/** An agent with the id of the lead, whom the roster may call by name; one whom nobody is called is reported. */
function withLead(
  agent: Agent,
  row: Row | undefined,
  { agents, lacks }: Pick<RosterRows, 'agents' | 'lacks'>,
): Agent {
  const { lead, ...others } = agent;
  if (lead === undefined) return agent;
  const roster = createRoster(agents, lacks);
  const found = roster.resolve(lead);
  if ('agent' in found) return { ...agent, lead: found.agent.id };
  if (found.problem === 'ambiguous') {
    const params = { agent: lead, agents: writtenAgents(found.agents) };
    row?.report('ambiguous-agent', 'lead', params);
  } else if (isNobodys(lead, roster)) {
    row?.report('unknown-agent', 'lead', { agent: lead, known: likelyAgents(lead, roster) });
  }
  return others;
}

async function findRosters(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of ROSTER_FILES) {
    const stats = await lstat(join(folder, file)).catch((error: NodeJS.ErrnoException) => error);
    // One that is there and cannot be read is told when it is opened.
    if (!(stats instanceof Error) || stats.code !== 'ENOENT') found.push(file);
  }
  return found;
}

/** By what other files name an agent. */
type Names = Pick<Agent, 'id' | 'name'> & Accounts;

function namesOf(row: Row): Names | undefined {
  const id = row.id('agent_id', 'required');
  const name = row.text('name', 'required');
  const accounts = accountsOf(row);
  if (id === undefined || name === undefined) return undefined;
  return { id: accountKey(id), name, ...accounts };
}

function employmentOf(
  row: Row,
  levels: readonly VocabularyWord[] | undefined,
): Omit<Agent, 'index' | keyof Names> {
  const role = row.text('role', 'required') ?? '';
  const optional = {
    level: levelOf(row, levels),
    levelSince: row.day('level_since'),
    team: row.text('team'),
    shift: row.text('shift'),
    lead: row.text('lead'),
    hiredOn: row.day('hired_on'),
    leftOn: row.day('left_on'),
    probationUntil: row.day('probation_until'),
    basePay: row.amount('base_pay'),
    workdaysDue: workdaysDueIn(row),
    insurance: row.word('insurance', INSURANCES),
    ...statutoryOf(row),
  };
  const { hiredOn, leftOn } = optional;
  if (hiredOn !== undefined && leftOn !== undefined && leftOn < hiredOn) {
    row.report('dates-reversed', 'left_on', { left: leftOn, hired: hiredOn });
  }
  return { role: wordId(ROLES, role) ?? role, line: row.line, ...definedOnly(optional) };
}

/** What social insurance, housing fund and tax need of an agent. */
function statutoryOf(row: Row) {
  const place = row.text('place');
  return {
    place: place === undefined ? undefined : placeId(place),
    siBase: row.amount('si_base'),
    fundBase: row.amount('fund_base'),
    fundRate: row.ratio('fund_rate'),
    fundSupplement: row.ratio('fund_supplement'),
    insuredFrom: row.month('insured_from'),
    insuredUntil: row.month('insured_until'),
    fundFrom: row.month('fund_from'),
    taxResidence: row.word('tax_residence', TAX_RESIDENCES),
    taxDeduction: row.word('tax_deduction', TAX_DEDUCTIONS),
  };
}

/** The id of the level of a row; one that the shop does not have is reported. */
function levelOf(row: Row, levels: readonly VocabularyWord[] | undefined): string | undefined {
  const written = row.text('level');
  if (written === undefined || levels === undefined) return written;
  const level = wordAmong(levels, written);
  if (level !== undefined) return level.id;
  const { code, params } = wrongName('level', nearNames(written, levels));
  row.report(code, 'level', { level: shownCell(written), ...params });
  return undefined;
}

/** An agent without accounts that are somebody else's. */
function withoutAccounts(agent: Agent, taken: ReadonlySet<string>): Agent {
  if (taken.size === 0) return agent;
  return { ...agent, accounts: agent.accounts.filter((account) => !taken.has(account)) };
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
  const ids = new Map<string, Agent>();
  const owners: Groups<string, { readonly agent: Agent; readonly days: AccountDays }> = new Map();
  return {
    /** Gives who has the id already, and those of the accounts that are somebody else's. */
    check(agent: Agent, row: Row) {
      const twin = ids.get(agent.id);
      if (twin === undefined) ids.set(agent.id, agent);
      else row.report('repeated-agent', 'agent_id', { agent: agent.id, line: twin.line });
      const taken = new Set<string>();
      for (const days of accountDaysOf(agent)) {
        const { account } = days;
        for (const other of owners.get(account) ?? []) {
          if (other.agent === agent) continue;
          const shared = sharedDays(days, other.days);
          if (shared === undefined) continue;
          const params = { account, other: other.agent.id, days: writtenDays(shared) };
          row.report('account-taken', 'accounts', params);
          taken.add(account);
        }
        addToGroup(owners, account, { agent, days });
      }
      return { twin, taken };
    },
    /** An account that is another agent's id would make a cell mean either. */
    checkAcross(table: Table, problems: Problems): void {
      for (const id of ids.keys()) {
        const owner = owners.get(id)?.find(({ agent }) => agent.id !== id)?.agent;
        if (owner === undefined) continue;
        const place = { file: table.file, line: owner.line, column: headerName(table, 'accounts') };
        const params = { account: id, other: id, days: '' };
        problems.report('account-taken', place, { params, cell: id });
      }
    },
  };
}

/** The most days that any month has. */
const MOST_DAYS = decimal(31);

function workdaysDueIn(row: Row): Decimal | undefined {
  const due = row.count('workdays_due');
  if (due?.greaterThan(MOST_DAYS)) {
    row.report('more-days-than-month', 'workdays_due', { days: MOST_DAYS.toFixed() });
  }
  return due;
}
