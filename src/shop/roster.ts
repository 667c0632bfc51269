import { firstDay, lastDay, type Month } from '../lib/month.js';
import type { Agent } from './shop.js';

/** Whom a cell of an input file names. */
export type Resolution = { readonly agent: Agent } | { readonly problem: 'unknown' | 'ambiguous' };

/** The agents of a shop, to be found by what input files call them. */
export interface Roster {
  readonly agents: readonly Agent[];
  /**
   * An agent by id, by whole account, by name or by account without the shop (where only one agent
   * has it). Full-width colons are colons.
   */
  resolve(cell: string): Resolution;
  /** What `resolve` looks a cell up in, for the engine: an ambiguous name has no agent. */
  readonly names: ReadonlyMap<string, Agent | undefined>;
  /** Accounts that are written without a shop: they match `any shop:account` too. */
  readonly bareAccounts: ReadonlyMap<string, Agent>;
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

/** Looks agents up. The agents have passed the checks of the roster: ids and accounts are unique. */
export function createRoster(agents: readonly Agent[]): Roster {
  const names = new Map<string, Agent | undefined>();
  const bareAccounts = new Map<string, Agent>();
  // The weaker names first: a whole account replaces them, an id replaces all.
  for (const agent of agents) {
    const weak = [agent.name, ...agent.accounts.map(withoutShop)];
    for (const name of new Set(weak)) {
      if (name === undefined || name === '') continue;
      const key = accountKey(name);
      names.set(key, names.has(key) && names.get(key) !== agent ? undefined : agent);
    }
  }
  for (const agent of agents) {
    for (const account of agent.accounts) {
      names.set(account, agent);
      if (!account.includes(':')) bareAccounts.set(account, agent);
    }
  }
  for (const agent of agents) names.set(accountKey(agent.id), agent);
  return {
    agents,
    names,
    bareAccounts,
    resolve(cell) {
      const key = accountKey(cell);
      if (names.has(key)) {
        const agent = names.get(key);
        return agent === undefined ? { problem: 'ambiguous' } : { agent };
      }
      const bare = withoutShop(key);
      const agent = bare === undefined ? undefined : bareAccounts.get(bare);
      return agent === undefined ? { problem: 'unknown' } : { agent };
    },
  };
}

/** True when an agent is employed on at least one day of the month: others are not paid for it. */
export function isActive(agent: Agent, month: Month): boolean {
  const left = agent.leftOn !== undefined && agent.leftOn < firstDay(month);
  const notYet = agent.hiredOn !== undefined && agent.hiredOn > lastDay(month);
  return !left && !notYet;
}
