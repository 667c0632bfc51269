import { type Engine, sqlLiteral } from '../../lib/engine.js';
import { dayNumber } from '../../lib/month.js';
import { byCodePoints } from '../../lib/order.js';
import { sqlFile } from '../../lib/sql-file.js';
import { type AgentMatch, accountDaysOf, type Holding, type Roster } from '../../shop/roster.js';
import { SPACE } from '../files/unwrap.js';
import { MISSING_TOKENS, NARROW, NO_MOMENT_BEGINS, PATTERNS, WIDE } from './cells.js';

/** The missing tokens as one pattern, whatever their case. */
const MISSING_PATTERN = `(?i:^(?:${MISSING_TOKENS.filter((token) => token !== '')
  .map((token) => token.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
  .join('|')})$)`;

/** What a missing token begins with, for a class of characters. */
const MISSING_BEGINS = MISSING_TOKENS.flatMap(([first = '']) => [first, first.toUpperCase()])
  .filter((first) => first !== '-')
  .join('');

/** The agent that an ambiguous name has in the engine. */
const AMBIGUOUS = -1;

/** The marker of the first name that means several people by day; those of others are below. */
const FIRST_MARKER = AMBIGUOUS - 1;

/** Makes the tables of a month and the macros of its cells, and fills in the roster. */
export async function prepareEngine(engine: Engine, roster: Roster): Promise<void> {
  await engine.run(sqlFile(new URL('../facts/facts.sql', import.meta.url)));
  await prepareCells(engine);
  const { agents, names, bareAccounts } = roster;
  const order = agents.map(({ id }) => id).sort(byCodePoints);
  await engine.append(
    'agents',
    agents.map(({ index, id, role }) => [index, id, role, order.indexOf(id)]),
  );
  await engine.append(
    'agent_names',
    agents.flatMap((agent) => [
      [agent.id, agent.index, true, null, null],
      ...accountDaysOf(agent)
        .filter(({ account }) => account !== agent.id)
        .map(({ account, ...days }) => [account, agent.index, false, ...bounds(days)]),
    ]),
  );
  const markers = markersOf(roster);
  await engine.append(
    'dated_names',
    [...markers].flatMap(([name, { marker, holdings }]) =>
      holdings.map(({ agent, ...days }) => [marker, name, agent.index, ...bounds(days)]),
    ),
  );
  const places = (all: ReadonlyMap<string, AgentMatch>) =>
    listOf([...all].map(([name, match]) => placeOf(match) ?? markers.get(name)?.marker));
  await engine.run(
    sqlFile(new URL('./names.sql', import.meta.url), {
      names: enumWords(names.keys()),
      name_agents: places(names),
      bare_accounts: enumWords(bareAccounts.keys()),
      bare_account_agents: places(bareAccounts),
    }),
  );
}

/** The first and the last day, counted from 1970-01-01. */
function bounds({ from, to }: Pick<Holding, 'from' | 'to'>): readonly (number | null)[] {
  return [from, to].map((day) => (day === undefined ? null : dayNumber(day)));
}

interface Marked {
  readonly marker: number;
  readonly holdings: readonly Holding[];
}

/** A number for each name that does not mean the same on every day. An account means the same with a shop before it. */
function markersOf({ names, bareAccounts }: Roster): ReadonlyMap<string, Marked> {
  const markers = new Map<string, Marked>();
  for (const [name, match] of [...names, ...bareAccounts]) {
    if (!('holdings' in match) || markers.has(name)) continue;
    markers.set(name, { marker: FIRST_MARKER - markers.size, holdings: match.holdings });
  }
  return markers;
}

/** The place in the roster of whom a name always means; undefined when that depends on the day. */
function placeOf(match: AgentMatch): number | undefined {
  if ('holdings' in match) return undefined;
  return 'agent' in match ? match.agent.index : AMBIGUOUS;
}

/** An enum has at least one word; no cell is this one. */
const NO_WORD = '\n';

function enumWords(words: Iterable<string>): string {
  const list = [...words];
  return (list.length === 0 ? [NO_WORD] : list).map(sqlLiteral).join(', ');
}

function listOf(places: readonly (number | undefined)[]): string {
  return (places.length === 0 ? [AMBIGUOUS] : places.map((place) => place ?? AMBIGUOUS)).join(', ');
}

/** Makes the macros of cells.sql. */
export async function prepareCells(engine: Engine): Promise<void> {
  const patterns = Object.entries(PATTERNS).map(([name, { source }]) => [name, sqlLiteral(source)]);
  await engine.run(
    sqlFile(new URL('./cells.sql', import.meta.url), {
      space: SPACE,
      no_value: sqlLiteral(`${MISSING_PATTERN}|${PATTERNS.no_moment.source}`),
      missing_begins: MISSING_BEGINS,
      wide: sqlLiteral(WIDE),
      narrow: sqlLiteral(NARROW),
      no_moment_begins: NO_MOMENT_BEGINS,
      ...Object.fromEntries(patterns),
    }),
  );
}
