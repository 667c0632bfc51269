import { type Engine, literal } from '../lib/engine.js';
import { byCodePoints } from '../lib/order.js';
import type { Roster } from '../shop/roster.js';
import { MISSING_TOKENS } from './cells.js';
import { sqlFile } from './sql-file.js';

/** The missing tokens as one pattern, whatever their case. */
const MISSING_PATTERN = `(?i)^(?:${MISSING_TOKENS.filter((token) => token !== '')
  .map((token) => token.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
  .join('|')})$`;

/** The agent that an ambiguous name has in the engine. */
const AMBIGUOUS = -1;

/** Makes the tables of a month and the macros of its cells, and fills in the roster. */
export async function prepareEngine(engine: Engine, roster: Roster): Promise<void> {
  await engine.run(sqlFile('facts.sql'));
  await prepareCells(engine);
  const { agents, names, bareAccounts } = roster;
  const order = agents.map(({ id }) => id).sort(byCodePoints);
  await engine.append(
    'agents',
    agents.map(({ index, id, role }) => [index, id, role, order.indexOf(id)]),
  );
  await engine.append(
    'agent_names',
    agents.flatMap(({ index, id, accounts }) => [
      [id, index, true],
      ...accounts.filter((account) => account !== id).map((account) => [account, index, false]),
    ]),
  );
  await engine.run(
    sqlFile('names.sql', {
      names: enumWords(names.keys()),
      name_agents: places([...names.values()].map((agent) => agent?.index ?? AMBIGUOUS)),
      bare_accounts: enumWords(bareAccounts.keys()),
      bare_account_agents: places([...bareAccounts.values()].map(({ index }) => index)),
    }),
  );
}

/** An enum has at least one word; no cell is this one. */
const NO_WORD = '\n';

function enumWords(words: Iterable<string>): string {
  const list = [...words];
  return (list.length === 0 ? [NO_WORD] : list).map(literal).join(', ');
}

function places(agents: readonly number[]): string {
  return (agents.length === 0 ? [AMBIGUOUS] : agents).join(', ');
}

/** Makes the macros of cells.sql. */
export async function prepareCells(engine: Engine): Promise<void> {
  await engine.run(sqlFile('cells.sql', { missing: literal(MISSING_PATTERN) }));
}
