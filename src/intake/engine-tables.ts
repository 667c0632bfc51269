import type { Engine } from '../lib/engine.js';
import { byCodePoints } from '../lib/order.js';
import type { Roster } from '../shop/roster.js';
import { MISSING_TOKENS } from './cells.js';
import { sqlFile } from './sql-file.js';
import { textList } from './words-sql.js';

/** The agent that an ambiguous name has in the engine. */
const AMBIGUOUS = -1;

/** Makes the tables of a month and the macros of its cells, and fills in the roster. */
export async function prepareEngine(engine: Engine, roster: Roster): Promise<void> {
  await engine.run(sqlFile('facts.sql'));
  await prepareCells(engine);
  await engine.run(sqlFile('names.sql'));
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
  await engine.append(
    'intake_names',
    [...names].map(([cell, agent]) => [cell, agent?.index ?? AMBIGUOUS]),
  );
  await engine.append(
    'intake_bare_accounts',
    [...bareAccounts].map(([cell, agent]) => [cell, agent.index]),
  );
}

/** Makes the macros of cells.sql. */
export async function prepareCells(engine: Engine): Promise<void> {
  await engine.run(sqlFile('cells.sql', { missing_tokens: textList(MISSING_TOKENS) }));
}
