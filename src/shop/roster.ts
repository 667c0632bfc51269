import { groupBy } from '../lib/group.js';
import { phrase, type Title } from '../lib/language.js';
import { type Day, daysWithin, firstDay, lastDay, type Month } from '../lib/month.js';
import { nearestFirst, suggest } from '../lib/suggest.js';
import { listedPeople, type People } from '../words/people.js';
import type { AccountDays, Agent, RosterGap, RosterRows } from './shop.js';

/**
 * Whom a cell of an input file names. `holders`: those who have the account on other days; `agents`: those who
 * answer to an ambiguous name.
 */
export type Resolution =
  | { readonly agent: Agent }
  | { readonly problem: 'unknown'; readonly holders?: readonly Holding[] }
  | { readonly problem: 'ambiguous'; readonly agents: readonly Agent[] };

/** Days in a row, both ends included. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** On which days a name means an agent; without a bound since ever, or for good. */
export interface Holding extends Omit<AccountDays, 'account'> {
  readonly agent: Agent;
}

/** Whom a name means: one agent always, several at once, or each on days of their own. */
export type AgentMatch = Resolution | { readonly holdings: readonly Holding[] };

/** The agents of a shop, to be found by what input files call them. */
export interface Roster {
  readonly agents: readonly Agent[];
  /** What the roster does not say: a name that is unknown may be that of whoever, or whatever, is not known. */
  readonly lacks: RosterGap;
  /**
   * An agent by id, by whole account, by name or by account without the shop (where only one agent
   * has it), as it was on the days; without days, as on any. Full-width colons are colons.
   */
  resolve(cell: string, days?: Days): Resolution;
  /** Whom a cell means whatever the day. */
  find(cell: string): AgentMatch;
  /** What `resolve` looks a cell up in, for the engine. */
  readonly names: ReadonlyMap<string, AgentMatch>;
  /** Accounts that are written without a shop: they match `any shop:account` too. */
  readonly bareAccounts: ReadonlyMap<string, AgentMatch>;
  /** Names that an agent has only if noughts before a number do not count: `1` for `001`. */
  readonly withoutLeadingZeros: ReadonlyMap<string, Agent>;
  /** True when some name does not mean the same on every day. */
  readonly isDated: boolean;
}

/** A nick or id as it is compared: without outer space, colons in ASCII. */
export function accountKey(text: string): string {
  return text.trim().replaceAll('：', ':');
}

/** What follows the first colon of a nick; undefined when it has none. */
export function withoutShop(account: string): string | undefined {
  const colon = account.indexOf(':');
  return colon === -1 ? undefined : account.slice(colon + 1);
}

/** A single day, as days. */
export function dayAlone(day: Day): Days {
  return { first: day, last: day };
}

/** The days of a month. */
export function daysOfMonth(month: Month): Days {
  return { first: firstDay(month), last: lastDay(month) };
}

/** Every account of an agent with its days: one stretch without bounds, or those that the roster names. */
export function accountDaysOf({ accounts, accountDays = [] }: Agent): readonly AccountDays[] {
  return accounts.flatMap((account): readonly AccountDays[] => {
    const dated = accountDays.filter((each) => each.account === account);
    return dated.length === 0 ? [{ account }] : dated;
  });
}

