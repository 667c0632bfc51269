import { groupBy } from '../../lib/group.js';
import { accountKey, withoutShop } from '../../shop/roster.js';
import type { Agent } from '../../shop/shop.js';
import type { PeopleSeen, SeenAccount, SeenPerson } from './people-seen.js';

/** Somebody who answers buyers, as far as exports say who it is. */
export interface DraftAgent {
  readonly id: string;
  readonly name: string;
  readonly accounts: readonly SeenAccount[];
  /** Whether a table of attendance says the name. */
  readonly isNamed: boolean;
}

/** A roster as exports suggest it. */
export interface DraftRoster {
  readonly agents: readonly DraftAgent[];
  /** Accounts that are nobody's: robots, and the shop's main account. */
  readonly robots: readonly string[];
  readonly mainAccounts: readonly string[];
  /** People of attendance of whom no account tells that they answer buyers. */
  readonly others: readonly SeenPerson[];
}

const ROBOT_NAME = /机器人|小蜜|自动回复|robot|^系统/i;

/**
 * Puts accounts of one person together where names agree: an account whose part behind the shop is the name, holds
 * it or is held by it, and of one person only; accounts of several shops with the same nick are one person's. New
 * ids are none of `known`, and none by which a file names somebody: her figures would become another's.
 */
export function draftRoster(
  { accounts, persons, names }: Omit<PeopleSeen, 'see'>,
  known: readonly Agent[],
): DraftRoster {
  const all = [...accounts.values()];
  const shops = new Set(all.flatMap(({ account }) => shopPart(account) ?? []));
  const robots = all.filter(isRobot);
  const mainAccounts = all.filter((each) => !isRobot(each) && shops.has(each.account));
  const left = new Set([...robots, ...mainAccounts]);
  const byNick = groupBy(
    all.filter((each) => !left.has(each)),
    ({ account }) => nickOf(account),
  );
  const people = [...persons.values()];
  const owned = new Map<string, { person: SeenPerson | undefined; accounts: SeenAccount[] }>();
  for (const [nick, own] of byNick) {
    const person = personOf(nick, people);
    const key = person === undefined ? `nick ${nick}` : `person ${person.id} ${person.name}`;
    const found = owned.get(key) ?? { person, accounts: [] };
    found.accounts.push(...own);
    owned.set(key, found);
  }
  const matched = new Set([...owned.values()].map(({ person }) => person));
  const newId = idsBeside([...[...people, ...known].map(({ id }) => id ?? ''), ...names]);
  return {
    agents: [...owned.values()].map(({ person, accounts: own }) => ({
      id: person?.id ?? newId(),
      name: person?.name ?? nickOf(own[0]?.account ?? ''),
      accounts: own,
      isNamed: person !== undefined,
    })),
    robots: robots.map(({ account }) => account),
    mainAccounts: mainAccounts.map(({ account }) => account),
    others: people.filter((person) => !matched.has(person)),
  };
}

function isRobot({ account, messages, robot }: SeenAccount): boolean {
  return ROBOT_NAME.test(nickOf(account)) || (robot > 0 && messages === 0);
}

function shopPart(account: string): string | undefined {
  const nick = withoutShop(account);
  return nick === undefined ? undefined : account.slice(0, -nick.length - 1);
}

function nickOf(account: string): string {
  return withoutShop(account) ?? account;
}

/** A single character is in too many names. */
const LEAST_NAME = 2;

function personOf(nick: string, people: readonly SeenPerson[]): SeenPerson | undefined {
  const isAlike = ({ name }: SeenPerson) =>
    (name.length >= LEAST_NAME && nick.includes(name)) ||
    (nick.length >= LEAST_NAME && name.includes(nick));
  const same = people.filter(({ name }) => name === nick);
  const alike = same.length > 0 ? same : people.filter(isAlike);
  return alike.length === 1 ? alike[0] : undefined;
}

/** Ids that nobody has yet: A01, A02, … */
function idsBeside(ids: readonly string[]): () => string {
  const taken = new Set(ids.map(accountKey));
  let last = 0;
  return () => {
    let id: string;
    do {
      last += 1;
      id = `A${String(last).padStart(2, '0')}`;
    } while (taken.has(id));
    return id;
  };
}

/** The name of the shop that most accounts have before their colon. */
export function shopNamed(agents: readonly DraftAgent[]): string | undefined {
  const names = agents.flatMap(({ accounts }) =>
    accounts.flatMap(({ account }) => shopPart(account) ?? []),
  );
  const [most] = [...groupBy(names, (name) => name)].sort(([, a], [, b]) => b.length - a.length);
  return most?.[0];
}
