import {
  accountKey,
  type Days,
  type Roster,
  writtenAgent,
  writtenAgents,
} from '../../shop/roster.js';
import type { Agent } from '../../shop/shop.js';
import { isDamagedId } from '../cells/cells.js';
import type { Row } from '../cells/row.js';
import { shownCell } from '../cells/shown-cell.js';
import { count, type Findings } from '../facts/month-context.js';
import type { Table } from '../files/table.js';

/** What an export of a whole company calls a person, the surest first; see `everybody` in files/reader.ts. */
const NAMES = ['agent', 'account', 'name'];

/** Somebody of the roster, as a row of an export names them. */
export interface Sighting {
  readonly row: Row;
  readonly agent: Agent;
  /** Which of the row's names the roster knows: 0 is the surest. */
  readonly by: number;
  /** The names that the row has. */
  readonly names: readonly (string | undefined)[];
}

/**
 * Who of the roster a row of these days is about; `other` for somebody who is not in it. Undefined, with the problem reported,
 * when the row does not say whom it is about.
 */
export function sightingIn(row: Row, roster: Roster, days: Days): Sighting | 'other' | undefined {
  const written = NAMES.map((column) => row.text(column));
  if (written.every((name) => name === undefined)) {
    row.text('name', 'required');
    return undefined;
  }
  // An id that a spreadsheet has damaged does no harm where another name tells whom the row is about.
  const names = written.map((name) => (name && isDamagedId(name) ? undefined : name));
  const numbered = byNumber(names, roster);
  if (numbered !== undefined) row.resolve(names[0] ?? '', 'agent', days);
  const found = names.map((name, by) => {
    if (by === 0 && numbered !== undefined) return { agent: numbered };
    const isLoose = name === undefined || roster.withoutLeadingZeros.has(accountKey(name));
    return isLoose ? undefined : roster.resolve(name, days);
  });
  for (const [by, resolution] of found.entries()) {
    if (resolution && 'agent' in resolution) return { row, agent: resolution.agent, by, names };
  }
  const damaged = written.findIndex((name) => name !== undefined && isDamagedId(name));
  if (damaged !== -1) {
    row.report('damaged-id', NAMES[damaged] ?? '');
    return undefined;
  }
  for (const [by, resolution] of found.entries()) {
    if (!resolution || !('agents' in resolution)) continue;
    const agents = writtenAgents(resolution.agents);
    const agent = shownCell(names[by] ?? '');
    row.report('ambiguous-agent', NAMES[by] ?? '', { agent, agents });
    return undefined;
  }
  return 'other';
}

/** Whose number it is but for noughts before it: tools count anew, so that the name must not be another one. */
function byNumber(
  [number, , name]: readonly (string | undefined)[],
  { withoutLeadingZeros }: Roster,
): Agent | undefined {
  const agent = number === undefined ? undefined : withoutLeadingZeros.get(accountKey(number));
  return name === undefined || name === agent?.name ? agent : undefined;
}

/**
 * The sightings that are of the roster's own people. Somebody else may have the same name: where the numbers of
 * an export are ids of the roster, a person with another number is another person; and who is named more surely
 * in one row than in others is meant by that one.
 */
export function ownPeople(sightings: readonly Sighting[]): readonly Sighting[] {
  const haveIds = sightings.some(({ by, agent, names }) => by === 0 && names[0] === agent.id);
  const likely = sightings.filter(
    ({ by, names }) => by === 0 || names[0] === undefined || !haveIds,
  );
  const surest = new Map<number, Sighting>();
  for (const sighting of likely) {
    const other = surest.get(sighting.agent.index);
    if (other === undefined || sighting.by < other.by) surest.set(sighting.agent.index, sighting);
  }
  return likely.filter((sighting) => {
    const best = surest.get(sighting.agent.index);
    if (best === undefined || isSamePerson(sighting, best)) return true;
    if (sighting.by > best.by) return false;
    sighting.row.report('name-twice-in-file', NAMES[sighting.by] ?? '', {
      name: shownCell(sighting.names[sighting.by] ?? ''),
      agent: writtenAgent(sighting.agent),
      line: best.row.line,
    });
    return false;
  });
}

function isSamePerson(one: Sighting, other: Sighting): boolean {
  return one.names.every((name, at) => name === other.names[at]);
}

/** Tells of the people of an export who are not in the roster: they are left out. */
export function reportOthers(table: Table, people: number, findings: Findings): void {
  // Without the column of names nobody knows who they are.
  if (people === 0 || table.match.missing.length > 0) return;
  count(findings, `${table.match.reader.kind}.other-people`, people);
  findings.problems.report('people-left-out', { file: table.file }, { params: { people } });
}

/** What tells one person of an export from another. */
export function personKey(row: Row): string {
  return JSON.stringify(NAMES.map((column) => row.verbatim(column)));
}
