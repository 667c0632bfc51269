import { sameInAll, type Title } from '../lib/language.js';
import { listedTitles } from './lists.js';

/** Agents in a sentence: how they are called there, and who they are. */
export interface People extends Title {
  /** The ids of all of them, of whom the text may name some. */
  readonly ids: readonly string[];
}

/** Agents as a sentence lists them: by what `nameOf` gives, by their ids if need be. */
export function listedPeople<Agent extends { readonly id: string }>(
  agents: readonly Agent[],
  nameOf: (agent: Agent) => string = ({ id }) => id,
): People {
  const names = agents.map((agent) => sameInAll(nameOf(agent)));
  return { ...listedTitles('names', names), ids: agents.map(({ id }) => id) };
}
