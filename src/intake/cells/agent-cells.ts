import type { AgentMatch, Roster } from '../../shop/roster.js';
import { present } from './cells.js';

/** Whom an agent cell names; undefined when it says nothing. A name that is one as it stands needs no unwrapping. */
export function agentInCell(cell: string, roster: Roster): AgentMatch | undefined {
  const named = roster.names.get(cell);
  if (named !== undefined) return named;
  const name = present(cell);
  return name === undefined ? undefined : roster.find(name);
}