/** The days that two stretches share; undefined when there is none. */
export function sharedDays(
  one: Omit<AccountDays, 'account'>,
  other: Omit<AccountDays, 'account'>,
): Omit<AccountDays, 'account'> | undefined {
  const from = [one.from, other.from]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
  const [to] = [one.to, other.to].filter((day) => day !== undefined).sort();
  if (from !== undefined && to !== undefined && from > to) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

/** Days as the roster writes them: `[2026-01-01..2026-10-15]`; nothing for those without bounds. */
export function writtenDays({ from, to }: Omit<AccountDays, 'account'>): string {
  return from === undefined && to === undefined ? '' : `[${from ?? ''}..${to ?? ''}]`;
}

/** Who has an account, and when, for a message: `A01[..2026-10-15]; A02[2026-10-20..]`. */
export function writtenHolders(holders: readonly Holding[]): string {
  return holders.map((each) => `${each.agent.id}${writtenDays(each)}`).join('; ');
}

/** A roster in which nothing is wrong. */
export function wholeRoster(agents: readonly Agent[]): RosterRows {
  return { agents, valid: agents, lacks: 'nothing' };
}

/** The agents of a roster in which nothing is wrong: of any other it is not known what nobody has. */
export function agentsOfWhole({ agents, valid, lacks }: RosterRows): readonly Agent[] | undefined {
  return lacks === 'nothing' && valid.length === agents.length ? agents : undefined;
}

/** Looks agents up. The agents have passed the checks of the roster: ids and accounts are unique on each day. */
export function createRoster(agents: readonly Agent[], lacks: RosterGap = 'nothing'): Roster {
  const accounts = (agent: Agent) =>
    accountDaysOf(agent).map(({ account, ...days }) => ({ name: account, agent, ...days }));
  const whole = agents.flatMap(accounts);
  const weak = agents.flatMap((agent) => [
    { name: agent.name, agent },
    ...accounts(agent).map(({ name, ...holding }) => ({
      name: withoutShop(name) ?? '',
      ...holding,
    })),
  ]);
  // The weaker names first: a whole account replaces them, an id replaces all.
  const names = new Map<string, AgentMatch>();
  const bareAccounts = new Map<string, AgentMatch>();
  for (const [name, holdings] of byName(weak)) names.set(name, matchOf(holdings));
  for (const [account, holdings] of byName(whole)) {
    const match = matchOf(holdings);
    names.set(account, match);
    if (!account.includes(':')) bareAccounts.set(account, match);
  }
  for (const agent of agents) names.set(accountKey(agent.id), { agent });
  const withoutLeadingZeros = otherZeros(agents, names);
  // Held by day, as names are that have to be looked at again: whoever answers to one is to be told.
  for (const [name, agent] of withoutLeadingZeros) names.set(name, { holdings: [{ agent }] });
  const find = (cell: string): AgentMatch => {
    const key = accountKey(cell);
    const found = names.get(key);
    if (found !== undefined) return found;
    const bare = withoutShop(key);
    return (bare === undefined ? undefined : bareAccounts.get(bare)) ?? { problem: 'unknown' };
  };
  return {
    agents,
    lacks,
    names,
    bareAccounts,
    withoutLeadingZeros,
    isDated: [...names.values(), ...bareAccounts.values()].some((each) => 'holdings' in each),
    find,
    resolve(cell, days) {
      const found = find(cell);
      return 'holdings' in found ? holderOn(found.holdings, days) : found;
    },
  };
}

/**
 * Whether it is known that a name is nobody's. Where some accounts are not known, that is so of what looks like an
 * id and like no account.
 */
export function isNobodys(name: string, { agents, lacks }: Roster): boolean {
  if (lacks !== 'accounts') return lacks === 'nothing';
  const form = formOf(name);
  const accounts = agents.flatMap((agent) => agent.accounts.flatMap(nicksOf));
  return (
    agents.some(({ id }) => formOf(id) === form) && !accounts.some((each) => formOf(each) === form)
  );
}

/** A name with every digit, and every letter, alike: `A01` looks like `B92`. */
function formOf(name: string): string {
  return accountKey(name)
    .replaceAll(/\d/g, '0')
    .replaceAll(/[a-z]/gi, 'a')
    .replaceAll(/\p{Script=Han}+/gu, '字');
}

/** Who has each name, as names are compared. */
function byName(
  holdings: readonly (Holding & { readonly name: string })[],
): ReadonlyMap<string, readonly Holding[]> {
  const keyed = holdings.map(({ name, ...holding }) => ({ key: accountKey(name), holding }));
  const groups = groupBy(
    keyed.filter(({ key }) => key !== ''),
    ({ key }) => key,
  );
  return new Map([...groups].map(([key, same]) => [key, same.map(({ holding }) => holding)]));
}

function matchOf(holdings: readonly Holding[]): AgentMatch {
  const isDated = holdings.some(({ from, to }) => from !== undefined || to !== undefined);
  return isDated ? { holdings } : oneOf(holdings);
}

function holderOn(holdings: readonly Holding[], days: Days | undefined): Resolution {
  if (days === undefined) return oneOf(holdings);
  const asked = { from: days.first, to: days.last };
  const then = holdings.filter((each) => sharedDays(each, asked) !== undefined);
  return then.length === 0 ? { problem: 'unknown', holders: holdings } : oneOf(then);
}

function oneOf(holdings: readonly Holding[]): Resolution {
  const [agent, ...others] = new Set(holdings.map((each) => each.agent));
  if (agent === undefined) return { problem: 'unknown' };
  return others.length === 0 ? { agent } : { problem: 'ambiguous', agents: [agent, ...others] };
}

/** Numbers of employees are no longer. */
const MOST_DIGITS = 10;

/** The numbers that differ from one agent's id or account, and from no other name, in noughts before them. */
function otherZeros(
  agents: readonly Agent[],
  names: ReadonlyMap<string, AgentMatch>,
): ReadonlyMap<string, Agent> {
  const numbers = agents.flatMap((agent) =>
    [agent.id, ...lastingAccounts(agent)].map((name) => ({
      agent,
      number: /^0*(\d+)$/.exec(name)?.[1],
    })),
  );
  const found = new Map<string, Agent>();
  for (const [number, holders] of groupBy(numbers, (each) => each.number)) {
    const [agent, ...others] = new Set(holders.map((each) => each.agent));
    if (number === undefined || agent === undefined || others.length > 0) continue;
    for (let length = number.length; length <= MOST_DIGITS; length += 1) {
      const name = number.padStart(length, '0');
      if (!names.has(name)) found.set(name, agent);
    }
  }
  return found;
}

/** An agent of a roster as a message names one: `A01 小美`. */
export function writtenAgent(agent: Pick<Agent, 'id' | 'name'>): People {
  return writtenAgents([agent]);
}

function lastingAccounts(agent: Agent): readonly string[] {
  const always = accountDaysOf(agent).filter(({ from, to }) => (from ?? to) === undefined);
  return always.map(({ account }) => account);
}

/** The agents of a roster as a message lists them: `A01 小美、A02 小丽`. */
export function writtenAgents(agents: readonly Pick<Agent, 'id' | 'name'>[]): People {
  return listedPeople(agents, ({ id, name }) => `${id} ${name}`);
}

const MOST_LISTED = 5;

/** The agents whose id, name or account is most like a text, the likeliest first, for a message. */
export function likelyAgents(text: string, { agents }: Roster): Title {
  const owners = new Map<string, Agent>();
  for (const agent of agents) {
    for (const name of [agent.id, agent.name, ...agent.accounts.flatMap(nicksOf)]) {
      if (!owners.has(name)) owners.set(name, agent);
    }
  }
  const nearest = new Set(nearestFirst(accountKey(text), owners.keys()).map((n) => owners.get(n)));
  const listed = [...nearest].filter((agent) => agent !== undefined).slice(0, MOST_LISTED);
  return phrase`${writtenAgents(listed)}${agents.length > listed.length ? '…' : ''}`;
}

/** Names of fewer characters are alike by chance. */
const LIKE = 3;

/** Whose name or account an account is most like whatever its shop, where one is near enough to be worth saying. */
export function likelyOwner(
  account: string,
  { agents }: Roster,
): { readonly name: string; readonly agent: Agent } | undefined {
  const owners = new Map<string, Agent>();
  for (const agent of agents) {
    for (const name of [agent.id, agent.name, ...agent.accounts.map(bareNick)]) {
      if (name.length >= LIKE && !owners.has(name)) owners.set(name, agent);
    }
  }
  const nick = bareNick(accountKey(account));
  const name = nick.length < LIKE ? undefined : suggest(nick, owners.keys());
  const agent = name === undefined ? undefined : owners.get(name);
  return name === undefined || agent === undefined ? undefined : { name, agent };
}

function bareNick(account: string): string {
  return withoutShop(account) ?? account;
}

function nicksOf(account: string): readonly string[] {
  return [account, bareNick(account)];
}

/** True when an agent is employed on every day of the month. */
export function isEmployedAllMonth({ hiredOn, leftOn }: Agent, month: Month): boolean {
  const { first, last } = daysWithin(month, hiredOn, leftOn);
  return first === firstDay(month) && last === lastDay(month);
}

/** True when an agent is employed on at least one day of the month: others are not paid for it. */
export function isActive(agent: Agent, month: Month): boolean {
  const left = agent.leftOn !== undefined && agent.leftOn < firstDay(month);
  const notYet = agent.hiredOn !== undefined && agent.hiredOn > lastDay(month);
  return !left && !notYet;
}
